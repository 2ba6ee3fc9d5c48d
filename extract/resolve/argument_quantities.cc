// SPDX-License-Identifier: Apache-2.0
// The part of ArgumentResolver that reads phrases as quantities.
#include <algorithm>

#include "extract/lexicon/word_table.h"
#include "extract/resolve/argument_resolver.h"
#include "extract/resolve/individuals.h"
#include "model/ascii.h"

namespace dossier::extract::resolve {

namespace {

/// "20 million euros of debt", "$1300 to fix it": the money.
bool is_money_of(const Sentence& in, const Quantity& quantity, const Argument& argument) {
  const bool money = quantity.unit.size() == 3 &&
                     std::all_of(quantity.unit.begin(), quantity.unit.end(),
                                 [](char letter) { return letter >= 'A' && letter <= 'Z'; });
  const std::uint32_t next = quantity.tokens.last;
  const bool goes_on =
      next < in.tokens.size() && (in.tokens[next].text == "of" || in.tokens[next].xpos == Xpos::to);
  return money && goes_on && quantity.tokens.contains(argument.head);
}

}  // namespace

std::optional<std::uint32_t> ArgumentResolver::quantity_of(std::uint32_t s,
                                                           const Argument& argument) const {
  const Sentence& in = analysis_.sentences[s];
  for (std::uint32_t q = 0; q < in.quantities.size(); ++q) {
    const Quantity& quantity = in.quantities[q];
    const TokenRange& tokens = quantity.tokens;
    if ((argument.tokens.last <= tokens.last || is_money_of(in, quantity, argument)) &&
        argument.tokens.last > tokens.first &&
        is_rounding(s, {argument.tokens.first, tokens.first}))
      return counts_individuals(in, argument.head, quantity) ? std::nullopt : std::optional(q);
  }
  return std::nullopt;
}

/// "about", "a total of", "up to": words before a number that leave what it counts as it is.
bool ArgumentResolver::is_rounding(std::uint32_t s, TokenRange before) const {
  static const WordSet words("function_words", "rounding");
  const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
  bool rounds = before.first >= before.last;
  for (std::uint32_t i = before.first; i < before.last; ++i) {
    const Token& token = tokens[i];
    const bool word = words.contains(ascii_lower(token.text));
    if (!word && token.xpos != Xpos::dt) return false;
    rounds = rounds || word;
    // "some of the 40 men" are not 40.
    if (token.text == "of" && (i == before.first || tokens[i - 1].xpos != Xpos::nn)) return false;
  }
  return rounds;  // "the 2016 summit" is none of so many
}

}  // namespace dossier::extract::resolve
