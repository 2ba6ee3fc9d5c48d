// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/tree.h"

#include <algorithm>
#include <utility>

#include "extract/interruption.h"
#include "extract/text/unicode.h"
#include "model/ascii.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// Where the words begin that ask: of 'the question "what is art?"' those in quotes. None: nothing
/// is asked.
std::optional<std::uint32_t> asked_from(const Sentence& sentence) {
  bool closed = false;
  for (auto at = static_cast<std::uint32_t>(sentence.tokens.size()); at-- > 0;) {
    const std::string_view text = sentence.tokens[at].text;
    if (text == "?" || text == "?!" || text == "??") {
      while (closed && at > 0 && !is_quote(sentence.tokens[at].text)) --at;
      return closed ? at : 0;
    }
    closed = closed || is_quote(text);
    if (!is_quote(text) && text != ")") return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Tree::Tree(const Sentence& sentence) : sentence_(sentence), asked_from_(asked_from(sentence)) {
  const std::size_t count = sentence.tokens.size();
  words_.reserve(count);
  arcs_.reserve(count);
  for (const Token& token : sentence.tokens) {
    words_.push_back(ascii_lower(token.text));
    Arc arc;
    if (token.head >= 0) arc.head = static_cast<std::uint32_t>(token.head);
    arc.relation = token.relation;
    arc.probability = token.head_probability * token.relation_probability;
    arcs_.push_back(std::move(arc));
  }
  holders_.resize(count);
  mentions_.assign(count, nullptr);
  for (const Mention& mention : sentence.mentions)
    for (std::uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i)
      if (!mentions_[i] || mentions_[i]->tokens.last - mentions_[i]->tokens.first <
                               mention.tokens.last - mention.tokens.first)
        mentions_[i] = &mention;
  index();
}

bool Tree::is(std::uint32_t i, Relation relation) const {
  // Whatever walks a tree comes through here.
  Interruption::look();
  return arcs_[i].relation.is(relation);
}

bool Tree::is_any(std::uint32_t i, std::initializer_list<Relation> relations) const {
  return std::any_of(relations.begin(), relations.end(),
                     [&](Relation relation) { return is(i, relation); });
}

std::optional<std::uint32_t> Tree::child(std::uint32_t i, Relation relation) const {
  for (const std::uint32_t child : children_[i])
    if (is(child, relation)) return child;
  return std::nullopt;
}

bool Tree::below(std::uint32_t i, std::uint32_t ancestor) const {
  for (std::uint32_t steps = 0; steps <= size(); ++steps) {
    if (i == ancestor) return true;
    if (!arcs_[i].head) return false;
    i = *arcs_[i].head;
  }
  return false;
}

bool Tree::is_nominal(std::uint32_t i) const {
  const auto& pos = upos(i);
  return pos == Upos::noun || pos == Upos::propn || pos == Upos::pron || pos == Upos::num ||
         pos == Upos::sym || pos == Upos::x || (pos == Upos::det && !is(i, det));
}

const Mention* Tree::mention(std::uint32_t i) const { return mentions_[i]; }

bool Tree::names_person(std::uint32_t i) const {
  return mentions_[i] && mentions_[i]->type == MentionType::person;
}

std::optional<std::uint32_t> Tree::time(std::uint32_t i) const {
  for (std::uint32_t t = 0; t < sentence_.times.size(); ++t)
    if (sentence_.times[t].tokens.contains(i)) return t;
  return std::nullopt;
}

std::uint32_t Tree::first_conjunct(std::uint32_t i) const {
  while (is(i, conj) && arcs_[i].head) i = *arcs_[i].head;
  return i;
}

void Tree::set_holder(TokenRange title, TokenRange name) {
  for (std::uint32_t i = title.first; i < title.last; ++i) {
    const std::optional<std::uint32_t> above = arcs_[i].head;
    const bool top = !above || !(title.contains(*above) || name.contains(*above));
    if (top && is_nominal(i) && name.first >= title.last) holders_[i] = name;
  }
}

void Tree::attach(std::uint32_t i, std::optional<std::uint32_t> head, Label<Relation> relation) {
  if (head && below(*head, i)) return;  // a circle
  arcs_[i].head = head;
  arcs_[i].relation = std::move(relation);
}

void Tree::index() {
  children_.assign(size(), {});
  for (std::uint32_t i = 0; i < size(); ++i)
    if (arcs_[i].head) children_[*arcs_[i].head].push_back(i);
  find_extents();
}

void Tree::rehang(std::uint32_t i, std::optional<std::uint32_t> head, Label<Relation> relation) {
  attach(i, head, std::move(relation));
  index();
}

void Tree::replace(std::uint32_t i, std::uint32_t by, Label<Relation> relation) {
  attach(by, head(i), this->relation(i));
  for (const std::uint32_t child : children(i))
    if (child != by) attach(child, by, this->relation(child));
  rehang(i, by, relation);
}

void Tree::keep(Sentence& sentence) const {
  for (std::size_t i = 0; i < arcs_.size(); ++i) {
    sentence.tokens[i].head = arcs_[i].head ? static_cast<std::int32_t>(*arcs_[i].head) : -1;
    sentence.tokens[i].relation = arcs_[i].relation;
  }
}

void Tree::find_extents() {
  extents_.resize(size());
  for (std::uint32_t i = 0; i < size(); ++i) extents_[i] = {i, i + 1};
  for (std::uint32_t i = 0; i < size(); ++i) {
    std::optional<std::uint32_t> above = arcs_[i].head;
    for (std::uint32_t steps = 0; above && steps < size(); ++steps) {
      TokenRange& range = extents_[*above];
      range.first = std::min(range.first, i);
      range.last = std::max(range.last, i + 1);
      above = arcs_[*above].head;
    }
  }
}

}  // namespace dossier::extract::clause
