// SPDX-License-Identifier: Apache-2.0
// Decisions of people, said in a line, and undone.
#pragma once

#include <string>

#include "dossier/entities.h"
#include "dossier/prefixes.h"

namespace dossier::repl {

/// "merged e:B into e:A", "took \"Lund\" out of e:Carl_Lund as e:Lund".
std::string in_words(const EntityDecision& decision, const Prefixes& prefixes);

/// "merged e:B into e:A (decision 3)"
std::string with_number(const EntityDecision& decision, const Prefixes& prefixes);

/// Reverts the decision of this number, the last one when it is empty; returns what was done.
/// Throws Error(input) when there is none, Error(usage) for what is no number.
std::string undo(KnowledgeBase& kb, const std::string& number, const Prefixes& prefixes);

}  // namespace dossier::repl
