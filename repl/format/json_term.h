// A term as the object the SPARQL results JSON format makes of it.
#pragma once

#include <string>

#include "model/term.h"

namespace dossier::repl {

/// {"type":"uri","value":"..."} and the like, on one line.
void append_json_term(std::string& out, const Term& term);

}  // namespace dossier::repl
