// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/clause_circumstances.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::Frame;
using extract::Sentence;
using extract::TokenRange;

constexpr std::array<std::string_view, 8> kSpans{"minute", "hour",  "day",    "night",
                                                 "week",   "month", "decade", "year"};

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

bool is_time(const Sentence& sentence, std::uint32_t at) {
  return std::any_of(sentence.times.begin(), sentence.times.end(), [&](const auto& time) {
    return time.tokens.contains(at) || time.tokens.contains(at + 1);
  });
}

/// Tokens of a marker of causes that begins here; 0 without one.
std::uint32_t cause_marker(const Sentence& sentence, std::uint32_t at) {
  for (const auto& words : {std::initializer_list<std::string_view>{"as", "a", "result", "of"},
                            {"as", "a", "consequence", "of"},
                            {"on", "the", "grounds", "that"},
                            {"on", "grounds", "of"},
                            {"by", "reason", "of"},
                            {"because", "of"},
                            {"due", "to"},
                            {"owing", "to"},
                            {"thanks", "to"},
                            {"on", "account", "of"},
                            {"because"}})
    if (has(sentence, at, words)) return static_cast<std::uint32_t>(words.size());
  // ", since nobody had been told"; "since 1998" is a time.
  const bool since = at > 0 && has(sentence, at, {"since"}) &&
                     sentence.tokens[at - 1].text == "," &&
                     sentence.tokens[at].upos == extract::Upos::sconj && !is_time(sentence, at);
  return since ? 1 : 0;
}

/// Where the words of a cause end: before the stop, and before who says so or what follows from it.
std::uint32_t cause_end(const Sentence& sentence, std::uint32_t begin) {
  for (std::uint32_t i = begin; i < sentence.tokens.size(); ++i) {
    const std::string& text = sentence.tokens[i].text;
    if (text == "." || text == ";" || text == "?" || text == "!" || text == "\"") return i;
    if (text == "," && i > begin) return i;
  }
  return static_cast<std::uint32_t>(sentence.tokens.size());
}

/// ", so": what is before it is the cause of what is behind it.
std::optional<TokenRange> cause_before(const Sentence& sentence, const Frame& frame) {
  for (std::uint32_t i = 1; i + 1 < sentence.tokens.size(); ++i) {
    const bool so = lower(sentence, i) == "so" && sentence.tokens[i - 1].text == "," &&
                    lower(sentence, i + 1) != "that";
    if (so && frame.head > i) return TokenRange{0, i - 1};
  }
  return std::nullopt;
}

bool is_unit(const extract::Token& token) {
  const std::string lemma = ascii_lower(token.lemma);
  return std::find(kSpans.begin(), kSpans.end(), lemma) != kSpans.end();
}

/// A number and a unit of time behind it.
std::optional<TokenRange> duration_at(const Sentence& sentence, std::uint32_t at) {
  if (sentence.tokens[at].upos != extract::Upos::num) return std::nullopt;
  for (std::uint32_t i = at + 1; i < sentence.tokens.size() && i < at + 4; ++i)
    if (is_unit(sentence.tokens[i])) return TokenRange{at, i + 1};
  return std::nullopt;
}

/// "11 days ago", "five days later", "ten years old" are no spans.
bool is_point(const Sentence& sentence, const TokenRange& range) {
  if (range.last >= sentence.tokens.size()) return false;
  const std::string next = lower(sentence, range.last);
  return next == "ago" || next == "later" || next == "earlier" || next == "old" || next == "late" ||
         next == "before" || next == "after";
}

bool is_below(const Sentence& sentence, std::uint32_t token, std::uint32_t head) {
  std::size_t steps = sentence.tokens.size();
  for (auto at = static_cast<std::int32_t>(token); at >= 0 && steps > 0; --steps) {
    if (static_cast<std::uint32_t>(at) == head) return true;
    at = sentence.tokens[static_cast<std::uint32_t>(at)].head;
  }
  return false;
}

}  // namespace

std::optional<TokenRange> cause_of(const Sentence& sentence, const Frame& frame) {
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const std::uint32_t size = cause_marker(sentence, i);
    if (size == 0) continue;
    const TokenRange range{i + size, cause_end(sentence, i + size)};
    if (range.first < range.last && !range.contains(frame.head) && frame.head < i) return range;
    // In front: "Because of the wind, the helicopter could not land."
    if (range.first < range.last && i == 0 && frame.head >= range.last) return range;
  }
  return cause_before(sentence, frame);
}

std::optional<TokenRange> duration_of(const Sentence& sentence, const Frame& frame) {
  std::optional<TokenRange> found;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const std::optional<TokenRange> range = duration_at(sentence, i);
    if (!range || is_point(sentence, *range)) continue;
    if (!is_below(sentence, range->last - 1, frame.head)) continue;
    if (found) return std::nullopt;  // which of the two is not known
    found = range;
  }
  return found;
}

/// "until 15 September"
std::optional<TokenRange> span_of(const Sentence& sentence, const Frame& frame) {
  for (const extract::FrameArgument& argument : frame.arguments) {
    if (!argument.time) continue;
    const extract::TimeExpression& time = sentence.times[*argument.time];
    // "from 1996" may go on: "to 2004".
    const bool since = ascii_lower(sentence.tokens[argument.extent.first].text) == "since";
    const bool open = time.open_begin != time.open_end && (time.open_begin || since);
    const bool span = !time.value_end.empty() && time.value_end != time.value;
    const TokenRange whole{std::min(argument.extent.first, time.tokens.first),
                           std::max(argument.extent.last, time.tokens.last)};
    if (open || span) return whole;
  }
  return std::nullopt;
}

bool is_span(const std::string& text) {
  std::string unit = ascii_lower(text.substr(text.find_last_of(' ') + 1));
  if (unit.ends_with('s')) unit.pop_back();
  return std::find(kSpans.begin(), kSpans.end(), unit) != kSpans.end();
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

std::optional<TokenRange> length_of(const Sentence& sentence, const Frame& frame,
                                    std::string_view adjective) {
  static constexpr std::array<std::string_view, 6> kLengths{"high", "tall", "deep",
                                                            "wide", "far",  "thick"};
  static constexpr std::array<std::string_view, 12> kUnits{
      "metre", "meter", "kilometre", "kilometer", "centimetre", "centimeter",
      "mile",  "foot",  "inch",      "yard",      "km",         "m"};
  if (std::find(kLengths.begin(), kLengths.end(), adjective) == kLengths.end()) return std::nullopt;
  std::optional<TokenRange> found;
  for (const extract::Quantity& quantity : sentence.quantities) {
    const std::uint32_t last = quantity.tokens.last - 1;
    const bool length = std::find(kUnits.begin(), kUnits.end(),
                                  ascii_lower(sentence.tokens[last].lemma)) != kUnits.end();
    if (!length || !is_below(sentence, last, frame.head)) continue;
    if (found) return std::nullopt;
    found = quantity.tokens;
  }
  return found;
}

}  // namespace dossier::asking
