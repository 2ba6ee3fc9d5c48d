// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/crew.h"

#include <algorithm>

#include "model/stack.h"

namespace dossier {

Crew::Crew(QueryState& whole, Parts parts, std::shared_ptr<HelperThreads> helpers)
    : whole_(whole),
      parts_(std::move(parts)),
      workers_(std::min(whole.threads(), parts_.size()), std::move(helpers)) {
  members_.reserve(workers_.count());  // their places are known to operators
  for (std::size_t i = 0; i < workers_.count(); ++i)
    members_.push_back({whole.make_part(workers_.stop(), i == 0), {}, {}, {}});
}

void Crew::run(const Take& take) {
  for (Build& build : builds_) build.input->read(*build.side, build.columns);
  share(parts_.size(), [&](std::size_t number, std::size_t part) {
    CrewMember& member = members_[number];
    member.share.part = &parts_[part];
    member.root->open();
    while (member.root->next(member.batch)) take(number, part, member.batch);
    member.root->close();
  });
}

void Crew::share(std::size_t pieces, const std::function<void(std::size_t, std::size_t)>& work) {
  const auto count_rows = [this] {
    for (CrewMember& member : members_) whole_.count_rows(member.state.limits().take_rows());
  };
  try {
    workers_.run(pieces, work, [this] { whole_.check(); });
  } catch (...) {
    count_rows();
    whole_.check();  // says more about a limit of time than the member's message
    throw;
  }
  count_rows();
}

SharePieces Crew::pieces() {
  return [this](std::size_t count, const PieceWork& work) {
    share(count, [&](std::size_t member, std::size_t piece) {
      work(members_[member].state.limits(), piece);
    });
  };
}

void Crew::close() {
  for (CrewMember& member : members_) member.root->close();
  for (Build& build : builds_) {
    build.side->clear();
    build.input->close();
  }
}

bool Crew::made_terms() const {
  return std::any_of(members_.begin(), members_.end(),
                     [](const auto& member) { return !member.state.terms().locals().empty(); });
}

TermId Crew::translate(std::size_t member, TermId id) {
  if (!id.is_local()) return id;
  return whole_.terms().intern(members_[member].state.terms().term(id));
}

}  // namespace dossier
