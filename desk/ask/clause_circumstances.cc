// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/clause_circumstances.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "desk/ask/argument_parts.h"
#include "desk/ask/sentence_tokens.h"
#include "desk/ask/time_spans.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::Frame;
using extract::Sentence;
using extract::TokenRange;

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
                            {"in", "protest", "against"},
                            {"in", "protest", "at"},
                            {"in", "response", "to"},
                            {"in", "view", "of"},
                            {"for", "fear", "of"},
                            {"on", "the", "advice", "of"},
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
                     (sentence.tokens[at].upos == extract::Upos::sconj ||
                      sentence.tokens[at].relation == extract::Relation::mark) &&
                     !is_time(sentence, at);
  return since ? 1 : 0;
}

/// The comma that ends "..., who was alone, ..." where this one begins it; else this one.
std::uint32_t behind_insertion(const Sentence& sentence, std::uint32_t comma) {
  const bool opens = has(sentence, comma + 1, {"who"}) || has(sentence, comma + 1, {"which"}) ||
                     has(sentence, comma + 1, {"whose"});
  if (!opens) return comma;
  for (std::uint32_t i = comma + 2; i < sentence.tokens.size(); ++i)
    if (sentence.tokens[i].text == ",") return i;
  return comma;
}

/// Where the words of a cause end: before the stop, and before who says so or what follows from it.
std::uint32_t cause_end(const Sentence& sentence, std::uint32_t begin) {
  for (std::uint32_t i = begin; i < sentence.tokens.size(); ++i) {
    const std::string& text = sentence.tokens[i].text;
    if (text == "." || text == ";" || text == "?" || text == "!" || text == "\"") return i;
    if (text == "," && i > begin) {
      const std::uint32_t behind = behind_insertion(sentence, i);
      if (behind == i) return i;
      i = behind;
    }
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

std::vector<TokenRange> causes_in(const Sentence& sentence) {
  std::vector<TokenRange> out;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const std::uint32_t size = cause_marker(sentence, i);
    if (size == 0) continue;
    const TokenRange range{i + size, cause_end(sentence, i + size)};
    if (range.first < range.last) out.push_back(range);
  }
  return out;
}

std::optional<TokenRange> purpose_of(const Sentence& sentence, const Frame& frame) {
  for (std::uint32_t i = frame.head + 2; i < sentence.tokens.size(); ++i) {
    const extract::Token& verb = sentence.tokens[i];
    const bool purpose = verb.head == static_cast<std::int32_t>(frame.head) &&
                         verb.relation.is(extract::Relation::advcl) &&
                         lower(sentence, i - 1) == "to";
    if (!purpose) continue;
    std::uint32_t end = i + 1;
    while (end < sentence.tokens.size() && is_below(sentence, end, i) &&
           sentence.tokens[end].upos != extract::Upos::punct)
      ++end;
    return TokenRange{i - 1, end};
  }
  return std::nullopt;
}

std::optional<TokenRange> duration_of(const Sentence& sentence, const Frame& frame) {
  std::optional<TokenRange> found;
  for (const TokenRange range : spans_in(sentence)) {
    if (!is_below(sentence, range.last - 1, frame.head)) continue;
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

}  // namespace dossier::asking
