// SPDX-License-Identifier: Apache-2.0
#include "extract/listings/cells.h"

#include <string>

#include "extract/names/mentions.h"
#include "extract/text/unicode.h"

namespace dossier::extract::listings {

TokenRange tokens_in(const Sentence& sentence, TextSpan span) {
  TokenRange range;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    if (!span.contains(sentence.tokens[i].span)) continue;
    if (range.empty()) range.first = i;
    range.last = i + 1;
  }
  return range;
}

Sentence part_of(const Sentence& sentence, TokenRange tokens) {
  Sentence part;
  part.index = sentence.index;
  part.tokens.assign(sentence.tokens.begin() + tokens.first, sentence.tokens.begin() + tokens.last);
  for (Token& token : part.tokens) {
    token.head = -1;
    token.relation = {};
  }
  if (!tokens.empty()) part.span = span_of(sentence, tokens);
  return part;
}

TokenRange before_bracket(const Sentence& sentence, TokenRange tokens) {
  for (std::uint32_t i = tokens.first + 1; i < tokens.last; ++i)
    if (opens_bracket(sentence.tokens[i])) return {tokens.first, i};
  return tokens;
}

std::string bare_header(std::string_view header) {
  std::u32string words;
  int depth = 0;
  for (const char32_t c : to_code_points(header)) {
    if (c == U'(' || c == U'[') ++depth;
    if (depth == 0) words += c;
    if ((c == U')' || c == U']') && depth > 0) --depth;
  }
  std::u32string_view bare = trim(words);
  while (!bare.empty() && (bare.back() == U':' || bare.back() == U'*' || bare.back() == U','))
    bare.remove_suffix(1);
  return to_lower(to_utf8(trim(bare)));
}

}  // namespace dossier::extract::listings
