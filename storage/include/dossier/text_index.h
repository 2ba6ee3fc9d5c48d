// SPDX-License-Identifier: Apache-2.0
// The text index of a knowledge base, which finds texts by their words. Installed as
// <dossier/text_index.h>; the functions are in the engine's library.
//
// Transactions and small loads put the texts they add into it. In a query, `?thing k:matches
// "words" ; k:score ?score` searches it; <dossier/views.h> has find().
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dossier/export.h"
#include "dossier/storage.h"

namespace dossier {

class KnowledgeBase;

/// A word of a text, by the bytes it takes, and its base form: "leave" for "left".
struct WordBase {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string base;
};

/// What to put into the text index, and how.
struct TextIndexOptions {
  /// Properties whose texts are indexed from now on, too, as IRIs. Those of a new knowledge base
  /// are k:text, rdfs:label, skos:altLabel and schema:headline.
  std::vector<std::string> more_predicates = {};
  /// Called with each text: the base forms of its words, in order. Without it, words are found by
  /// their endings.
  std::function<std::vector<WordBase>(const std::string& text)> base_forms = {};
  ProgressCallback progress = {};
};

struct TextIndexState {
  /// False when texts are missing: after a large load, or in a knowledge base of an older version.
  /// Searches are refused then.
  bool complete = false;
  std::uint64_t texts = 0;
  std::vector<std::string> predicates;  ///< whose texts are indexed
};

/// Of the newest state. Throws Error(storage).
DOSSIER_API TextIndexState text_index_state(const KnowledgeBase& kb);

/// Puts every text into the index and makes it complete. Waits for other writers as
/// KnowledgeBase::begin() does. Throws Error(usage) for a knowledge base that is open read-only,
/// and Error(cancelled) when the progress callback returned false: what was indexed until then
/// stays, and the index is as complete as before.
DOSSIER_API void index_text(KnowledgeBase& kb, const TextIndexOptions& options = {});

}  // namespace dossier
