// SPDX-License-Identifier: Apache-2.0
// What a search is asked for, as people write it.
#pragma once

#include <optional>
#include <string>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"
#include "dossier/views.h"

namespace dossier::repl {

/// The values of --in, --by, --since, --limit and --skip.
struct FindOptions {
  std::optional<std::string> document, speaker, since, limit, skip;
};

/// Throws Error(usage) for a number that is none, and Error(input) for a document or a speaker that
/// there is not.
FindRequest find_request(const KnowledgeBase& kb, const std::string& words,
                         const FindOptions& options, const Prefixes& prefixes);

/// As above, from the rest of a dot command: the words, then options.
FindRequest find_request(const KnowledgeBase& kb, const std::string& rest,
                         const Prefixes& prefixes);

}  // namespace dossier::repl
