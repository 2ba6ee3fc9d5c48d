// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/role_clauses.h"

#include <algorithm>

#include "desk/ask/argument_parts.h"

namespace dossier::asking {

using extract::Argument;
using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;

std::vector<ClauseValue> RoleClauses::values(const Frame& frame) const {
  const bool role = frame.kind == Frame::Kind::role || frame.kind == Frame::Kind::apposition;
  if (!role || frame.former || reading_.wanted != Wanted::thing) return {};
  const FrameArgument* subject = frame.find(ArgumentRole::subject);
  const Role* wanted = reading_.wanted_role();
  if (subject == nullptr || wanted == nullptr) return {};
  if (wanted->slot == Role::Slot::subject) return holders(frame, *subject);
  const Role* known = reading_.find(Role::Slot::subject);
  if (known == nullptr || known->wanted || !phrases_.is_phrase(known->phrase, *subject)) return {};
  const FrameArgument* what = frame.find(ArgumentRole::attribute);
  if (what == nullptr || !describes(parsed_, what->members.front())) return {};
  return {values_.description_of(what->members.front())};
}

std::vector<ClauseValue> RoleClauses::holders(const Frame& frame,
                                              const FrameArgument& subject) const {
  extract::TokenRange range = frame.predicate;
  for (const FrameArgument& argument : frame.arguments)
    if (argument.role != ArgumentRole::subject)
      range = {std::min(range.first, argument.extent.first),
               std::max(range.last, argument.extent.last)};
  for (const Role& role : reading_.roles)
    if (!role.wanted && !phrases_.has_words(role.phrase.words, range)) return {};
  std::vector<ClauseValue> out;
  for (const Argument& member : subject.members)
    if (auto value = values_.value_of(member, member.tokens)) out.push_back(std::move(*value));
  return out;
}

}  // namespace dossier::asking
