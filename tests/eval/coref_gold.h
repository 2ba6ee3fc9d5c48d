// SPDX-License-Identifier: Apache-2.0
// Entity chains of a treebank with `Entity=` annotations (GUM), laid over the documents' text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

struct GoldMention {
  std::string group;  ///< mentions of one thing share it
  TextSpan span;
  TextSpan head;  ///< the words the annotation calls its minimal span
  bool pronoun = false;
  bool name = false;
};

struct GoldDocument {
  std::string id;
  std::string text;  ///< UTF-8: a line a paragraph
  std::vector<GoldMention> mentions;
};

/// Throws Error(syntax) for text that is no CoNLL-U.
std::vector<GoldDocument> read_coref_gold(std::string_view conllu);

}  // namespace dossier::extract
