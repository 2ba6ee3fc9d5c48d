// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/role_maker.h"

#include <algorithm>
#include <utility>

#include "extract/clause/phrase.h"
#include "extract/clause/relations.h"
#include "extract/lexicon/lexicon.h"
#include "extract/names/describing_nouns.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

FrameArgument part(ArgumentRole role, std::vector<Argument> members) {
  FrameArgument result;
  result.role = role;
  result.extent = {members.front().tokens.first, members.back().tokens.last};
  result.members = std::move(members);
  return result;
}

/// "the Lunds".
bool is_plural_name(const Tree& tree, const Mention& name) {
  return tree.xpos(name.tokens.last - 1) == Xpos::nnps && name.tokens.first + 1 == name.tokens.last;
}

/// "Director of the company", not "author of the book", "organiser of the march".
bool is_employer(const Tree& tree, const Argument& body) {
  if (tree.mention(body.head) || tree.upos(body.head) != Upos::noun) return true;
  switch (Lexicon::builtin().word(tree.lemma(body.head)).noun_class) {
    case NounClass::act:
    case NounClass::cognition:
    case NounClass::communication:
    case NounClass::event:
      return is_body_noun(tree.lemma(body.head));
    default:
      return true;
  }
}

}  // namespace

RoleMaker::RoleMaker(const Tree& tree, std::vector<Frame>& frames)
    : tree_(tree), frames_(frames), held_(tree.size()) {
  for (const Frame& frame : frames)
    if (frame.kind == Frame::Kind::role) held_[frame.head] = true;
}

bool RoleMaker::is_post(std::uint32_t i) const {
  return is_title(tree_, i) || is_capital(tree_, i);
}

std::optional<Title> RoleMaker::title(std::uint32_t noun) const {
  std::optional<Title> result = title_at(tree_, noun);
  if (!result || !is_capital(tree_, noun)) return result;
  if (result->of.empty()) return std::nullopt;
  const Mention* body = tree_.mention(result->of.front().head);
  return body && body->type != MentionType::person ? result : std::nullopt;
}

const Mention* RoleMaker::holder_name(std::uint32_t i, std::uint32_t post) const {
  const Mention* name = tree_.mention(i);
  if (!name || (name->type == MentionType::person) == is_capital(tree_, post)) return nullptr;
  return is_plural_name(tree_, *name) ? nullptr : name;
}

Argument RoleMaker::argument_of(const Mention& name) {
  Argument result;
  result.tokens = name.tokens;
  result.head = name.tokens.last - 1;
  return result;
}

std::vector<std::uint32_t> RoleMaker::posts_of_list(std::uint32_t first) const {
  std::vector<std::uint32_t> result{first};
  const auto note = [&](std::uint32_t i) {
    if (is_post(i) && std::find(result.begin(), result.end(), i) == result.end())
      result.push_back(i);
  };
  for (std::size_t at = 0; at < result.size(); ++at) {
    const std::uint32_t noun = result[at];
    for (const std::uint32_t one : conjuncts(tree_, noun)) note(one);
    for (const std::uint32_t child : tree_.children(noun))
      if (tree_.is(child, nmod) && !is_post(child))
        for (const std::uint32_t one : conjuncts(tree_, child)) note(one);
  }
  return result;
}

bool RoleMaker::add(const Title& title, const Argument& holder, double confidence,
                    Construction construction) {
  if (held_[title.noun] && !title.plural) return false;
  held_[title.noun] = true;
  Frame frame;
  frame.kind = Frame::Kind::role;
  frame.head = title.noun;
  frame.predicate = title.tokens;
  frame.lemma = relation_name(title.text);
  frame.construction = construction;
  if (!is_capital(tree_, title.noun)) frame.title = title.text;
  frame.former = title.former;
  frame.arguments.push_back(part(ArgumentRole::subject, {holder}));
  if (!title.of.empty()) {
    const bool employs = is_employer(tree_, title.of.front());
    frame.arguments.push_back(
        part(employs ? ArgumentRole::object : ArgumentRole::oblique, title.of));
    if (!employs) frame.arguments.back().marker = "of";
  }
  if (title.from) {
    frame.arguments.push_back(part(ArgumentRole::oblique, {*title.from}));
    frame.arguments.back().marker = "from";
  }
  frame.confidence = confidence;
  frames_.push_back(std::move(frame));
  return true;
}

}  // namespace dossier::extract::clause
