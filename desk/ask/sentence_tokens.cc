// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/sentence_tokens.h"

#include <algorithm>
#include <vector>

#include "model/ascii.h"

namespace dossier::asking {

using extract::Sentence;

std::string lower(const Sentence& sentence, std::uint32_t at) {
  return ascii_lower(sentence.tokens[at].text);
}

bool has(const Sentence& sentence, std::uint32_t at,
         std::initializer_list<std::string_view> words) {
  if (at + words.size() > sentence.tokens.size()) return false;
  return std::equal(
      words.begin(), words.end(), sentence.tokens.begin() + at,
      [](std::string_view a, const extract::Token& b) { return a == ascii_lower(b.text); });
}

std::size_t tree_distance(const Sentence& sentence, std::uint32_t a, std::uint32_t b) {
  std::vector<std::int32_t> above;
  for (auto at = static_cast<std::int32_t>(a); at >= 0 && above.size() <= sentence.tokens.size();
       at = sentence.tokens[static_cast<std::uint32_t>(at)].head)
    above.push_back(at);
  std::size_t steps = 0;
  for (auto at = static_cast<std::int32_t>(b); at >= 0 && steps <= sentence.tokens.size();
       at = sentence.tokens[static_cast<std::uint32_t>(at)].head, ++steps) {
    const auto met = std::find(above.begin(), above.end(), at);
    if (met != above.end()) return steps + static_cast<std::size_t>(met - above.begin());
  }
  return 2 * sentence.tokens.size();
}

}  // namespace dossier::asking
