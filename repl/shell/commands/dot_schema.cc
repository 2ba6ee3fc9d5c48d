// SPDX-License-Identifier: Apache-2.0
// .schema: classes and predicates with counts and an example each.

#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"

namespace dossier::repl {
namespace {

/// The rows of a query under titles of their own.
RowList rows_of(Session& session, const char* text, std::vector<std::string> columns) {
  RowList list;
  list.columns = std::move(columns);
  QueryResult result = session.kb().query(text, session.options(""));
  for (Row row; result.next(row);) {
    std::vector<std::optional<Term>> values;
    for (std::size_t i = 0; i < row.size(); ++i) values.push_back(row[i]);
    list.rows.push_back(std::move(values));
  }
  return list;
}

}  // namespace

void shell_schema(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.empty(), ".schema alone");
  show_list(session,
            rows_of(session,
                    "SELECT ?class (COUNT(?x) AS ?count) (SAMPLE(?x) AS ?example) "
                    "WHERE { ?x a ?class } GROUP BY ?class ORDER BY DESC(?count) ?class",
                    {"class", "things", "example"}),
            "class", "classes");
  session.out() << '\n';
  show_list(session,
            rows_of(session,
                    "SELECT ?p (COUNT(*) AS ?count) (SAMPLE(?s) AS ?from) (SAMPLE(?o) AS ?to) "
                    "WHERE { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?count) ?p",
                    {"predicate", "triples", "example from", "to"}),
            "predicate", "predicates");
}

}  // namespace dossier::repl
