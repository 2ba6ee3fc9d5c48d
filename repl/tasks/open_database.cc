// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/open_database.h"

#include <utility>

namespace dossier::repl {

KnowledgeBase open_database(const std::string& path, OpenMode mode, std::size_t cache_bytes) {
  try {
    OpenOptions options;
    options.mode = mode;
    options.memory_bytes = cache_bytes;
    return KnowledgeBase::open(path, options);
  } catch (const Error& error) {
    throw CannotOpen(error);
  }
}

SparqlOptions syntax_options(Prefixes prefixes, std::string base,
                             const std::map<std::string, Term>& parameters) {
  SparqlOptions options;
  options.base = std::move(base);
  options.prefixes = std::move(prefixes);
  for (const auto& [name, term] : parameters) options.parameters.push_back(name);
  return options;
}

}  // namespace dossier::repl
