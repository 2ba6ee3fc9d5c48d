// SPDX-License-Identifier: Apache-2.0
#include "extract/record/base_forms.h"

namespace dossier::extract {

std::vector<WordBase> base_forms(const Document& document, const Sentence& sentence) {
  std::vector<WordBase> out;
  std::uint32_t at = sentence.span.begin;
  std::uint32_t bytes = 0;
  for (const Token& token : sentence.tokens) {
    if (token.span.begin < at || token.lemma.empty()) continue;
    bytes += static_cast<std::uint32_t>(document.utf8({at, token.span.begin}).size());
    const std::uint32_t begin = bytes;
    bytes += static_cast<std::uint32_t>(document.utf8(token.span).size());
    at = token.span.end;
    out.push_back({begin, bytes, token.lemma});
  }
  return out;
}

}  // namespace dossier::extract
