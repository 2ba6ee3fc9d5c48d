// SPDX-License-Identifier: Apache-2.0
#include "extract/names/name_readings.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace dossier::extract {
namespace {

// Chosen on a fifth of Universal NER's EWT development part and on GUM's development part.
constexpr float kSurePerson = 0.9F;    ///< of the network, for what the model does not read
constexpr float kSureAlone = 0.7F;     ///< the same, of bodies and places
constexpr float kSureAgainst = 1.3F;   ///< times as sure as the model, for another extent
constexpr float kSurelyPerson = 0.8F;  ///< of the model: "Jordan said"

bool overlap(const TokenRange& a, const TokenRange& b) {
  return a.first < b.last && b.first < a.last;
}

/// The least confidence of the network for what it reads alone.
float least_confidence(NameReading::Type type) {
  if (type == NameReading::Type::person) return kSurePerson;
  const bool sure = type == NameReading::Type::place || type == NameReading::Type::organization;
  return sure ? kSureAlone : 0;
}

/// Of the same words, the surer one tells the type; "other" tells none.
void take_surer_type(const NameReading& own, std::vector<NameReading>& model) {
  for (NameReading& other : model) {
    if (other.tokens != own.tokens || own.type == NameReading::Type::other) continue;
    if (own.confidence > other.confidence || other.type == NameReading::Type::other)
      other.type = own.type;
  }
}

/// Takes out what the network's reading is better than; whether nothing is left in its way.
bool make_room(const NameReading& own, std::vector<NameReading>& model) {
  const auto in_way = [&own](const NameReading& other) {
    return overlap(own.tokens, other.tokens);
  };
  const bool weaker = std::all_of(model.begin(), model.end(), [&](const NameReading& other) {
    return !in_way(other) ||
           (other.tokens != own.tokens && other.confidence <= own.confidence * kSureAgainst);
  });
  if (weaker) std::erase_if(model, in_way);
  return weaker;
}

std::optional<NameSpan> span_of(const NameReading& reading, const std::vector<NameUnit>& units) {
  NameSpan span;
  while (span.first < units.size() && units[span.first].first < reading.tokens.first) ++span.first;
  span.last = span.first;
  while (span.last < units.size() && units[span.last].last <= reading.tokens.last) ++span.last;
  if (span.first == span.last) return std::nullopt;
  return span;
}

/// "Minister of Foreign Affairs and Trade": what a post is for, part of the title as rules read it.
bool is_portfolio(const NameSpan& span, const std::vector<NameUnit>& units) {
  if (span.type == MentionType::place) return false;
  // "Minister of Labour Anna Berg"; "president of Chad" is no Chad.
  if (span.type == MentionType::person && span.last - span.first > 1) return false;
  std::uint32_t first = span.first;
  const auto joins = [](const NameUnit& unit) {
    return unit.lower == "and" || unit.lower == "," || (unit.capital && unit.kinds == 0);
  };
  while (first > 0 && (units[first - 1].class_kinds & kTitle) == 0 && joins(units[first - 1]))
    --first;
  if (first < 2) return false;
  const std::string& link = units[first - 1].lower;
  return (link == "of" || link == "for") && (units[first - 2].class_kinds & kTitle) != 0;
}

void take_known_type(MentionType known, const NameReading& reading, NameSpan& span) {
  const bool person = span.type == MentionType::person && reading.confidence > kSurelyPerson;
  if (known == MentionType::nationality || (known == MentionType::country && !person)) {
    span.type = known;
    span.certain = true;
  } else if (span.type == MentionType::unknown ||
             (span.type == MentionType::place && is_place(known))) {
    span.type = known;
  }
}

}  // namespace

MentionType type_of_reading(NameReading::Type type) {
  switch (type) {
    case NameReading::Type::person:
      return MentionType::person;
    case NameReading::Type::place:
      return MentionType::place;
    case NameReading::Type::organization:
      return MentionType::organization;
    case NameReading::Type::event:
      return MentionType::event;
    default:
      return MentionType::unknown;
  }
}

std::vector<NameReading> merge_readings(const std::vector<NameReading>& network,
                                        std::vector<NameReading> model) {
  std::vector<NameReading> merged;
  for (const NameReading& own : network) {
    take_surer_type(own, model);
    if (make_room(own, model) && own.confidence >= least_confidence(own.type))
      merged.push_back(own);
  }
  merged.insert(merged.end(), model.begin(), model.end());
  std::sort(merged.begin(), merged.end(), [](const NameReading& a, const NameReading& b) {
    return a.tokens.first < b.tokens.first;
  });
  return merged;
}

std::vector<NameSpan> spans_of_readings(const Sentence& sentence,
                                        const std::vector<NameUnit>& units,
                                        const Lexicon& lexicon) {
  std::vector<NameSpan> spans;
  for (const NameReading& reading : sentence.name_readings) {
    if (reading.type == NameReading::Type::time) continue;
    auto span = span_of(reading, units);
    if (!span) continue;
    span->type = type_of_reading(reading.type);
    if (is_portfolio(*span, units)) continue;
    take_known_type(type_of_known_name(lexicon.name(text_of(units, *span))), reading, *span);
    spans.push_back(*span);
  }
  return spans;
}

std::string text_of(const std::vector<NameUnit>& units, const NameSpan& span) {
  std::string text;
  for (std::uint32_t i = span.first; i < span.last; ++i)
    text += (text.empty() ? "" : " ") + units[i].text;
  return text;
}

}  // namespace dossier::extract
