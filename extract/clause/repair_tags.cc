// SPDX-License-Identifier: Apache-2.0
// Repairs tags that the surrounding words prove wrong.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "extract/analyze/verb_spelling.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/past_form.h"
#include "extract/sentence_tree.h"
#include "model/ascii.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// Verbs with an infinitive that has no "to".
bool takes_bare_infinitive(const std::string& lemma) {
  static const char* const verbs[] = {"let",  "make",  "help", "have", "see",    "hear",
                                      "feel", "watch", "dare", "need", "notice", "observe",
                                      "go",   "come",  "bid",  "try",  "do",     "get"};
  return std::find(std::begin(verbs), std::end(verbs), lemma) != std::end(verbs);
}

/// A noun behind its verb that was read as an infinitive.
bool is_noun_behind_verb(const Sentence& sentence, std::uint32_t i) {
  const Token& token = sentence.tokens[i];
  if (i == 0 || token.relation != xcomp || token.xpos != Xpos::vb ||
      token.head != static_cast<std::int32_t>(i) - 1)
    return false;
  const Token& verb = sentence.tokens[i - 1];
  if (verb.upos != Upos::verb || takes_bare_infinitive(verb.lemma)) return false;
  return Lexicon::builtin().word(token.lemma).noun && !has_child(sentence, i, mark);
}

bool is_object(const Sentence& sentence, std::uint32_t i) {
  return is_noun_behind_verb(sentence, i) && !has_child(sentence, i, obj);
}

/// "Acme" of "bought rival Acme", read as what it rivals.
std::optional<std::uint32_t> name_behind(const Sentence& sentence, std::uint32_t i) {
  if (!is_noun_behind_verb(sentence, i) || i + 1 >= sentence.tokens.size()) return std::nullopt;
  if (sentence.tokens[i + 1].upos != Upos::propn) return std::nullopt;
  // of the noun, or of the verb in front
  for (std::uint32_t name = i + 1; name < sentence.tokens.size(); ++name)
    if (hangs_on(sentence.tokens[name], i, obj) || hangs_on(sentence.tokens[name], i - 1, obj))
      return name;
  return std::nullopt;
}

void describe_name(Sentence& sentence, std::uint32_t i, std::uint32_t name) {
  Token& noun = sentence.tokens[i];
  for (Token& child : sentence.tokens)
    if (child.head == static_cast<std::int32_t>(i)) child.head = noun.head;
  noun.upos = Upos::noun;
  noun.xpos = Xpos::nn;
  noun.head = static_cast<std::int32_t>(name);
  noun.relation = nmod_desc;
}

/// "had burst", "has hit": a participle that looks like the noun.
bool is_participle(const Sentence& sentence, std::uint32_t i) {
  const Token& token = sentence.tokens[i];
  if (i == 0 || token.relation != obj || token.xpos != Xpos::nn ||
      token.head != static_cast<std::int32_t>(i) - 1)
    return false;
  const Token& have = sentence.tokens[i - 1];
  return have.lemma == "have" && have.upos == Upos::verb && !has_child(sentence, i, amod) &&
         past_form(token.lemma) == token.lemma && Lexicon::builtin().word(token.lemma).verb;
}

/// "Prices fell by 3%", read as if 3% felled them.
bool is_past(const Sentence& sentence, std::uint32_t i) {
  const Token& verb = sentence.tokens[i];
  return verb.xpos == Xpos::vbn && !has_child(sentence, i, aux) &&
         !has_child(sentence, i, aux_pass) && is_past_only(verb.lemma, ascii_lower(verb.text));
}

void make_past(Sentence& sentence, std::uint32_t i) {
  sentence.tokens[i].xpos = Xpos::vbd;
  for (Token& child : sentence.tokens) {
    if (hangs_on(child, i, nsubj_pass)) child.relation = nsubj;
    if (hangs_on(child, i, obl_agent)) child.relation = obl;
  }
}

/// "have conducted strikes", read as strikes that are conducted; not "have limited resources".
bool is_perfect(const Sentence& sentence, std::uint32_t i) {
  const Token& token = sentence.tokens[i];
  if (i == 0 || token.xpos != Xpos::vbn || token.head <= static_cast<std::int32_t>(i)) return false;
  if (token.relation != amod && token.relation != acl_relcl && token.relation != acl) return false;
  const auto noun = static_cast<std::uint32_t>(token.head);
  const Token& object = sentence.tokens[noun];
  const Token& have = sentence.tokens[i - 1];
  if (object.relation != obj || object.head != static_cast<std::int32_t>(i) - 1) return false;
  if (have.lemma != "have" || have.relation.is(aux)) return false;
  for (std::uint32_t j = i + 1; j < noun; ++j)
    if (sentence.tokens[j].head == static_cast<std::int32_t>(i)) return false;
  const WordInfo word = Lexicon::builtin().word(ascii_lower(token.text));
  return !word.adjective && Lexicon::builtin().word(token.lemma).verb;
}

void make_participle(Sentence& sentence, std::uint32_t i) {
  Token& verb = sentence.tokens[i];
  Token& have = sentence.tokens[i - 1];
  verb.upos = Upos::verb;
  verb.xpos = Xpos::vbn;
  verb.head = have.head;
  verb.relation = have.relation;
  for (Token& child : sentence.tokens)
    if (child.head == static_cast<std::int32_t>(i) - 1 && &child != &verb)
      child.head = static_cast<std::int32_t>(i);
  have.upos = Upos::aux;
  have.head = static_cast<std::int32_t>(i);
  have.relation = aux;
}

/// "Anna Berg, managing director of Norwave", read as managing a director.
bool is_kind_of_post(const Sentence& sentence, std::uint32_t i) {
  static constexpr std::string_view kinds[] = {"managing", "acting", "founding", "commanding",
                                               "presiding"};
  const Token& token = sentence.tokens[i];
  if (token.relation != acl || i + 1 >= sentence.tokens.size()) return false;
  const Token& post = sentence.tokens[i + 1];
  return post.head == static_cast<std::int32_t>(i) && post.xpos == Xpos::nn &&
         std::find(std::begin(kinds), std::end(kinds), ascii_lower(token.text)) !=
             std::end(kinds) &&
         is_title_noun(ascii_lower(post.text));
}

void make_kind_of_post(Sentence& sentence, std::uint32_t i) {
  Token& kind = sentence.tokens[i];
  Token& post = sentence.tokens[i + 1];
  post.head = kind.head;
  post.relation = appos;
  for (Token& child : sentence.tokens)
    if (child.head == static_cast<std::int32_t>(i)) child.head = static_cast<std::int32_t>(i) + 1;
  kind.head = static_cast<std::int32_t>(i) + 1;
  kind.relation = amod;
}

/// "went on to found a museum": what follows "to" is no participle.
void make_infinitive(Sentence& sentence, std::uint32_t i) {
  Token& verb = sentence.tokens[i];
  const bool to = i > 0 && verb.xpos == Xpos::vbn && sentence.tokens[i - 1].relation == mark &&
                  sentence.tokens[i - 1].xpos == Xpos::to;
  const std::string lower = ascii_lower(verb.text);
  if (!to || !Lexicon::builtin().word(lower).verb) return;
  verb.xpos = Xpos::vb;
  verb.lemma = lower;
}

/// "President Ives": one, though the name ends as a plural does.
void name_one(Sentence& sentence) {
  for (const Mention& name : sentence.mentions) {
    if (name.type != MentionType::person) continue;
    for (std::uint32_t i = name.tokens.first; i < name.tokens.last; ++i)
      if (sentence.tokens[i].xpos == Xpos::nnps) sentence.tokens[i].xpos = Xpos::nnp;
  }
}

/// "Berg, aged 58, ...": a state.
void make_age(Sentence& sentence, std::uint32_t i) {
  Token& aged = sentence.tokens[i];
  if (ascii_lower(aged.text) != "aged" || i + 1 >= sentence.tokens.size()) return;
  if (sentence.tokens[i + 1].upos != Upos::num || aged.relation != acl) return;
  aged.upos = Upos::adj;
  aged.xpos = Xpos::jj;
  aged.relation = amod;
}

}  // namespace

void repair_participles(Sentence& sentence) {
  name_one(sentence);
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    if (is_participle(sentence, i) || is_perfect(sentence, i)) make_participle(sentence, i);
    if (is_past(sentence, i)) make_past(sentence, i);
    if (is_kind_of_post(sentence, i)) make_kind_of_post(sentence, i);
    make_age(sentence, i);
    make_infinitive(sentence, i);
  }
}

void repair_bare_infinitives(Sentence& sentence) {
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    if (const auto name = name_behind(sentence, i)) describe_name(sentence, i, *name);
    if (!is_object(sentence, i)) continue;
    Token& noun = sentence.tokens[i];
    noun.upos = Upos::noun;
    noun.xpos = Xpos::nn;
    noun.relation = obj;
    for (Token& child : sentence.tokens) {
      if (child.head != static_cast<std::int32_t>(i)) continue;
      if (child.relation != conj) child.head = noun.head;
    }
  }
}

}  // namespace dossier::extract::clause
