// SPDX-License-Identifier: Apache-2.0
#include "extract/names/name_readings.h"

#include <algorithm>
#include <optional>

namespace dossier::extract {
namespace {

constexpr float kLeastConfidence = 0.3F;  ///< a guess below counts for nothing
constexpr float kLikely = 0.5F;  ///< against what rules know, or without any span of theirs
constexpr float kSure = 0.8F;

bool overlap(const NameSpan& a, const NameSpan& b) { return a.first < b.last && b.first < a.last; }

bool guessed(const NameSpan& span) { return span.certainty <= 1; }

constexpr std::size_t kLongestLink = 5;  ///< letters of a small word inside a name: "under"

/// The units of a reading, where its words are whole units and look like a name's.
std::optional<NameSpan> span_of(const NameReading& reading, const std::vector<NameUnit>& units) {
  NameSpan span;
  while (span.first < units.size() && units[span.first].first < reading.tokens.first) ++span.first;
  span.last = span.first;
  while (span.last < units.size() && units[span.last].last <= reading.tokens.last) ++span.last;
  if (span.first == span.last) return std::nullopt;
  if (units[span.first].first != reading.tokens.first) return std::nullopt;
  if (units[span.last - 1].last != reading.tokens.last) return std::nullopt;
  const bool has_plain_word = std::any_of(
      units.begin() + span.first, units.begin() + span.last,
      [](const NameUnit& unit) { return !unit.capital && unit.text.size() > kLongestLink; });
  if (has_plain_word) return std::nullopt;
  span.head = span.last - 1;
  span.type = type_of_reading(reading.type);
  span.certainty = reading.confidence < kSure ? 1 : 2;
  span.read = true;
  return span;
}

/// Country and city are both places for the network.
MentionType broad_type(MentionType type) {
  switch (type) {
    case MentionType::country:
    case MentionType::city:
      return MentionType::place;
    case MentionType::nationality:
      return MentionType::person;
    case MentionType::work:
    case MentionType::product:
    case MentionType::concept_:
      return MentionType::unknown;
    default:
      return type;
  }
}

/// The type of a span that both see: the network's, unless the rules have grounds for another.
void take_type(const NameSpan& own, float confidence, NameSpan& span) {
  span.read = true;
  if (broad_type(span.type) == own.type) {
    if (span.certainty < own.certainty) span.certainty = own.certainty;
    return;
  }
  if (span.certainty >= 3 || (span.certainty > 0 && confidence < kSure)) return;
  span.type = own.type;
  span.certainty = own.certainty;
}

/// "New England" for the country's name in it. Of people the rules know more: where titles end.
bool completes(const NameSpan& longer, const NameSpan& part) {
  return longer.type != MentionType::person && longer.type == broad_type(part.type) &&
         longer.first <= part.first && part.last <= longer.last;
}

/// "Minister of Foreign Affairs": what a post is for, part of the title as rules read it.
bool is_portfolio(const NameSpan& own, const std::vector<NameUnit>& units) {
  if (own.type == MentionType::place || own.first < 2) return false;
  const std::string& link = units[own.first - 1].lower;
  return (link == "of" || link == "for") && (units[own.first - 2].class_kinds & kTitle) != 0;
}

void apply_reading(const NameReading& reading, const NameSpan& own, SentenceNames& names) {
  std::vector<NameSpan>& spans = names.spans;
  std::vector<NameSpan*> others;
  for (NameSpan& span : spans) {
    if (overlap(span, own)) others.push_back(&span);
  }
  const bool time = reading.type == "TIME";
  if (others.empty()) {
    const bool name = !time && reading.confidence >= kLikely;
    if (name && !is_portfolio(own, names.units)) spans.push_back(own);
    return;
  }
  const bool same =
      others.size() == 1 && others[0]->first == own.first && others[0]->last == own.last;
  if (same && !time) return take_type(own, reading.confidence, *others[0]);
  const bool better = std::all_of(others.begin(), others.end(), [&](const NameSpan* span) {
    return guessed(*span) || (reading.confidence >= kSure && completes(own, *span));
  });
  if (!better) {
    for (NameSpan* span : others) span->read = true;
    return;
  }
  std::erase_if(spans, [&own](const NameSpan& span) { return overlap(span, own); });
  if (!time) spans.push_back(own);
}

}  // namespace

MentionType type_of_reading(const std::string& type) {
  if (type == "PERSON") return MentionType::person;
  if (type == "PLACE") return MentionType::place;
  if (type == "ORGANIZATION") return MentionType::organization;
  return type == "EVENT" ? MentionType::event : MentionType::unknown;
}

void apply_readings(const Sentence& sentence, SentenceNames& names) {
  for (const NameReading& reading : sentence.name_readings) {
    if (reading.confidence < kLeastConfidence) continue;
    const auto own = span_of(reading, names.units);
    if (!own || !names.units[own->first].capital) continue;
    if (sentence.tokens[reading.tokens.first].upos != Upos::pron)
      apply_reading(reading, *own, names);
  }
  std::sort(names.spans.begin(), names.spans.end(),
            [](const NameSpan& a, const NameSpan& b) { return a.first < b.first; });
}

}  // namespace dossier::extract
