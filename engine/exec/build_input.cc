// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/build_input.h"

#include <utility>

#include "engine/exec/crew.h"

namespace dossier {

BuildInput::BuildInput(QueryState& state, OperatorPtr source)
    : state_(state), source_(std::move(source)) {}

BuildInput::BuildInput(QueryState& state, std::unique_ptr<Crew> crew)
    : state_(state), crew_(std::move(crew)) {}

BuildInput::~BuildInput() = default;

const Layout& BuildInput::layout() const noexcept {
  return crew_ ? (*crew_)[0].root->layout() : source_->layout();
}

void BuildInput::read(BuildSide& side, const JoinColumns& columns) {
  side.clear();
  if (crew_)
    side.index(read_crew(columns), columns.is_hashed(), crew_->size(), crew_->pieces());
  else
    side.index(read_source(columns), columns.is_hashed(), 1, alone(state_.limits()));
}

std::vector<std::unique_ptr<BuildRows>> BuildInput::read_source(const JoinColumns& columns) {
  std::vector<std::unique_ptr<BuildRows>> gathered;
  gathered.push_back(std::make_unique<BuildRows>(layout().size(), state_.memory()));
  source_->open();
  Batch batch = source_->make_batch();
  while (source_->next(batch)) gathered[0]->add(batch, 0, columns);
  source_->close();
  return gathered;
}

std::vector<std::unique_ptr<BuildRows>> BuildInput::read_crew(const JoinColumns& columns) {
  std::vector<std::unique_ptr<BuildRows>> gathered;
  for (std::size_t i = 0; i < crew_->size(); ++i)
    gathered.push_back(std::make_unique<BuildRows>(layout().size(), (*crew_)[i].state.memory()));
  crew_->run([&](std::size_t member, std::size_t part, const Batch& batch) {
    gathered[member]->add(batch, part, columns);
  });
  return gathered;
}

void BuildInput::close() {
  if (crew_)
    crew_->close();
  else
    source_->close();
}

}  // namespace dossier
