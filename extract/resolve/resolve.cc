// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/resolve.h"

#include <map>

#include "extract/confidence.h"
#include "extract/interruption.h"
#include "extract/lexicon/countries.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/names/describing_nouns.h"
#include "extract/names/name_forms.h"
#include "extract/resolve/concept.h"
#include "extract/resolve/concept_confidence.h"
#include "extract/resolve/reference.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

namespace {

using resolve::Discourse;
using resolve::EntityTable;
using resolve::Provenance;
using resolve::Referent;

class Resolver {
 public:
  explicit Resolver(Analysis& analysis)
      : analysis_(analysis), table_(analysis), discourse_(analysis, table_, resolution_) {}

  Resolution run() {
    table_.gather();
    name_speakers();
    find_bodies();
    note_descriptions();
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) resolve_sentence(s);
    renumber(table_.finalize());
    return resolution_;
  }

 private:
  Sentence& sentence(std::uint32_t s) {
    Interruption::look();
    return analysis_.sentences[s];
  }

  void name_speakers() {
    const Document& document = analysis_.document;
    if (document.author) resolution_.author = table_.named(*document.author, MentionType::person);
    if (document.place) resolution_.place = table_.named(*document.place, MentionType::city);
    for (const Turn& turn : document.turns) {
      switch (turn.voice) {
        case Turn::Voice::author:
          resolution_.speakers.push_back(resolution_.author);
          break;
        case Turn::Voice::named:
          resolution_.speakers.push_back(table_.named(turn.speaker, MentionType::person));
          break;
        case Turn::Voice::questioner:
          resolution_.speakers.push_back(std::nullopt);
      }
    }
  }

  /// A post says for which organisation a person speaks.
  void find_bodies() {
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      for (const Frame& frame : sentence(s).frames)
        if (is_held_post(frame)) note_post(s, frame);
    }
  }

  static bool is_held_post(const Frame& frame) {
    return !frame.title.empty() && !frame.former && !frame.negated && !frame.denied &&
           !frame.question && frame.modality == Modality::asserted && frame.arguments.size() > 1;
  }

  void note_post(std::uint32_t s, const Frame& frame) {
    const Argument& holder = frame.arguments.front().members.front();
    const auto person = named_entity(s, holder);
    if (!person) return;
    for (const Argument& of : frame.arguments.back().members) {
      const auto body = named_entity(s, of);
      if (!body) continue;
      const MentionType type = table_.type(*body);
      if (type == MentionType::country || type == MentionType::organization)
        discourse_.set_body(*person, *body);
      note_role(frame.title, {*person, span_of(s, holder.tokens), s}, *body);
    }
  }

  /// "Norwave, a shipping company": "the company" can mean it from here on.
  void note_descriptions() {
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Sentence& in = sentence(s);
      for (const Mention& mention : in.mentions)
        for (const std::uint32_t noun : describing_nouns(in, mention))
          if (!table_.is_concept(*mention.entity) && mention.type != MentionType::person)
            discourse_.describe({*mention.entity, s, noun, mention.span}, modifiers_of(s, noun));
    }
  }

  /// "shipping" of "a shipping company".
  std::vector<std::string> modifiers_of(std::uint32_t s, std::uint32_t noun) const {
    const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
    std::vector<std::string> words;
    for (std::uint32_t i = noun;
         i > 0 && (tokens[i - 1].xpos.starts_with("NN") || tokens[i - 1].xpos.starts_with("JJ"));
         --i)
      words.push_back(tokens[i - 1].lemma);
    return words;
  }

  TextSpan span_of(std::uint32_t s, TokenRange tokens) const {
    const std::vector<Token>& all = analysis_.sentences[s].tokens;
    return {all[tokens.first].span.begin, all[tokens.last - 1].span.end};
  }

  /// Who holds a post, and where that is said.
  struct Holder {
    std::uint32_t person = 0;
    TextSpan said;
    std::uint32_t sentence = 0;
  };

  /// "President of Russia", "Russian President": who is meant when no name is given.
  void note_role(const std::string& title, Holder holder, std::uint32_t body) {
    const auto note = [&](const std::string& phrase) {
      const auto [at, fresh] = holders_.try_emplace(to_lower(phrase), holder);
      if (!fresh && at->second && at->second->person != holder.person) at->second = std::nullopt;
    };
    note(title);
    for (const std::string& form : table_.forms(body)) {
      note(title + " of " + form);
      note(form + " " + title);
    }
  }

  /// "The director" alone is who was called so a few sentences before.
  std::optional<Holder> role_holder(std::uint32_t s, const Argument& argument,
                                    const std::string& label) const {
    constexpr std::uint32_t kReach = 6;  // sentences
    std::string key = to_lower(label);
    const bool alone = key.find(' ') == std::string::npos;
    const Token& first = analysis_.sentences[s].tokens[argument.tokens.first];
    if (alone && to_lower(first.text) != "the") return std::nullopt;
    for (const std::string_view modifier : {"new ", "current ", "incumbent "})
      if (key.starts_with(modifier)) key.erase(0, modifier.size());
    for (std::size_t at = key.find(" of the "); at != std::string::npos; at = key.find(" of the "))
      key.erase(at + 4, 4);
    const auto found = holders_.find(key);
    if (found == holders_.end() || !found->second) return std::nullopt;
    const Holder& holder = *found->second;
    const bool near = holder.said.begin < first.span.begin && holder.sentence + kReach >= s;
    if (alone &&
        (!near || analysis_.sentences[holder.sentence].turn != analysis_.sentences[s].turn))
      return std::nullopt;
    return holder;
  }

  /// The entity of the mention an argument's head belongs to, or, where the head is a title, of the
  /// person after it.
  std::optional<std::uint32_t> named_entity(std::uint32_t s, const Argument& argument) {
    const Mention* best = nullptr;
    for (const Mention& mention : sentence(s).mentions) {
      if (!mention.tokens.contains(argument.head) && !in_title(s, argument.head, mention)) continue;
      // "the president of Chad", resolved, is not a mention of Chad.
      if (mention.sieve == Sieve::role && mention.tokens != argument.tokens) continue;
      if (!best ||
          mention.tokens.last - mention.tokens.first > best->tokens.last - best->tokens.first)
        best = &mention;
    }
    return best ? best->entity : appositive_person(s, argument.head);
  }

  /// "its chief executive, HENRIK DAHL, ...": who the noun is about, by the name next to it.
  std::optional<std::uint32_t> appositive_person(std::uint32_t s, std::uint32_t head) const {
    const Sentence& in = analysis_.sentences[s];
    if (in.tokens[head].xpos.ends_with("S") ||
        Lexicon::builtin().word(in.tokens[head].lemma).noun_class != NounClass::person)
      return std::nullopt;
    std::optional<std::uint32_t> person;
    for (const Mention& mention : in.mentions) {
      if (mention.type != MentionType::person || !mention.entity) continue;
      for (std::uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) {
        const Token& word = in.tokens[i];
        if (word.relation != "appos" || word.head != static_cast<std::int32_t>(head)) continue;
        if (person && person != mention.entity) return std::nullopt;
        person = mention.entity;
      }
    }
    return person;
  }

  /// Whether a word is part of the title before a person's name.
  bool in_title(std::uint32_t s, std::uint32_t token, const Mention& mention) const {
    constexpr std::uint32_t kLongestTitle = 6;
    const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
    if (mention.title.empty() || mention.type != MentionType::person) return false;
    if (token >= mention.tokens.first || token + kLongestTitle < mention.tokens.first) return false;
    const TextSpan between{tokens[token].span.begin, tokens[mention.tokens.first].span.begin};
    const std::string words = analysis_.document.utf8(between);
    return mention.title.find(words.substr(0, words.find_first_of(" -"))) != std::string::npos;
  }

  static bool is_pronoun(const Token& token) { return token.xpos == "PRP" || token.xpos == "PRP$"; }

  static bool is_open(const Token& token) {
    return token.xpos == "DT" || token.xpos == "PDT" || token.xpos == "EX" ||
           token.xpos.starts_with("W");
  }

  bool is_vague(const Sentence& in, const Argument& argument) const {
    static const WordSet words("function_words", "vague");
    const std::string& lemma = in.tokens[argument.head].lemma;
    // "None of them died" is about nobody, however long the phrase.
    if (lemma == "none" || lemma == "nobody" || lemma == "neither") return true;
    if (argument.tokens.last - argument.tokens.first > 2) return false;
    return words.contains(lemma);
  }

  struct Found {
    std::optional<std::uint32_t> entity;
    bool pronoun = false;
  };

  /// Everything but pronouns.
  std::optional<std::uint32_t> resolve_phrase(std::uint32_t s, const Argument& argument) {
    const Sentence& in = sentence(s);
    if (const auto entity = named_entity(s, argument)) {
      // A country's adjective alone is what is left of a phrase read wrongly.
      const Token& head = in.tokens[argument.head];
      const bool adjective = find_country(head.text).form == CountryForm::adjective;
      if (adjective && argument.tokens.last - argument.tokens.first == 1 && !role_)
        return std::nullopt;
      return entity;
    }
    const bool single = argument.tokens.last - argument.tokens.first == 1;
    if (single && (is_pronoun(in.tokens[argument.head]) || is_open(in.tokens[argument.head])))
      return std::nullopt;
    if (is_vague(in, argument)) return std::nullopt;
    Provenance provenance;
    if (const auto entity = discourse_.description(s, argument, provenance)) {
      note_mention(s, argument.tokens, *entity, provenance);
      return entity;
    }
    const std::string label = resolve::concept_label(in, argument);
    if (label.empty()) return std::nullopt;
    const bool plural = in.tokens[argument.head].xpos == "NNS";
    if (const auto holder = plural ? std::nullopt : role_holder(s, argument, label)) {
      note_mention(s, argument.tokens, holder->person, {Sieve::role, holder->said});
      return holder->person;
    }
    return table_.concept_named(label);
  }

  Found resolve_argument(std::uint32_t s, const Argument& argument) {
    const Token& head = sentence(s).tokens[argument.head];
    const bool single = argument.tokens.last - argument.tokens.first == 1;
    if (!single || !is_pronoun(head)) return {resolve_phrase(s, argument), false};
    const auto known = pronouns_.find(argument.head);
    return known == pronouns_.end() ? Found{} : known->second;
  }

  /// A resolved phrase is a mention of its entity.
  void note_mention(std::uint32_t s, TokenRange tokens, std::uint32_t entity,
                    const Provenance& provenance) {
    Sentence& in = sentence(s);
    for (const Mention& mention : in.mentions)
      if (mention.tokens == tokens) return;
    Mention mention;
    mention.tokens = tokens;
    mention.span = span_of(s, tokens);
    mention.text = analysis_.document.utf8(mention.span);
    mention.type = table_.type(entity);
    mention.entity = entity;
    mention.sieve = provenance.sieve;
    mention.antecedent = provenance.antecedent;
    in.mentions.push_back(std::move(mention));
  }

  void resolve_sentence(std::uint32_t s) {
    add_referents(s);
    std::vector<Clause> kept;
    for (Clause& clause : sentence(s).clauses)
      if (resolve_clause(s, clause)) kept.push_back(std::move(clause));
    sentence(s).clauses = std::move(kept);
    for (Frame& frame : sentence(s).frames) resolve_frame(s, frame);
    for (Clause& clause : sentence(s).clauses)
      attribute_quoted(s, clause.predicate.first, clause.attributed);
    for (Frame& frame : sentence(s).frames) attribute_quoted(s, frame.head, frame.attributed);
  }

  /// A quotation is claimed by the person quoted, even if "said" is sentences away.
  void attribute_quoted(std::uint32_t s, std::uint32_t token,
                        std::optional<Argument>& attributed) const {
    if (attributed) return;
    const std::optional<std::uint32_t> who = discourse_.quoted_speaker(s, token);
    if (!who) return;
    attributed.emplace();
    attributed->entity = who;
  }

  void resolve_frame(std::uint32_t s, Frame& frame) {
    if (frame.attributed) frame.attributed->entity = resolve_argument(s, *frame.attributed).entity;
    if (frame.kind == Frame::Kind::role) return resolve_role(s, frame);
    for (FrameArgument& argument : frame.arguments) {
      for (Argument& member : argument.members) {
        member.quantity = quantity_of(s, member);
        if (!member.quantity && !argument.time) member.entity = resolve_argument(s, member).entity;
      }
    }
  }

  /// A role without a known organisation is still a role.
  void resolve_role(std::uint32_t s, Frame& frame) {
    role_ = true;
    const std::optional<std::uint32_t> holder =
        resolve_argument(s, frame.arguments.front().members.front()).entity;
    frame.arguments.front().members.front().entity = holder;
    for (std::size_t i = 1; i < frame.arguments.size(); ++i) {
      for (Argument& body : frame.arguments[i].members) {
        if (!names_body(s, body)) continue;
        body.entity = resolve_argument(s, body).entity;
        if (body.entity == holder || is_unnamed_person(s, body)) body.entity.reset();
      }
    }
    role_ = false;
  }

  /// An adjective that is no country's says nothing of whose a post is: "the local mayor".
  bool names_body(std::uint32_t s, const Argument& argument) {
    const Token& head = sentence(s).tokens[argument.head];
    const bool single = argument.tokens.last - argument.tokens.first == 1;
    return !single || !head.xpos.starts_with("JJ") ||
           find_country(head.text).form != CountryForm::none ||
           named_entity(s, argument).has_value();
  }

  /// "The president's envoy": whose, nobody knows.
  bool is_unnamed_person(std::uint32_t s, const Argument& argument) {
    return argument.entity && table_.is_concept(*argument.entity) && is_person_noun(s, argument);
  }

  /// What the sentence names, in its order, so that pronouns in and after it can be read.
  void add_referents(std::uint32_t s) {
    std::map<std::uint32_t, Referent> by_token;
    for (const Mention& mention : sentence(s).mentions) {
      if (!mention.entity) continue;
      if (mention.sieve == Sieve::demonym) continue;
      Referent referent{*mention.entity, s, mention.tokens.last - 1, mention.span};
      referent.plural = mention.type == MentionType::nationality;
      for (std::uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i)
        note_subject(s, i, mention.tokens, referent);
      by_token[mention.tokens.last - 1] = referent;
    }
    add_arguments(s, by_token);
    for (const auto& [token, referent] : by_token) discourse_.add(referent);
    // Pronouns last: they may mean what their own sentence names.
    pronouns_.clear();
    // Those in quotations last of all: who says "I" may be a pronoun himself.
    for (const bool quoted : {false, true})
      for (std::uint32_t i = 0; i < sentence(s).tokens.size(); ++i)
        if (is_pronoun(sentence(s).tokens[i]) && discourse_.quoted(s, i) == quoted)
          add_pronoun(s, i);
  }

  void note_subject(std::uint32_t s, std::uint32_t token, TokenRange phrase, Referent& referent) {
    const Token& word = sentence(s).tokens[token];
    if (!word.relation.starts_with("nsubj") || word.head < 0) return;
    if (phrase.contains(static_cast<std::uint32_t>(word.head))) return;
    referent.subject = true;
    referent.verb = word.head;
  }

  void add_pronoun(std::uint32_t s, std::uint32_t token) {
    const Token& word = sentence(s).tokens[token];
    Provenance provenance;
    const auto entity = discourse_.pronoun(s, token, provenance);
    pronouns_[token] = {entity, provenance.sieve == Sieve::pronoun};
    if (!entity) return;
    const TokenRange tokens{token, token + 1};
    note_mention(s, tokens, *entity, provenance);
    table_.note_gender(*entity, Discourse::gender_of_pronoun(word));
    Referent referent{*entity, s, token, span_of(s, tokens)};
    note_subject(s, token, tokens, referent);
    const std::string text = to_lower(word.text);
    referent.plural = text.starts_with("the");
    referent.person_noun =
        provenance.sieve == Sieve::pronoun && Discourse::gender_of_pronoun(word) != Gender::unknown;
    discourse_.add(referent);
  }

  void add_arguments(std::uint32_t s, std::map<std::uint32_t, Referent>& by_token) {
    for (const Clause& clause : sentence(s).clauses) {
      for (const bool subject : {true, false}) {
        const std::optional<Argument>& part = subject ? clause.subject : clause.object;
        if (part && !is_pronoun(sentence(s).tokens[part->head]))
          add_referent(s, *part, subject, by_token);
      }
    }
  }

  void add_referent(std::uint32_t s, const Argument& argument, bool subject,
                    std::map<std::uint32_t, Referent>& by_token) {
    const Token& head = sentence(s).tokens[argument.head];
    if (const auto at = by_token.find(argument.head); at != by_token.end()) {
      at->second.subject = at->second.subject || subject;
      return;
    }
    const Found found = resolve_argument(s, argument);
    if (!found.entity) return;
    Referent referent{*found.entity, s, argument.head, span_of(s, argument.tokens)};
    referent.subject = subject;
    note_subject(s, argument.head, argument.tokens, referent);
    referent.plural = head.xpos == "NNS";
    referent.person_noun = is_person_noun(s, argument);
    by_token[argument.head] = referent;
  }

  /// "the mayor", not "Director Ms Berg": there the name is who is meant.
  bool is_person_noun(std::uint32_t s, const Argument& argument) {
    const Sentence& in = sentence(s);
    for (const Mention& mention : in.mentions) {
      const bool overlaps = mention.tokens.first < argument.tokens.last &&
                            argument.tokens.first < mention.tokens.last;
      if (overlaps && mention.type == MentionType::person) return false;
      if (in_title(s, argument.head, mention)) return false;
    }
    const std::string& lemma = in.tokens[argument.head].lemma;
    return Lexicon::builtin().word(lemma).noun_class == NounClass::person;
  }

  bool resolve_clause(std::uint32_t s, Clause& clause) {
    if (!resolve_part(s, clause.subject, clause)) return false;
    if (clause.object && !resolve_object(s, clause)) return false;
    if (clause.place && !resolve_part(s, clause.place, clause)) clause.place.reset();
    if (clause.attributed && !resolve_part(s, clause.attributed, clause)) return false;
    const bool same =
        clause.object && clause.object->entity && clause.object->entity == clause.subject->entity;
    return !same;
  }

  bool resolve_part(std::uint32_t s, std::optional<Argument>& part, Clause& clause) {
    if (!part) return false;
    const Found found = resolve_argument(s, *part);
    part->entity = found.entity;
    if (found.pronoun) clause.confidence *= confidence::kPronoun;
    if (found.entity && table_.is_concept(*found.entity))
      clause.confidence *= resolve::concept_confidence(sentence(s), *part);
    return found.entity.has_value();
  }

  std::optional<std::uint32_t> quantity_of(std::uint32_t s, const Argument& argument) {
    const std::vector<Quantity>& quantities = sentence(s).quantities;
    for (std::uint32_t q = 0; q < quantities.size(); ++q)
      if (quantities[q].tokens.first <= argument.tokens.first &&
          argument.tokens.last <= quantities[q].tokens.last)
        return q;
    return std::nullopt;
  }

  bool resolve_object(std::uint32_t s, Clause& clause) {
    clause.object->quantity = quantity_of(s, *clause.object);
    if (clause.object->quantity) return true;
    return resolve_part(s, clause.object, clause);
  }

  void renumber(const std::vector<std::optional<std::uint32_t>>& numbers) {
    const auto fresh = [&](std::optional<std::uint32_t>& entity) {
      if (entity) entity = numbers[*entity];
    };
    for (auto& speaker : resolution_.speakers) fresh(speaker);
    fresh(resolution_.author);
    fresh(resolution_.place);
  }

  Analysis& analysis_;
  EntityTable table_;
  std::map<std::string, std::optional<Holder>> holders_;  ///< by title and organisation
  Resolution resolution_;
  Discourse discourse_;
  std::map<std::uint32_t, Found> pronouns_;  ///< of the sentence being resolved, by token
  bool role_ = false;                        ///< a role's object is being resolved
};

}  // namespace

Resolution resolve_entities(Analysis& analysis) { return Resolver(analysis).run(); }

}  // namespace dossier::extract
