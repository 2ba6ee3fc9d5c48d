// SPDX-License-Identifier: Apache-2.0
// A CONSTRUCT over the rows of a table.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dossier/quad.h"
#include "dossier/query.h"
#include "parser/sparql/ast.h"
#include "storage/quad_source.h"

namespace dossier::extract {

/// Each row is one solution, as if VALUES with the row stood first in WHERE: a column is a
/// variable, an empty cell leaves it unbound, ?ROWNUM is the row's number.
class TableMap {
 public:
  struct Row {
    std::uint64_t number = 0;
    std::vector<std::string> cells;  ///< as many as columns
  };
  using Sink = std::function<void(std::uint64_t row, const Triple& triple)>;

  /// Throws Error(syntax), and Error(usage) for a query that is no CONSTRUCT, that orders or limits
  /// or groups (the rows come in pieces), and for a variable of the template that is neither a
  /// column nor in WHERE.
  TableMap(std::string text, const std::vector<std::string>& columns, const QueryOptions& options);

  /// The triples of each row, one row after the other. Patterns in WHERE are matched with `known`.
  void run(const std::vector<Row>& rows, const std::shared_ptr<const storage::QuadSource>& known,
           const Sink& sink) const;

 private:
  void check_form(const ast::ConstructQuery& query) const;
  void check_variables(const ast::ConstructQuery& query) const;
  void check_scope() const;
  ast::Query with_rows(const std::vector<Row>& rows) const;

  std::string text_;
  std::vector<std::string> columns_;
  QueryOptions options_;
  ast::Query query_;
};

}  // namespace dossier::extract
