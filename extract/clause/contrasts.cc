// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/contrasts.h"

#include <algorithm>
#include <optional>

#include "extract/clause/verb_form.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// Where "but Y" begins among the members; none if there is no "but", or if "but also Y" adds to
/// what comes before.
std::optional<std::size_t> behind_but(const Tree& tree, const std::vector<Argument>& members) {
  for (std::size_t m = 1; m < members.size(); ++m) {
    const std::optional<std::uint32_t> word = tree.child(members[m].head, cc);
    if (word && *word < members[m].head && tree.word(*word) == "but" &&
        tree.word(*word + 1) != "also")
      return m;
  }
  return std::nullopt;
}

/// "not by the council": the denial in front of the phrase, as distinct from one of the verb.
bool is_denied(const Tree& tree, const FrameArgument& argument) {
  const std::uint32_t first = argument.members.front().tokens.first;
  const std::uint32_t begin = std::min(argument.extent.first, first);
  for (std::uint32_t i = begin > 0 ? begin - 1 : 0; i < first; ++i)
    if (tree.word(i) == "not") return denies(tree, i);
  return false;
}

/// The argument of `frame` with a denied and a said half, and where the second begins.
struct Contrast {
  std::size_t argument;
  std::size_t said;
};

std::optional<Contrast> contrast_in(const Tree& tree, const Frame& frame) {
  for (std::size_t a = 0; a < frame.arguments.size(); ++a) {
    const FrameArgument& argument = frame.arguments[a];
    const std::optional<std::size_t> said = behind_but(tree, argument.members);
    if (!said) continue;
    const bool of_verb = frame.negated && argument.role != ArgumentRole::subject &&
                         argument.members.front().head >= frame.head;
    if (of_verb || is_denied(tree, argument)) return Contrast{a, *said};
  }
  return std::nullopt;
}

}  // namespace

void part_contrasts(const Tree& tree, std::vector<Frame>& frames) {
  for (std::size_t f = 0, count = frames.size(); f < count; ++f) {
    const std::optional<Contrast> contrast = contrast_in(tree, frames[f]);
    if (!contrast) continue;
    Frame said = frames[f];
    frames[f].negated = true;
    said.negated = false;
    const auto half = static_cast<std::ptrdiff_t>(contrast->said);
    std::vector<Argument>& denied = frames[f].arguments[contrast->argument].members;
    denied.erase(denied.begin() + half, denied.end());
    std::vector<Argument>& kept = said.arguments[contrast->argument].members;
    kept.erase(kept.begin(), kept.begin() + half);
    frames.push_back(std::move(said));
  }
}

}  // namespace dossier::extract::clause
