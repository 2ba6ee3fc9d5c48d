// SPDX-License-Identifier: Apache-2.0
// .schema: classes and predicates with counts and an example each, all or those with a word.

#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"

namespace dossier::repl {
namespace {

/// The rows of a query under titles of their own. `words` are $words in it.
RowList rows_of(Session& session, const char* text, const std::string& words,
                std::vector<std::string> columns) {
  RowList list;
  list.columns = std::move(columns);
  QueryOptions options = session.options("");
  options.parameters = {{"words", Term::string(words)}};
  QueryResult result = session.kb().query(text, options);
  for (Row row; result.next(row);) {
    std::vector<std::optional<Term>> values;
    for (std::size_t i = 0; i < list.columns.size(); ++i) values.push_back(row[i]);
    list.rows.push_back(std::move(values));
  }
  return list;
}

}  // namespace

void shell_schema(Session& session, const ShellArguments& arguments) {
  const std::string& words = arguments.rest;
  session.paged([&] {
    show_list(session,
              rows_of(session,
                      "SELECT ?class (COUNT(?x) AS ?count) (SAMPLE(?x) AS ?example) "
                      "WHERE { ?x a ?class FILTER(CONTAINS(LCASE(STR(?class)), LCASE($words))) } "
                      "GROUP BY ?class ORDER BY DESC(?count) ?class",
                      words, {"class", "things", "example"}),
              "class", "classes");
    session.out() << '\n';
    // What documents say stands before what the knowledge base keeps about them.
    show_list(session,
              rows_of(session,
                      "SELECT ?p (COUNT(*) AS ?count) (SAMPLE(?s) AS ?from) (SAMPLE(?o) AS ?to) "
                      "(STRSTARTS(STR(?p), STR(k:)) AS ?own) "
                      "WHERE { ?s ?p ?o FILTER(CONTAINS(LCASE(STR(?p)), LCASE($words))) } "
                      "GROUP BY ?p ORDER BY ?own DESC(?count) ?p",
                      words, {"predicate", "triples", "example from", "to"}),
              "predicate", "predicates");
  });
}

}  // namespace dossier::repl
