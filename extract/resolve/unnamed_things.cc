// SPDX-License-Identifier: Apache-2.0
// The part of ArgumentResolver that reads phrases without a name: individuals and concepts.
#include <algorithm>

#include "extract/clause/phrase.h"
#include "extract/resolve/argument_resolver.h"
#include "extract/resolve/named_things.h"
#include "extract/resolve/parts_of.h"
#include "extract/sentence_tree.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

/// "X is a port": the port is no second thing beside X.
bool ArgumentResolver::says_what_it_is(std::uint32_t s, const Argument& argument) const {
  for (const Frame& frame : analysis_.sentences[s].frames) {
    for (const FrameArgument& part : frame.arguments) {
      if (part.role != ArgumentRole::attribute) continue;
      for (const Argument& member : part.members)
        if (member.head == argument.head) return true;
    }
  }
  return false;
}

namespace {

/// "from 30 to 40 million euros", where it is no quantity: nothing that documents share.
bool is_counted(const Sentence& sentence, const Argument& argument) {
  const Token& first = sentence.tokens[argument.tokens.first];
  return sentence.tokens[argument.head].xpos == Xpos::nns && first.upos == Upos::num &&
         argument.tokens.first < argument.head &&
         first.span.end < sentence.tokens[argument.tokens.first + 1].span.begin;
}

}  // namespace

std::optional<std::uint32_t> ArgumentResolver::unnamed(std::uint32_t s, const Argument& argument,
                                                       const std::string& label) {
  const bool kind = says_what_it_is(s, argument);
  const auto single = kind ? std::nullopt : individuals_.find(s, argument, possessors(s, argument));
  if (!single && is_counted(analysis_.sentences[s], argument)) return std::nullopt;
  // A name that was not seen as one here is still what the document calls so elsewhere.
  const auto name = single ? single : table_.find_name(label);
  const std::uint32_t entity = name ? *name : table_.concept_named(label);
  note_involved(s, argument, entity);
  if (single) note_owner(s, argument, entity);
  return entity;
}

/// "Her brother" is "Anna Berg's brother", where there is little doubt whose.
void ArgumentResolver::note_owner(std::uint32_t s, const Argument& argument, std::uint32_t entity) {
  const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
  for (std::uint32_t i = argument.tokens.first; i < argument.head; ++i) {
    const auto known = pronouns_.find(i);
    const bool owns = tokens[i].relation == Relation::nmod_poss &&
                      tokens[i].head == static_cast<std::int32_t>(argument.head);
    if (!owns || known == pronouns_.end() || !known->second.entity) continue;
    if (is_told(s, i, *known->second.entity)) table_.note_owner(entity, *known->second.entity);
  }
}

/// Whether the sentence has named the owner before the pronoun, or the speaker is the owner, or the
/// reading model is all but certain.
bool ArgumentResolver::is_told(std::uint32_t s, std::uint32_t pronoun, std::uint32_t owner) const {
  const Sentence& in = analysis_.sentences[s];
  const std::string word = to_lower(in.tokens[pronoun].text);
  if (word == "my") return true;
  if (word == "our") return table_.type(owner) == MentionType::organization;
  for (const Mention& mention : in.mentions)
    if (!mention.tokens.empty() && mention.tokens.last <= pronoun && mention.entity &&
        table_.find(*mention.entity) == table_.find(owner))
      return true;
  return discourse_.is_surely(s, pronoun, owner);
}

/// Whom the possessives inside a phrase mean.
Individuals::Possessors ArgumentResolver::possessors(std::uint32_t s,
                                                     const Argument& argument) const {
  Individuals::Possessors found;
  const Sentence& in = analysis_.sentences[s];
  for (std::uint32_t i = argument.tokens.first; i < argument.tokens.last; ++i) {
    if (in.tokens[i].relation != Relation::nmod_poss) continue;
    if (const auto known = pronouns_.find(i); known != pronouns_.end())
      found[i] = known->second.entity;
    for (const Mention& mention : in.mentions)
      if (mention.tokens.contains(i) && mention.entity) found[i] = mention.entity;
  }
  return found;
}

/// What is named inside the phrase. A pronoun says so of one thing only, not of all that share a
/// concept's words.
void ArgumentResolver::note_involved(std::uint32_t s, const Argument& argument,
                                     std::uint32_t entity) {
  const bool single = table_.is_individual(entity);
  for (const Mention& mention : sentence(s).mentions) {
    if (!mention.entity || mention.tokens.empty() || table_.is_concept(*mention.entity)) continue;
    const bool inside = argument.tokens.contains(mention.tokens.first) &&
                        argument.tokens.contains(mention.tokens.last - 1);
    const bool pronoun = mention.tokens.last - mention.tokens.first == 1 &&
                         is_personal_pronoun(sentence(s).tokens[mention.tokens.first]);
    if (inside && (single || !pronoun)) table_.note_involved(entity, *mention.entity);
  }
}

/// Whether a noun is the head of a phrase that tells of a thing: no part of a name or of a
/// compound, and not what is said of something else ("Berg, a lawyer", "Lima is a port").
bool ArgumentResolver::is_heard(std::uint32_t s, std::uint32_t noun) const {
  const Sentence& in = analysis_.sentences[s];
  const Token& word = in.tokens[noun];
  if (!is_common_noun(word)) return false;
  if (word.relation == Relation::compound || word.relation == Relation::appos ||
      has_child(in, noun, Relation::cop))
    return false;
  return std::none_of(in.mentions.begin(), in.mentions.end(), [&](const Mention& mention) {
    return !mention.tokens.empty() && mention.tokens.contains(noun);
  });
}

void ArgumentResolver::hear(std::uint32_t s) {
  const auto count = static_cast<std::uint32_t>(sentence(s).tokens.size());
  std::optional<clause::Tree> tree;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!is_heard(s, i)) continue;
    if (!tree) tree.emplace(sentence(s));
    const std::size_t mentions = sentence(s).mentions.size();
    hear(s, clause::phrase(*tree, i));
    // A tree points to the mentions of its sentence, which one more may move.
    if (sentence(s).mentions.size() != mentions) tree.reset();
  }
}

/// What a description means is a mention of it also where nothing is said of it.
void ArgumentResolver::hear(std::uint32_t s, const Argument& argument) {
  Provenance provenance;
  if (const auto entity = discourse_.description(s, argument, provenance))
    return note_mention(s, argument.tokens, *entity, provenance);
  if (!says_what_it_is(s, argument)) individuals_.hear(s, argument, possessors(s, argument));
}

}  // namespace dossier::extract::resolve
