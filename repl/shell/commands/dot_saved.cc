// SPDX-License-Identifier: Apache-2.0
// Queries kept in the knowledge base: .save .run .saved

#include <fmt/format.h>

#include "dossier/error.h"
#include "repl/input/parameters.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"
#include "repl/shell/statements.h"
#include "repl/tasks/saved_queries.h"

namespace dossier::repl {
namespace {

const ParameterDeclaration* find_declaration(const std::vector<ParameterDeclaration>& declared,
                                             const std::string& name) {
  for (const ParameterDeclaration& declaration : declared) {
    if (declaration.name == name) return &declaration;
  }
  return nullptr;
}

}  // namespace

void shell_save(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() == 1, ".save NAME");
  if (session.last().text.empty()) {
    throw Error(ErrorCode::usage, "there is no last query to keep");
  }
  save_query(session.kb(), arguments.words.front(), session.last().text, std::nullopt);
}

void shell_run(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.words.empty(), ".run NAME name=term...");
  const SavedQuery query = saved_query(session.kb(), arguments.words.front());
  const std::vector<ParameterDeclaration> declared = declared_parameters(query.text);
  std::map<std::string, Term> bound;
  for (std::size_t i = 1; i < arguments.words.size(); ++i) {
    const std::string& word = arguments.words[i];
    const std::size_t equals = word.find('=');
    arguments.require(equals != std::string::npos && equals > 0, ".run NAME name=term...");
    const std::string name = word.substr(0, equals);
    const ParameterDeclaration* known = find_declaration(declared, name);
    bound.insert_or_assign(
        name, parameter_value(session.kb(), word.substr(equals + 1),
                              known != nullptr ? *known : ParameterDeclaration{name, "", ""},
                              session.prefixes()));
  }
  run_statement(session, query.text, bound);
}

void shell_saved(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.empty(), ".saved alone");
  show_list(session, saved_query_list(session.kb()), "query", "queries");
}

}  // namespace dossier::repl
