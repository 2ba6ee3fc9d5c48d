// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/question_clause.h"

#include <algorithm>

#include "model/ascii.h"

namespace dossier::asking {

using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;

bool QuestionClause::is_placeholder(std::uint32_t token) const {
  return statement_.placeholder && starts_[token] >= statement_.placeholder->first &&
         starts_[token] < statement_.placeholder->second;
}

bool QuestionClause::holds_placeholder(const FrameArgument& argument) const {
  return std::any_of(argument.members.begin(), argument.members.end(),
                     [&](const extract::Argument& member) { return is_placeholder(member.head); });
}

bool QuestionClause::holds_placeholder(const Frame& frame) const {
  return std::any_of(frame.arguments.begin(), frame.arguments.end(),
                     [&](const FrameArgument& argument) { return holds_placeholder(argument); });
}

bool QuestionClause::is_base_verb(const Frame& frame) const {
  return frame.kind == Frame::Kind::verb && !statement_.base_verb.empty() &&
         ascii_lower(sentence_.tokens[frame.head].text) == statement_.base_verb;
}

std::optional<std::uint32_t> QuestionClause::preposition_in(const FrameArgument& argument) const {
  for (std::uint32_t i = argument.extent.first; i < argument.extent.last; ++i) {
    if (!is_placeholder(i)) continue;
    if (i < argument.extent.first + 2) return std::nullopt;
    if (sentence_.tokens[i - 1].upos != extract::Upos::adp) return std::nullopt;
    return i - 1;
  }
  return std::nullopt;
}

bool QuestionClause::placeholder_inside(const Frame& frame) const {
  return std::any_of(
      frame.arguments.begin(), frame.arguments.end(),
      [&](const FrameArgument& argument) { return preposition_in(argument).has_value(); });
}

const Frame* QuestionClause::main_frame() const {
  const Frame* first = nullptr;
  const Frame* around = nullptr;
  for (const Frame& frame : sentence_.frames) {
    const bool clause = frame.kind == Frame::Kind::verb || frame.kind == Frame::Kind::copula;
    if (!clause) continue;
    if (statement_.placeholder && holds_placeholder(frame)) return wanted_action(frame);
    if (around == nullptr && placeholder_inside(frame)) around = &frame;
    if (first == nullptr && !frame.governor) first = &frame;
  }
  if (statement_.placeholder) return around;
  // "the ban on watering gardens did last": the verb behind "did".
  for (const Frame& frame : sentence_.frames)
    if (is_base_verb(frame)) first = &frame;
  return first == nullptr ? nullptr : wanted_action(*first);
}

/// "Who wanted to sell X?": it is the sale that is asked about.
const Frame* QuestionClause::wanted_action(const Frame& frame) const {
  for (const FrameArgument& argument : frame.arguments) {
    const bool infinitive =
        argument.role == ArgumentRole::complement && argument.frame && argument.marker == "to";
    if (!infinitive || frame.find(ArgumentRole::object) != nullptr) continue;
    const Frame& action = sentence_.frames[*argument.frame];
    const bool kept =
        !statement_.placeholder || !holds_placeholder(frame) || holds_placeholder(action);
    if (kept) return &action;
  }
  return &frame;
}

}  // namespace dossier::asking
