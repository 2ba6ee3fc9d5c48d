// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/discourse_feed.h"

#include <string>

#include "extract/clause/words.h"
#include "extract/interruption.h"
#include "extract/resolve/named_things.h"

namespace dossier::extract::resolve {

void DiscourseFeed::add(std::uint32_t s) {
  std::map<std::uint32_t, Referent> by_token;
  for (const Mention& mention : sentence(s).mentions) {
    if (!mention.entity) continue;
    if (mention.sieve == Sieve::demonym || discourse_.is_called_on(s, mention)) continue;
    Referent referent{*mention.entity, s, mention.tokens.last - 1, mention.span};
    referent.plural = mention.type == MentionType::nationality;
    for (std::uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i)
      note_subject(s, i, mention.tokens, referent);
    by_token[mention.tokens.last - 1] = referent;
  }
  add_arguments(s, by_token);
  add_reporters(s, by_token);
  for (const auto& [token, referent] : by_token) discourse_.add(referent);
  // Pronouns last: they may mean what their own sentence names.
  arguments_.pronouns().clear();
  // Those in quotations last of all: who says "I" may be a pronoun himself.
  for (const bool quoted : {false, true})
    for (std::uint32_t i = 0; i < sentence(s).tokens.size(); ++i)
      if (is_personal_pronoun(sentence(s).tokens[i]) && discourse_.quoted(s, i) == quoted)
        add_pronoun(s, i);
}

void DiscourseFeed::note_subject(std::uint32_t s, std::uint32_t token, TokenRange phrase,
                                 Referent& referent) const {
  const Token& word = sentence(s).tokens[token];
  if (!word.relation.is(Relation::nsubj) || word.head < 0) return;
  if (phrase.contains(static_cast<std::uint32_t>(word.head))) return;
  referent.subject = true;
  referent.verb = word.head;
}

void DiscourseFeed::add_pronoun(std::uint32_t s, std::uint32_t token) {
  const Token& word = sentence(s).tokens[token];
  Provenance provenance;
  const auto entity = discourse_.pronoun(s, token, provenance);
  arguments_.pronouns()[token] = {entity, provenance.sieve == Sieve::pronoun};
  if (!entity) return add_unnamed(s, token);
  const TokenRange tokens{token, token + 1};
  arguments_.note_mention(s, tokens, *entity, provenance);
  table_.note_gender(*entity, Discourse::gender_of_pronoun(word));
  Referent referent{*entity, s, token, span_of(sentence(s), tokens)};
  note_subject(s, token, tokens, referent);
  referent.plural = Discourse::is_plural(word);
  referent.person_noun =
      provenance.sieve == Sieve::pronoun && Discourse::gender_of_pronoun(word) != Gender::unknown;
  discourse_.add(referent);
}

/// No later pronoun is compared with it by rules: the reading model knows people by their names.
void DiscourseFeed::add_unnamed(std::uint32_t s, std::uint32_t token) {
  const auto person = unnamed_.find(s, token, discourse_.quoted(s, token));
  if (!person) return;
  arguments_.pronouns()[token] = {*person, true};
  arguments_.note_mention(s, {token, token + 1}, *person, {Sieve::individual, {}});
  table_.note_gender(*person, Discourse::gender_of_pronoun(sentence(s).tokens[token]));
}

void DiscourseFeed::add_arguments(std::uint32_t s, std::map<std::uint32_t, Referent>& by_token) {
  for (const Clause& clause : sentence(s).clauses) {
    for (const bool subject : {true, false}) {
      // "Berg is a farmer": that is Berg, and no second person whom "she" may mean.
      const bool is_said =
          !subject && clause.frame && sentence(s).frames[*clause.frame].kind == Frame::Kind::copula;
      if (is_said) continue;
      const std::optional<Argument>& part = subject ? clause.subject : clause.object;
      if (part && !is_personal_pronoun(sentence(s).tokens[part->head]))
        add_referent(s, *part, subject, by_token);
    }
  }
}

/// "The bank denied it had helped": gives no clause of its own.
void DiscourseFeed::add_reporters(std::uint32_t s, std::map<std::uint32_t, Referent>& by_token) {
  for (const Frame& frame : sentence(s).frames) {
    if (frame.kind != Frame::Kind::verb || !clause::takes_clause(frame.lemma)) continue;
    const FrameArgument* who = frame.find(ArgumentRole::subject);
    if (!who || frame.passive) continue;
    for (const Argument& member : who->members)
      if (!is_personal_pronoun(sentence(s).tokens[member.head]))
        add_referent(s, member, true, by_token);
  }
}

void DiscourseFeed::add_referent(std::uint32_t s, const Argument& argument, bool subject,
                                 std::map<std::uint32_t, Referent>& by_token) {
  const Token& head = sentence(s).tokens[argument.head];
  if (const auto at = by_token.find(argument.head); at != by_token.end()) {
    at->second.subject = at->second.subject || subject;
    return;
  }
  const Resolved found = arguments_.resolve(s, argument);
  if (!found.entity) return;
  Referent referent{*found.entity, s, argument.head, span_of(sentence(s), argument.tokens)};
  referent.subject = subject;
  note_subject(s, argument.head, argument.tokens, referent);
  referent.plural = head.xpos == Xpos::nns;
  referent.person_noun = names_person_by_noun(analysis_.document, sentence(s), argument);
  by_token[argument.head] = referent;
}

}  // namespace dossier::extract::resolve
