// SPDX-License-Identifier: Apache-2.0
// The part of ArgumentResolver that reads "the presidents of Kenya and Uganda" and "both companies"
// as who they are.
#include <vector>

#include "extract/resolve/argument_resolver.h"
#include "model/ascii.h"

namespace dossier::extract::resolve {

/// "They", of whom nothing else is known.
bool ArgumentResolver::is_unread_they(std::uint32_t s, const Argument& argument) const {
  const std::string word = ascii_lower(analysis_.sentences[s].tokens[argument.head].text);
  const auto read = pronouns_.find(argument.head);
  return (word == "they" || word == "them") && (read == pronouns_.end() || !read->second.entity);
}

std::vector<std::uint32_t> ArgumentResolver::all_meant(std::uint32_t s,
                                                       const Argument& argument) const {
  std::vector<std::uint32_t> all;
  for (const Holder& holder : holders_.find_all(s, argument)) all.push_back(holder.person);
  if (all.empty())
    for (const Referent& one : discourse_.both_of(s, argument.tokens)) all.push_back(one.entity);
  if (all.empty() && is_unread_they(s, argument))
    for (const Referent& one : discourse_.two_subjects(s)) all.push_back(one.entity);
  return all;
}

/// "The presidents of Kenya and Uganda signed it": a clause for each of them, where who they are is
/// told.
std::vector<Clause> ArgumentResolver::opened(std::uint32_t s, const Clause& clause) const {
  std::vector<Clause> out{clause};
  for (std::optional<Argument> Clause::*part : {&Clause::subject, &Clause::object}) {
    if (!(clause.*part)) continue;
    const std::vector<std::uint32_t> all = all_meant(s, *(clause.*part));
    if (all.empty()) continue;
    std::vector<Clause> more;
    for (const Clause& one : out) {
      for (const std::uint32_t meant : all) {
        more.push_back(one);
        (more.back().*part)->entity = meant;
      }
    }
    out = std::move(more);
  }
  return out;
}

void ArgumentResolver::open_members(std::uint32_t s, FrameArgument& argument) const {
  std::vector<Argument> members;
  for (const Argument& member : argument.members) {
    const std::vector<std::uint32_t> all = all_meant(s, member);
    if (all.empty()) members.push_back(member);
    for (const std::uint32_t meant : all) {
      members.push_back(member);
      members.back().entity = meant;
    }
  }
  argument.members = std::move(members);
}

}  // namespace dossier::extract::resolve
