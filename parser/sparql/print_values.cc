// SPDX-License-Identifier: Apache-2.0
// Patterns that bind variables: inline data, and those where a term may stand in the place of one.
#include <string_view>

#include "parser/sparql/printer.h"

namespace dossier::sparql {

void Printer::inline_data(const ast::InlineData& data) {
  if (values_.empty()) return rows(data);
  rows(values_.applied_to(data));
}

void Printer::rows(const ast::InlineData& data) {
  write("VALUES (");
  for (std::size_t i = 0; i < data.variables.size(); ++i) {
    if (i > 0) write(" ");
    variable(data.variables[i]);
  }
  write(") ");
  open();
  for (const auto& row : data.rows) {
    line();
    write("(");
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) write(" ");
      if (row[i]) {
        term(*row[i]);
      } else {
        write("UNDEF");
      }
    }
    write(")");
  }
  close();
}

void Printer::still_bound(const ast::InlineData& data) {
  if (data.variables.empty()) return;
  line();
  rows(data);
}

void Printer::block(const ast::TriplesBlock& block) {
  for (std::size_t i = 0; i < block.triples.size(); ++i) {
    if (i > 0) line();
    triple(block.triples[i]);
  }
  still_bound(values_.bound_in(block));
}

void Printer::named(std::string_view keyword, const ast::Node& name,
                    const ast::GroupGraphPattern& pattern) {
  write(keyword);
  node(name);
  write(" ");
  group(pattern);
  still_bound(values_.bound_in(name));
}

void Printer::graph(const ast::GraphPattern& graph) {
  if (!values_.can_be_name(graph.name)) return no_match();
  named("GRAPH ", graph.name, *graph.pattern);
}

void Printer::sub_select(const ast::SelectQuery& query) {
  const Replacements inside = values_.inside(query);
  const Replacements outside = std::exchange(values_, inside);
  select(query, {});
  values(query.values);
  values_ = outside;
}

}  // namespace dossier::sparql
