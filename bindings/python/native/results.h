// SPDX-License-Identifier: Apache-2.0
// The results of queries as Python's iterators.
#pragma once

#include <memory>
#include <optional>

#include "bindings/python/native/base.h"
#include "bindings/python/native/call.h"
#include "bindings/python/native/python.h"
#include "bindings/python/native/stream.h"
#include "bindings/python/native/terms.h"

namespace dossier::python {

using Triples = Stream<Quad>;

/// The rows of a SELECT; makes their Python objects.
class Rows : public Stream<Row> {
 public:
  Rows(Started started, Literals literals);

  const std::vector<std::string>& variables() const noexcept { return variables_; }
  py::object to_object(const Row& row) const;

 private:
  std::vector<std::string> variables_;
  py::object row_class_;
};

/// What a query gave, as the calls of Python name it. Each throws Error(usage) that names the right
/// call when the query has another form.
std::unique_ptr<Rows> rows_of(Started started, bool terms);
std::unique_ptr<Triples> triples_of(Started started, bool terms);
bool truth_of(Started started);
/// Any form: Rows, Triples or a bool.
py::object answer_of(Started started, bool terms);

void bind_results(py::module_& module);

}  // namespace dossier::python
