#include "repl/database.h"

#include "model/vocabulary.h"

namespace dossier::repl {

KnowledgeBase open_database(const std::string& path, storage::OpenMode mode) {
  try {
    storage::StoreOptions options;
    options.mode = mode;
    return KnowledgeBase::open(path, options);
  } catch (const Error& error) {
    throw CannotOpen(error);
  }
}

Prefixes predeclared_prefixes() {
  Prefixes prefixes;
  for (const vocabulary::Prefix& prefix : vocabulary::predeclared_prefixes()) {
    prefixes.emplace_back(prefix.name, prefix.iri);
  }
  return prefixes;
}

}  // namespace dossier::repl
