// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/decision_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/error.h"
#include "engine/results/short_names.h"
#include "repl/input/option_values.h"

namespace dossier::repl {

std::string in_words(const EntityDecision& decision, const Prefixes& prefixes) {
  const std::string entity = short_text(decision.entity, prefixes);
  const std::string other = short_text(decision.other, prefixes);
  switch (decision.kind) {
    case EntityDecision::Kind::merge:
      return fmt::format("merged {} into {}", other, entity);
    case EntityDecision::Kind::split_name:
      return fmt::format("took \"{}\" out of {} as {}", decision.name, entity, other);
    case EntityDecision::Kind::split_document:
      return fmt::format("took what {} says out of {} as {}",
                         short_text(*decision.document, prefixes), entity, other);
    case EntityDecision::Kind::rename:
      return fmt::format("called {} \"{}\"", entity, decision.name);
    case EntityDecision::Kind::reject_fact:
      return fmt::format("rejected {}", entity);
    case EntityDecision::Kind::refuse_proposal:
      return fmt::format("declined proposal {}", decision.name);
  }
  return {};
}

std::string with_number(const EntityDecision& decision, const Prefixes& prefixes) {
  return fmt::format("{} (decision {})", in_words(decision, prefixes), decision.number);
}

std::string undo(KnowledgeBase& kb, const std::string& number, const Prefixes& prefixes) {
  const std::vector<EntityDecision> all = entity_decisions(kb);
  if (all.empty()) throw Error(ErrorCode::input, "there is no decision to revert");
  const std::uint64_t wanted =
      number.empty() ? all.back().number : parse_count("the decision", number);
  const auto at = std::find_if(all.begin(), all.end(),
                               [&](const EntityDecision& one) { return one.number == wanted; });
  undo_decision(kb, wanted);
  return fmt::format("reverted decision {}, which {}", wanted, in_words(*at, prefixes));
}

}  // namespace dossier::repl
