// Opening a knowledge base for a command.
#pragma once

#include <cstdint>
#include <string>

#include "engine/dossier.h"
#include "repl/format/result_writer.h"

namespace dossier::repl {

/// The knowledge base could not be opened; has an exit status of its own.
class CannotOpen : public Error {
 public:
  explicit CannotOpen(const Error& cause) : Error(cause) {}
};

/// Opens `path`. Throws CannotOpen for whatever the engine says against it.
KnowledgeBase open_database(const std::string& path, storage::OpenMode mode);

/// The predeclared prefixes, e r doc k schema skos rdf rdfs xsd prov.
Prefixes predeclared_prefixes();

}  // namespace dossier::repl
