// SPDX-License-Identifier: Apache-2.0
// The part of RelationWriter that makes relations of prepositional phrases.
#include <algorithm>

#include "extract/clause/relation_writer.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

/// "for twelve years"
bool RelationWriter::is_duration(const FrameArgument& oblique) const {
  return oblique.marker == "for" && is_time_noun(token(oblique.members.front().head).lemma);
}

/// "worked at the bank for twelve years": the years are an argument of the other fact.
bool RelationWriter::is_side_duration(const FrameArgument& oblique) const {
  if (!is_duration(oblique)) return false;
  return std::any_of(parts_.obliques.begin(), parts_.obliques.end(),
                     [&](const auto* other) { return !skipped(*other) && !is_duration(*other); });
}

/// "fell from 12,000 in 1950 to 8,400 in 2011": the time right behind an argument, if each time of
/// the frame stands behind one.
std::optional<std::uint32_t> RelationWriter::own_time(const Argument& argument) const {
  std::optional<std::uint32_t> own;
  std::size_t times = 0;
  for (const FrameArgument& time : frame_.arguments) {
    if (time.role != ArgumentRole::time || !time.time) continue;
    if (argument.tokens.last == time.extent.first)
      own = time.time;
    else if (!stands_behind_argument(time.extent.first))
      return std::nullopt;
    ++times;
  }
  return times > 1 ? own : std::nullopt;
}

bool RelationWriter::stands_behind_argument(std::uint32_t token) const {
  return std::any_of(frame_.arguments.begin(), frame_.arguments.end(), [&](const auto& argument) {
    if (argument.role == ArgumentRole::time) return argument.extent.last == token;
    return std::any_of(argument.members.begin(), argument.members.end(),
                       [&](const Argument& member) { return member.tokens.last == token; });
  });
}

/// Each prepositional phrase as a relation of its own; returns how many there were.
std::size_t RelationWriter::add_obliques(const std::vector<Argument>& subjects,
                                         const std::string& stem, double sureness,
                                         const std::string& rule, bool passive) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < parts_.obliques.size() && count < 4; ++i) {
    const FrameArgument& oblique = *parts_.obliques[i];
    if (skipped(oblique) || is_side_duration(oblique)) continue;
    if (count > 0 && verb_ == "be" && oblique.marker != parts_.obliques[i - 1]->marker) continue;
    const double weight = (count == 0 ? 1.0 : confidence::kFurtherOblique) *
                          confidence::of_argument(oblique.confidence);
    add(subjects, stem + "_" + oblique.marker, oblique.members, sureness * weight, rule, passive);
    ++count;
  }
  return count + add_gerunds(subjects, stem, sureness * confidence::kOfGerund, rule, passive);
}

/// "involved in implementing projects".
std::size_t RelationWriter::add_gerunds(const std::vector<Argument>& subjects,
                                        const std::string& stem, double sureness,
                                        const std::string& rule, bool passive) {
  std::size_t count = 0;
  for (const FrameArgument* complement : parts_.complements) {
    if (complement->marker != "in" || !complement->frame) continue;
    const Frame& gerund = sentence_.frames[*complement->frame];
    Argument object;
    object.head = gerund.head;
    object.tokens = {gerund.head, gerund.head + 1};
    for (const FrameArgument& argument : gerund.arguments)
      if (argument.role == ArgumentRole::object && !argument.members.empty())
        object.tokens.last = std::max(object.tokens.last, argument.members.front().tokens.last);
    add(subjects, stem + "_" + complement->marker, {object}, sureness, rule, passive);
    ++count;
  }
  return count;
}

}  // namespace dossier::extract::clause
