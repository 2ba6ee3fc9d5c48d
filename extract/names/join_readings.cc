// SPDX-License-Identifier: Apache-2.0
#include "extract/names/join_readings.h"

#include <algorithm>
#include <optional>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

bool is_capital_word(const Token& token) {
  const char first = token.text.front();
  return token.xpos.is(Xpos::nnp) && first >= 'A' && first <= 'Z' && token.text.size() > 2;
}

/// Where the surname behind the initial that ends `name` ends.
std::optional<std::uint32_t> end_behind_initial(const Sentence& sentence, const TokenRange& name) {
  const std::string& last = sentence.tokens[name.last - 1].text;
  const bool initial = last.size() == 2 && last[0] >= 'A' && last[0] <= 'Z' && last[1] == '.';
  if (!initial || name.last - name.first < 2 || name.last >= sentence.tokens.size())
    return std::nullopt;
  return is_capital_word(sentence.tokens[name.last]) ? std::optional(name.last + 1) : std::nullopt;
}

/// Where the surname behind a nickname in quotation marks ends.
std::optional<std::uint32_t> end_behind_nickname(const Sentence& sentence, const TokenRange& name) {
  constexpr std::uint32_t kMostWords = 2;
  const std::vector<Token>& tokens = sentence.tokens;
  const std::uint32_t open = name.last;
  if (open >= tokens.size() || !is_quote(tokens[open].text)) return std::nullopt;
  for (std::uint32_t close = open + 2; close <= open + 1 + kMostWords; ++close) {
    if (close + 1 >= tokens.size()) return std::nullopt;
    if (!is_quote(tokens[close].text)) continue;
    return is_capital_word(tokens[close + 1]) ? std::optional(close + 2) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::vector<NameReading> joined_readings(const Sentence& sentence) {
  std::vector<NameReading> joined;
  for (const NameReading& reading : sentence.name_readings) {
    if (!joined.empty() && reading.tokens.first < joined.back().tokens.last) {
      // A part of what was joined; it may say where the surname ends.
      NameReading& whole = joined.back();
      if (reading.type == NameReading::Type::person)
        whole.tokens.last = std::max(whole.tokens.last, reading.tokens.last);
      continue;
    }
    joined.push_back(reading);
    if (reading.type != NameReading::Type::person) continue;
    TokenRange& name = joined.back().tokens;
    if (const auto end = end_behind_initial(sentence, name)) name.last = *end;
    if (const auto end = end_behind_nickname(sentence, name)) name.last = *end;
  }
  return joined;
}

}  // namespace dossier::extract
