// SPDX-License-Identifier: Apache-2.0
// The part of ArgumentResolver that reads "the presidents of Kenya and Uganda" as who they are.
#include <vector>

#include "extract/resolve/argument_resolver.h"

namespace dossier::extract::resolve {

/// "The presidents of Kenya and Uganda signed it": a clause for each of them, where who they are is
/// told.
std::vector<Clause> ArgumentResolver::opened(std::uint32_t s, const Clause& clause) const {
  std::vector<Clause> out{clause};
  for (std::optional<Argument> Clause::*part : {&Clause::subject, &Clause::object}) {
    if (!(clause.*part)) continue;
    const std::vector<Holder> all = holders_.find_all(s, *(clause.*part));
    if (all.empty()) continue;
    std::vector<Clause> more;
    for (const Clause& one : out) {
      for (const Holder& holder : all) {
        more.push_back(one);
        (more.back().*part)->entity = holder.person;
      }
    }
    out = std::move(more);
  }
  return out;
}

void ArgumentResolver::open_members(std::uint32_t s, FrameArgument& argument) const {
  std::vector<Argument> members;
  for (const Argument& member : argument.members) {
    const std::vector<Holder> all = holders_.find_all(s, member);
    if (all.empty()) members.push_back(member);
    for (const Holder& holder : all) {
      members.push_back(member);
      members.back().entity = holder.person;
    }
  }
  argument.members = std::move(members);
}

}  // namespace dossier::extract::resolve
