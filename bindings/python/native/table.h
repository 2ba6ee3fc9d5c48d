// SPDX-License-Identifier: Apache-2.0
// The rows of a query as columns for data frames.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/python/native/column.h"
#include "parser/results/results.h"

namespace dossier::python {

struct Table {
  std::vector<std::string> names;
  std::vector<Column> columns;
  std::size_t rows = 0;
};

/// Appends rows to a table that has its columns, and outlives this. It is a sink for written terms,
/// so that a term is looked up once for many rows and never becomes a Term.
class TableSink : public WrittenTermsSink {
 public:
  explicit TableSink(Table& table) : table_(table) {}

  void begin(const std::vector<std::string>& /*variables*/) override {}
  void row(Solution values) override;
  void end() override { flush(); }
  void boolean(bool /*answer*/) override {}
  void append(std::string& out, const TermView& term) const override;
  void written_row(std::span<const std::string_view> terms) override;
  void flush() override;

 private:
  void add_written(Column& column, std::string_view written);

  Table& table_;
  Viewer viewer_;
  mutable std::uint32_t written_ = 0;  ///< terms that append() has written since flush()
  std::vector<Column::Place> places_;  ///< of those, by their numbers, in the columns they are of
};

}  // namespace dossier::python
