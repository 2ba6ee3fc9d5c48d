// SPDX-License-Identifier: Apache-2.0
// Phrases of several words that do the work of one.
#include <algorithm>
#include <array>

#include "extract/clause/words.h"
#include "extract/lexicon/word_table.h"

namespace dossier::extract::clause {

namespace {

struct FixedKinds {
  const WordTable& table = WordTable::builtin("phrases");
  std::array<std::pair<WordTable::Flags, Fixed>, 4> kinds{
      {{table.flag("preposition"), Fixed::preposition},
       {table.flag("adverbial"), Fixed::adverbial},
       {table.flag("subordinator"), Fixed::subordinator},
       {table.flag("conjunction"), Fixed::conjunction}}};

  std::ptrdiff_t longest = 0;  ///< words

  FixedKinds() {
    for (const std::string_view phrase : table.words())
      longest = std::max(longest, 1 + std::count(phrase.begin(), phrase.end(), '_'));
  }

  Fixed of(std::string_view phrase) const {
    const std::size_t row = table.row(phrase);
    if (row == WordTable::kAbsent) return Fixed::none;
    for (const auto& [flag, kind] : kinds)
      if ((table.flags(row) & flag) != 0) return kind;
    return Fixed::none;
  }
};

}  // namespace

FixedPhrase fixed_phrase(std::span<const std::string> lower_words) {
  static const FixedKinds fixed;
  const auto longest = static_cast<std::size_t>(fixed.longest);
  FixedPhrase best;
  std::string name;
  for (std::size_t i = 0; i < std::min(lower_words.size(), longest); ++i) {
    if (lower_words[i].find('_') != std::string::npos) break;  // it would be taken for two words
    name += (i == 0 ? "" : "_") + lower_words[i];
    const Fixed kind = fixed.of(name);
    if (kind != Fixed::none) best = {kind, i + 1, name};
  }
  return best;
}

}  // namespace dossier::extract::clause
