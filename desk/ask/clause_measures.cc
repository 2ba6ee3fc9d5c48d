// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/clause_measures.h"

#include <algorithm>
#include <array>
#include <utility>

#include "desk/ask/argument_parts.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::Frame;
using extract::Sentence;
using extract::TokenRange;

std::string lower(const Sentence& sentence, std::uint32_t at) {
  return ascii_lower(sentence.tokens[at].text);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_length(std::string_view unit) {
  return is_one_of(unit, {"metre", "meter", "kilometre", "kilometer", "centimetre", "centimeter",
                          "mile", "foot", "inch", "yard", "km", "m"});
}

bool is_weight(std::string_view unit) {
  return is_one_of(unit, {"kilogram", "kilo", "gram", "tonne", "ton", "kg", "g", "stone", "ounce"});
}

/// Behind "95 kilometres an hour", where it begins at `at`; `at` when it is no speed.
std::uint32_t speed_end(const Sentence& sentence, std::uint32_t at) {
  const std::uint32_t size = static_cast<std::uint32_t>(sentence.tokens.size());
  const bool per = at + 1 < size && is_one_of(lower(sentence, at), {"an", "a", "per"}) &&
                   is_one_of(lower(sentence, at + 1), {"hour", "second", "minute"});
  return per ? at + 2 : at;
}

}  // namespace

std::optional<TokenRange> fitting_measure(const Sentence& sentence,
                                          const extract::Quantity& quantity,
                                          std::string_view adjective) {
  TokenRange range = quantity.tokens;
  const std::string unit = ascii_lower(sentence.tokens[range.last - 1].lemma);
  if (adjective == "fast") {
    const std::uint32_t end = speed_end(sentence, range.last);
    const bool speed = end > range.last || is_one_of(unit, {"knot", "mph", "km/h", "hour"});
    range.last = end;
    return speed ? std::optional(range) : std::nullopt;
  }
  // "30 metres high" is no depth.
  const bool other = range.last < sentence.tokens.size() &&
                     lower(sentence, range.last) != adjective &&
                     !measure_noun(lower(sentence, range.last)).empty();
  if (other) return std::nullopt;
  const bool fits = adjective == "heavy" ? is_weight(unit) : is_length(unit);
  const bool asked =
      is_one_of(adjective, {"high", "tall", "deep", "wide", "far", "thick", "heavy", "long"});
  return fits && asked ? std::optional(range) : std::nullopt;
}

std::string_view measure_noun(std::string_view adjective) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kNouns{
      {{"high", "height"},
       {"tall", "height"},
       {"deep", "depth"},
       {"long", "length"},
       {"wide", "width"},
       {"heavy", "weight"},
       {"fast", "speed"},
       {"thick", "thickness"}}};
  for (const auto& [one, noun] : kNouns)
    if (one == adjective) return noun;
  return {};
}

std::optional<TokenRange> measure_in(const Sentence& sentence, std::string_view adjective) {
  const std::string_view noun = measure_noun(adjective);
  for (const extract::Quantity& quantity : sentence.quantities) {
    const TokenRange range = quantity.tokens;
    for (std::uint32_t i = range.last; i < sentence.tokens.size() && i < range.last + 2; ++i)
      if (lower(sentence, i) == adjective) return TokenRange{range.first, i};
    if (range.contains(range.last - 1) && lower(sentence, range.last - 1) == adjective)
      return TokenRange{range.first, range.last - 1};
    const bool of = range.first > 1 && lower(sentence, range.first - 1) == "of";
    if (of && !noun.empty() && lower(sentence, range.first - 2) == noun) return range;
  }
  return std::nullopt;
}

std::vector<std::string> measure_verbs(std::string_view adjective) {
  if (adjective == "heavy") return {"weigh"};
  if (adjective == "fast") return {"travel", "move", "run", "drive", "fly", "sail", "go"};
  return {};
}

std::optional<TokenRange> quantity_of(const Sentence& sentence, const Frame& frame,
                                      std::string_view adjective) {
  std::optional<TokenRange> found;
  for (const extract::Quantity& quantity : sentence.quantities) {
    const std::optional<TokenRange> range = fitting_measure(sentence, quantity, adjective);
    if (!range || !is_below(sentence, quantity.tokens.last - 1, frame.head)) continue;
    if (found) return std::nullopt;
    found = range;
  }
  return found;
}

}  // namespace dossier::asking
