// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/contrasts.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/clause/phrase.h"
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

/// Where "but not Y" or "and no Y" begins among the members.
std::optional<std::size_t> denied_behind(const Tree& tree, const std::vector<Argument>& members) {
  for (std::size_t m = 1; m < members.size(); ++m) {
    const std::uint32_t noun = members[m].head;
    const std::optional<std::uint32_t> word = tree.child(noun, cc);
    if (!word || *word > noun) continue;
    const std::string& next = tree.word(*word + 1);
    if (next == "no" || (next == "not" && denies(tree, *word + 1))) return m;
  }
  return std::nullopt;
}

/// The argument of `frame` with a denied and a said half, where the second begins, and whether that
/// is the denied one.
struct Contrast {
  std::size_t argument;
  std::size_t second;
  bool second_denied = false;
};

std::optional<Contrast> contrast_in(const Tree& tree, const Frame& frame) {
  for (std::size_t a = 0; a < frame.arguments.size(); ++a) {
    const FrameArgument& argument = frame.arguments[a];
    const auto denied = denied_behind(tree, argument.members);
    if (denied && !frame.negated) return Contrast{a, *denied, true};
    const std::optional<std::size_t> said = behind_but(tree, argument.members);
    if (!said) continue;
    const bool of_verb = frame.negated && argument.role != ArgumentRole::subject &&
                         argument.members.front().head >= frame.head;
    if (of_verb || is_denied(tree, argument)) return Contrast{a, *said};
  }
  return std::nullopt;
}

/// "but not Y", which is no member of the list.
bool is_left_out(const Tree& tree, std::uint32_t noun, const FrameArgument& argument) {
  const std::optional<std::uint32_t> word = tree.child(noun, cc);
  if (!word || *word > noun || tree.word(*word) != "but" || tree.word(*word + 1) != "not")
    return false;
  const std::string marker = preposition(tree, noun);
  const bool alike =
      marker.empty() || marker == argument.marker ||
      (marker == "by" && argument.role == ArgumentRole::subject);  // "by X but not by Y"
  return alike && tree.is_nominal(noun) && denies(tree, *word + 1);
}

std::vector<Argument> left_out(const Tree& tree, const FrameArgument& argument) {
  std::vector<Argument> result;
  for (const Argument& member : argument.members)
    for (std::uint32_t i = member.tokens.last; i < tree.size(); ++i)
      if (tree.is(i, conj) && member.tokens.contains(*tree.head(i)) &&
          is_left_out(tree, i, argument))
        for (Argument& one : phrases(tree, i)) result.push_back(std::move(one));
  return result;
}

/// "invited X but not Y": Y was not.
void deny_left_out(const Tree& tree, std::vector<Frame>& frames, std::size_t f) {
  if (frames[f].negated) return;
  for (std::size_t a = 0; a < frames[f].arguments.size(); ++a) {
    std::vector<Argument> members = left_out(tree, frames[f].arguments[a]);
    if (members.empty()) continue;
    Frame denied = frames[f];
    denied.negated = true;
    denied.arguments[a].members = std::move(members);
    frames.push_back(std::move(denied));
  }
}

}  // namespace

void part_contrasts(const Tree& tree, std::vector<Frame>& frames) {
  for (std::size_t f = 0, count = frames.size(); f < count; ++f) {
    deny_left_out(tree, frames, f);
    const std::optional<Contrast> contrast = contrast_in(tree, frames[f]);
    if (!contrast) continue;
    Frame second = frames[f];
    frames[f].negated = !contrast->second_denied;
    second.negated = contrast->second_denied;
    const auto half = static_cast<std::ptrdiff_t>(contrast->second);
    std::vector<Argument>& before = frames[f].arguments[contrast->argument].members;
    before.erase(before.begin() + half, before.end());
    std::vector<Argument>& behind = second.arguments[contrast->argument].members;
    behind.erase(behind.begin(), behind.begin() + half);
    frames.push_back(std::move(second));
  }
}

}  // namespace dossier::extract::clause
