// SPDX-License-Identifier: Apache-2.0
// What "the latter", "the two" and "both companies" mean: of the two that were just named.
#include <algorithm>

#include "extract/clause/words.h"
#include "extract/names/describing_nouns.h"
#include "extract/resolve/named_things.h"
#include "extract/resolve/reference.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

/// Sentences back that a pair may have been named.
constexpr std::uint32_t kReach = 2;

/// Whether things of this type are called so; "the two" are people first.
bool may_be(const std::string& noun, MentionType type) {
  if (noun == "country" || noun == "nation" || noun == "state") return type == MentionType::country;
  if (noun == "city" || noun == "town" || noun == "village")
    return type == MentionType::city || type == MentionType::place;
  if (is_body_noun(noun)) return type == MentionType::organization;
  const bool person = noun.empty() || clause::is_person_noun(noun) || clause::is_title_noun(noun);
  return person && type == MentionType::person;
}

}  // namespace

/// The names of a sentence, each once.
std::vector<Referent> Discourse::named_in(std::uint32_t s) const {
  std::vector<Referent> named;
  for (const Referent& referent : referents_) {
    const bool known = std::any_of(named.begin(), named.end(), [&](const Referent& one) {
      return one.entity == referent.entity;
    });
    if (referent.sentence == s && !known && !table_.is_concept(referent.entity))
      named.push_back(referent);
  }
  return named;
}

/// "The former", "the latter" of the two that the last sentence with names has.
std::optional<Referent> Discourse::one_of_two(std::uint32_t s, TokenRange words) const {
  const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
  const TokenRange range = with_determiner(analysis_.sentences[s], words);
  const std::string word = to_lower(tokens[range.last - 1].text);
  if (range.last - range.first != 2 || (word != "former" && word != "latter")) return std::nullopt;
  for (std::uint32_t back = 1; back <= std::min(kReach, s); ++back) {
    const std::vector<Referent> named = named_in(s - back);
    if (named.size() == 2) return word == "former" ? named.front() : named.back();
    if (!named.empty()) break;
  }
  return std::nullopt;
}

/// "the two", "the two leaders", "both companies": the noun, empty for none; nothing for other
/// words.
std::optional<std::string> Discourse::noun_of_pair(std::uint32_t s, TokenRange range) const {
  const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
  const std::string first = to_lower(tokens[range.first].text);
  const std::uint32_t size = range.last - range.first;
  const bool two = first == "the" && size >= 2 && to_lower(tokens[range.first + 1].text) == "two";
  if (two && size == 2) return std::string();
  const Token& noun = tokens[range.last - 1];
  const bool counted = (two && size == 3) || (first == "both" && size == 2);
  return counted && noun.xpos == Xpos::nns ? std::optional(noun.lemma) : std::nullopt;
}

/// "Anna Berg and Carl Lund left. They came back": the only two people, who are the subject
/// together.
std::vector<Referent> Discourse::two_subjects(std::uint32_t s) const {
  if (s == 0) return {};
  std::vector<Referent> named = named_in(s - 1);
  std::erase_if(
      named, [&](const Referent& one) { return table_.type(one.entity) != MentionType::person; });
  if (named.size() != 2) return {};
  const std::vector<Token>& tokens = analysis_.sentences[s - 1].tokens;
  const std::uint32_t link = named.front().token + 1;
  const bool together = named.front().subject && link + 1 < tokens.size() &&
                        tokens[link].text == "and" &&
                        tokens[link + 1].span.begin == named.back().span.begin;
  return together ? named : std::vector<Referent>();
}

/// Those of the names that the noun fits, in front of `token`.
std::vector<Referent> Discourse::fitting(std::uint32_t s, const std::string& noun,
                                         std::uint32_t token) const {
  std::vector<Referent> named = named_in(s);
  std::erase_if(named, [&](const Referent& one) {
    return one.token >= token || !may_be(noun, table_.type(one.entity));
  });
  return named;
}

std::vector<Referent> Discourse::both_of(std::uint32_t s, TokenRange words) const {
  const TokenRange range = with_determiner(analysis_.sentences[s], words);
  const std::optional<std::string> noun = noun_of_pair(s, range);
  if (!noun) return {};
  for (std::uint32_t back = 0; back <= std::min(kReach, s); ++back) {
    const std::uint32_t end =
        back == 0 ? range.first
                  : static_cast<std::uint32_t>(analysis_.sentences[s - back].tokens.size());
    std::vector<Referent> named = fitting(s - back, *noun, end);
    if (named.size() == 2) return named;
    if (named.size() > 2 || (back == 0 && !named.empty())) break;
  }
  return {};
}

}  // namespace dossier::extract::resolve
