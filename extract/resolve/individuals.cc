// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/individuals.h"

#include <algorithm>
#include <string_view>

#include "extract/names/describing_nouns.h"
#include "extract/resolve/concept.h"
#include "extract/resolve/naming.h"
#include "extract/resolve/parts_of.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

/// "The trawler" far behind the last trawler is still it, if there was only one.
constexpr std::uint32_t kReach = 15;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_child(const Token& token, std::uint32_t of) {
  return token.head == static_cast<std::int32_t>(of);
}

enum class Determiner : std::uint8_t { none, definite, indefinite, possessive, generic };

Determiner determiner_of(const Token& token) {
  const std::string word = to_lower(token.text);
  if (token.relation == Relation::nmod_poss) return Determiner::possessive;
  if (is_one_of(word, {"the", "this", "that", "these", "those"})) return Determiner::definite;
  if (is_one_of(word, {"a", "an", "another", "some", "several", "both"}))
    return Determiner::indefinite;
  if (word == "all") return Determiner::none;                       // "all three ships" are three
  if (token.relation == Relation::det) return Determiner::generic;  // "no", "any", "every"
  return Determiner::none;
}

bool tells_which(const Token& token) {
  return token.relation == Relation::amod || token.relation == Relation::compound ||
         token.relation == Relation::nmod || token.relation == Relation::acl ||
         token.relation == Relation::acl_relcl;
}

bool is_written_number(const Sentence& sentence, std::uint32_t noun) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    const char first = token.text.empty() ? '0' : token.text.front();
    return is_child(token, noun) && token.relation == Relation::nummod &&
           (first < '0' || first > '9');
  });
}

}  // namespace

bool counts_individuals(const Sentence& sentence, std::uint32_t noun, const Quantity& quantity) {
  const Token& head = sentence.tokens[noun];
  if (quantity.approximate || !quantity.value_max.empty() || quantity.value.size() > 2)
    return false;
  return is_common_noun(head) && is_written_number(sentence, noun) &&
         is_countable(to_lower(head.lemma));
}

/// A part of some things, or a number of them: never what was spoken of before.
std::optional<Individuals::Phrase> Individuals::read_part(std::uint32_t s, std::uint32_t noun,
                                                          std::uint32_t of) const {
  const Sentence& sentence = analysis_.sentences[s];
  const Token& whole = sentence.tokens[of];
  const bool definite =
      std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
        const Determiner determiner = is_child(token, of) ? determiner_of(token) : Determiner::none;
        return determiner == Determiner::definite || determiner == Determiner::possessive;
      });
  if (!definite && whole.xpos != Xpos::nns) return std::nullopt;  // "plenty of water"
  Phrase phrase;
  phrase.noun = to_lower(whole.lemma);
  phrase.plural = whole.xpos == Xpos::nns;
  phrase.part = to_lower(sentence.tokens[noun].text);
  return phrase;
}

/// Nothing for a phrase that is no single thing.
std::optional<Individuals::Phrase> Individuals::read(std::uint32_t s, std::uint32_t noun,
                                                     const Possessors& possessors) const {
  const Sentence& sentence = analysis_.sentences[s];
  const Token& head = sentence.tokens[noun];
  if (const auto of = noun_of_part(sentence, noun)) return read_part(s, noun, *of);
  if (!is_common_noun(head)) return std::nullopt;
  Phrase phrase;
  phrase.noun = to_lower(head.lemma);
  phrase.plural = head.xpos == Xpos::nns;
  if (is_bare_number(sentence, noun)) return phrase;
  if (!is_countable(phrase.noun)) return std::nullopt;
  bool single = count_of(s, noun) != "";
  bool generic = false;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (!is_child(token, noun)) continue;
    const Determiner determiner = i < noun ? determiner_of(token) : Determiner::none;
    phrase.definite = phrase.definite || determiner == Determiner::definite;
    generic = generic || determiner == Determiner::generic;
    single = single || (determiner != Determiner::none && determiner != Determiner::generic) ||
             (i < noun && phrase.plural && tells_how_many(token));
    if (determiner == Determiner::possessive) {
      phrase.possessed = true;
      if (const auto who = possessors.find(i); who != possessors.end())
        phrase.possessor = who->second;
    } else if (tells_which(token)) {
      phrase.modifiers.insert(to_lower(token.lemma));
    }
  }
  if (!single || (generic && !phrase.definite)) return std::nullopt;
  return phrase;
}

Individuals::Spoken* Individuals::antecedent(const Phrase& phrase, std::uint32_t s,
                                             std::uint32_t token) {
  if (!phrase.definite && !(phrase.possessed && phrase.possessor)) return nullptr;
  Spoken* last = nullptr;
  bool several = false, far = false;
  for (auto one = spoken_.rbegin(); one != spoken_.rend(); ++one) {
    if (one->sentence == s && one->token >= token) continue;
    const Phrase& other = one->phrase;
    const bool fits = other.noun == phrase.noun && other.plural == phrase.plural &&
                      other.part == phrase.part &&
                      (!phrase.possessed || other.possessor == phrase.possessor) &&
                      std::includes(other.modifiers.begin(), other.modifiers.end(),
                                    phrase.modifiers.begin(), phrase.modifiers.end());
    if (!fits) continue;
    if (last && one->sentence + kReach < s && !far) break;
    far = far || one->sentence + kReach < s;
    several = several || (last && table_.find(last->entity) != table_.find(one->entity));
    if (!last) last = &*one;
  }
  return several ? nullptr : last;
}

std::optional<std::uint32_t> Individuals::find(std::uint32_t s, const Argument& argument,
                                               const Possessors& possessors) {
  return speak(s, argument, possessors, true);
}

void Individuals::hear(std::uint32_t s, const Argument& argument, const Possessors& possessors) {
  speak(s, argument, possessors, false);
}

std::optional<std::uint32_t> Individuals::speak(std::uint32_t s, const Argument& argument,
                                                const Possessors& possessors, bool is_argument) {
  const auto place = std::make_pair(s, argument.head);
  if (const auto known = known_.find(place); known != known_.end())
    return table_.find(known->second);
  const std::optional<Phrase> phrase = read(s, argument.head, possessors);
  if (!phrase) return std::nullopt;
  const std::string label = individual_label(analysis_.sentences[s], argument);
  if (label.empty()) return std::nullopt;
  Spoken* const before = antecedent(*phrase, s, argument.head);
  const std::uint32_t noun =
      noun_of_part(analysis_.sentences[s], argument.head).value_or(argument.head);
  const std::uint32_t entity =
      before ? before->entity
             : table_.individual(label, kind_of(s, noun), count_of(s, argument.head));
  table_.note_gender(entity, gender_of_noun(phrase->noun));
  // The fuller phrase stays what others are compared with.
  Spoken spoken{before ? before->phrase : *phrase,
                s,
                argument.head,
                entity,
                span_of(analysis_.sentences[s], argument.tokens),
                false};
  if (before && !before->noted) note(*before, std::nullopt);
  if (before || is_argument) note(spoken, before ? std::optional(before->span) : std::nullopt);
  spoken_.push_back(std::move(spoken));
  known_.emplace(place, entity);
  return table_.find(entity);
}

void Individuals::note(Spoken& spoken, const std::optional<TextSpan>& before) {
  Mention mention;
  mention.span = spoken.span;
  mention.text = analysis_.document.utf8(mention.span);
  mention.type = MentionType::individual;
  mention.entity = spoken.entity;
  mention.sieve = before ? Sieve::description : Sieve::individual;
  mention.antecedent = before;
  mentions_.emplace_back(spoken.sentence, std::move(mention));
  spoken.noted = true;
}

void Individuals::name_in(std::uint32_t s) {
  for (const Naming& naming : namings(analysis_.sentences[s])) {
    const std::optional<Phrase> phrase = read(s, naming.noun, {});
    if (!phrase) continue;
    if (naming.body && table_.type(naming.entity) == MentionType::person)
      table_.set_type(naming.entity, MentionType::organization);
    Spoken* const before = antecedent(*phrase, s, naming.noun);
    if (before && table_.is_individual(before->entity)) {
      if (!before->noted) note(*before, std::nullopt);
      table_.name_individual(before->entity, naming.entity);
    }
    if (naming.apposition) known_.emplace(std::make_pair(s, naming.noun), naming.entity);
  }
}

void Individuals::write_mentions() {
  for (auto& [s, mention] : mentions_) analysis_.sentences[s].mentions.push_back(mention);
  mentions_.clear();
}

/// "fishing boat" of "a small fishing boat".
std::string Individuals::kind_of(std::uint32_t s, std::uint32_t noun) const {
  const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
  std::string kind = to_lower(tokens[noun].lemma);
  for (std::uint32_t i = noun; i > 0; --i) {
    const Token& before = tokens[i - 1];
    if (before.upos != Upos::noun || before.relation != Relation::compound ||
        !is_child(before, noun))
      break;
    kind.insert(0, to_lower(before.text) + " ");
  }
  return kind;
}

/// The number before the noun; empty if there is none.
std::string Individuals::count_of(std::uint32_t s, std::uint32_t noun) const {
  const Sentence& sentence = analysis_.sentences[s];
  for (const Quantity& quantity : sentence.quantities)
    if (quantity.tokens.contains(noun) && quantity.value_max.empty() &&
        quantity.value.find('.') == std::string::npos)
      return quantity.value;
  return {};
}

}  // namespace dossier::extract::resolve
