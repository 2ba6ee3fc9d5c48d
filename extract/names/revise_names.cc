// SPDX-License-Identifier: Apache-2.0
#include "extract/names/revise_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "extract/lexicon/known_names.h"
#include "extract/lexicon/word_table.h"
#include "extract/names/describing_nouns.h"
#include "extract/names/mentions.h"
#include "extract/names/missing_names.h"
#include "extract/names/name_forms.h"
#include "extract/sentence_tree.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

namespace {

bool is_single(const Mention& mention) { return mention.tokens.last - mention.tokens.first == 1; }

/// "Severn Water plc", where the name was seen without its last word: a company.
void take_legal_forms(Sentence& sentence) {
  for (Mention& mention : sentence.mentions) {
    if (mention.tokens.last >= sentence.tokens.size()) continue;
    const Token& next = sentence.tokens[mention.tokens.last];
    if (!is_legal_form(next.text) || is_place(mention.type)) continue;
    const bool apart = mention.span.end < next.span.begin;
    ++mention.tokens.last;
    mention.span.end = next.span.end;
    mention.text += (apart ? " " : "") + next.text;
    mention.type = MentionType::organization;
  }
}

/// A word that may be a person's or a place's name, but nothing in it says so.
bool could_be_a_body(const Mention& mention) {
  const std::string name = bare_name(mention.text);
  if (mention.type == MentionType::place) return !is_known_place(name);
  if (mention.type != MentionType::person && mention.type != MentionType::unknown) return false;
  return mention.title.empty() && without_honorific(name) == name &&
         gender_of_given_name(name.substr(0, name.find(' '))) == Gender::unknown;
}

/// "director of Rift Relief": what one can be director of.
bool stands_behind_office(const Sentence& sentence, const Mention& mention) {
  if (mention.tokens.first < 2) return false;
  if (to_lower(sentence.tokens[mention.tokens.first - 1].text) != "of") return false;
  static const WordSet offices("titles", "office");
  return offices.contains(to_lower(sentence.tokens[mention.tokens.first - 2].text));
}

/// "according to Rift Relief": who says so, and is not known as a person.
bool is_source(const Sentence& sentence, const Mention& mention) {
  const std::uint32_t first = mention.tokens.first;
  return mention.type == MentionType::unknown && first >= 2 &&
         to_lower(sentence.tokens[first - 1].text) == "to" &&
         to_lower(sentence.tokens[first - 2].text) == "according";
}

bool is_shown_as_body(const Sentence& sentence, const Mention& mention) {
  if (stands_behind_office(sentence, mention) || is_source(sentence, mention)) return true;
  const std::vector<std::uint32_t> nouns = describing_nouns(sentence, mention);
  return std::any_of(nouns.begin(), nouns.end(),
                     [&](std::uint32_t noun) { return is_body_noun(sentence.tokens[noun].lemma); });
}

void retype_bodies(Analysis& analysis) {
  std::set<std::string> bodies;
  for (const Sentence& sentence : analysis.sentences)
    for (const Mention& mention : sentence.mentions)
      if (could_be_a_body(mention) && is_shown_as_body(sentence, mention))
        bodies.insert(name_key(mention.text));
  for (Sentence& sentence : analysis.sentences)
    for (Mention& mention : sentence.mentions)
      if (could_be_a_body(mention) && bodies.contains(name_key(mention.text)))
        mention.type = MentionType::organization;
}

/// Whether the tree takes `noun` and the name behind it for one phrase: not of "the book Carl Lund
/// wrote".
bool is_one_phrase(const Sentence& sentence, std::uint32_t noun, TokenRange name) {
  const auto above = [&](std::uint32_t i) { return sentence.tokens[i].head; };
  const std::uint32_t head = head_of(sentence, name);
  const auto beside = [](const Token& token) {
    return token.relation == Relation::appos || token.relation == Relation::flat ||
           token.relation == Relation::compound || token.relation == Relation::nmod_desc;
  };
  // "The ferry Aurora left", read as two subjects
  const bool twins = above(head) == above(noun) && above(head) >= 0 &&
                     sentence.tokens[head].relation == sentence.tokens[noun].relation &&
                     !has_child(sentence, head, Relation::case_);
  return twins ||
         (above(head) == static_cast<std::int32_t>(noun) && beside(sentence.tokens[head])) ||
         (above(noun) == static_cast<std::int32_t>(head) && beside(sentence.tokens[noun]));
}

/// What the noun in front tells: "the ferry Aurora", "the novel Emma"; else unknown.
MentionType told_by_noun(const Sentence& sentence, const Mention& mention) {
  static const WordSet crafts("nouns", "craft"), works("nouns", "titled_work");
  const std::uint32_t first = mention.tokens.first;
  if (first == 0 || sentence.tokens[first - 1].xpos != Xpos::nn) return MentionType::unknown;
  const std::string& noun = sentence.tokens[first - 1].lemma;
  const bool craft = crafts.contains(noun), work = works.contains(noun);
  if ((!craft && !work) || !is_one_phrase(sentence, first - 1, mention.tokens))
    return MentionType::unknown;
  return craft ? MentionType::product : MentionType::work;
}

/// Names of persons that are told to be those of a craft or a work are, wherever they stand.
void retype_things(Analysis& analysis) {
  const auto may_be_thing = [](const Mention& mention) {
    const bool open = mention.type == MentionType::person || mention.type == MentionType::unknown;
    return open && mention.title.empty();
  };
  std::map<std::string, MentionType> told;
  for (const Sentence& sentence : analysis.sentences)
    for (const Mention& mention : sentence.mentions)
      if (const MentionType type = told_by_noun(sentence, mention);
          may_be_thing(mention) && type != MentionType::unknown)
        told.emplace(name_key(mention.text), type);
  for (Sentence& sentence : analysis.sentences)
    for (Mention& mention : sentence.mentions)
      if (const auto at = told.find(name_key(mention.text));
          may_be_thing(mention) && at != told.end())
        mention.type = at->second;
}

/// A title, an honorific or a given name indicates a person.
bool is_surely_person(const Mention& mention, const std::string& name) {
  return !mention.title.empty() || without_honorific(name) != name ||
         gender_of_given_name(name.substr(0, name.find(' '))) != Gender::unknown;
}

std::set<std::string> surnames(const Analysis& analysis) {
  std::set<std::string> names, others;
  for (const Sentence& sentence : analysis.sentences) {
    for (const Mention& mention : sentence.mentions) {
      const std::string name = bare_name(mention.text);
      const std::vector<std::string> words = split_name(without_honorific(name));
      if (words.size() < 2) continue;
      const bool person = is_person(mention.type) && is_surely_person(mention, name);
      (person ? names : others).insert(words.back());
    }
  }
  // "Lund" of "Carl Lund", but not where something else is called "Port Lund".
  for (const std::string& other : others) names.erase(other);
  return names;
}

/// "Co-Chair Countries": a title does not indicate a person. "Kovacs" is one, after "Petra Kovacs".
void drop_plural_people(Sentence& sentence, const std::set<std::string>& known) {
  std::erase_if(sentence.mentions, [&](const Mention& mention) {
    const auto& tag = sentence.tokens[mention.tokens.first].xpos;
    return !known.contains(bare_name(mention.text)) && is_single(mention) &&
           is_person(mention.type) && (tag == Xpos::nnps || tag == Xpos::nns);
  });
}

bool behind_place_preposition(const Sentence& sentence, std::uint32_t token) {
  if (token == 0) return false;
  const std::string before = to_lower(sentence.tokens[token - 1].text);
  for (const char* const word : {"in", "at", "near", "from", "to", "outside", "across", "around"})
    if (before == word) return true;
  return false;
}

void retype_surnames(Sentence& sentence, const std::set<std::string>& known) {
  for (Mention& mention : sentence.mentions) {
    if (!is_single(mention) || !known.contains(bare_name(mention.text))) continue;
    if (mention.type == MentionType::country || mention.type == MentionType::nationality) continue;
    if (!behind_place_preposition(sentence, mention.tokens.first))
      mention.type = MentionType::person;
  }
}

void add_surnames(Sentence& sentence, const std::set<std::string>& known) {
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (is_in_mention(sentence, i) || !known.contains(token.text) || token.upos != Upos::propn)
      continue;
    if (behind_place_preposition(sentence, i)) continue;
    sentence.mentions.push_back(make_mention(sentence, {i, i + 1}, MentionType::person));
  }
}

}  // namespace

void revise_names(Analysis& analysis) {
  for (Sentence& sentence : analysis.sentences) {
    join_country_names(sentence);
    take_legal_forms(sentence);
  }
  retype_bodies(analysis);
  retype_things(analysis);
  const std::set<std::string> known = surnames(analysis);
  for (Sentence& sentence : analysis.sentences) drop_plural_people(sentence, known);
  for (Sentence& sentence : analysis.sentences) {
    retype_surnames(sentence, known);
    add_surnames(sentence, known);
    sort_mentions(sentence);
  }
}

}  // namespace dossier::extract
