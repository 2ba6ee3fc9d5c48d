// SPDX-License-Identifier: Apache-2.0
// What "the committee" and "this town" mean.
#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/lexicon/known_names.h"
#include "extract/lexicon/word_table.h"
#include "extract/names/name_forms.h"
#include "extract/resolve/named_things.h"
#include "extract/resolve/reference.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

bool is_generic_organization(std::string_view noun) {
  static const WordSet heads("nouns", "organization_head");
  static const WordSet others("nouns", "organization");
  return heads.contains(noun) || others.contains(noun);
}

/// Said of any company: "the firm".
bool is_generic_company(std::string_view noun) {
  static const WordSet nouns("nouns", "company");
  return nouns.contains(noun);
}

/// "Ministry", "University": what is called so is no company.
bool names_other_body(const std::string& form) {
  static const WordSet companies("nouns", "company_head");
  const std::vector<std::string> words = split_name(to_lower(form));
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return is_generic_organization(word) && !companies.contains(word);
  });
}

bool is_generic_city(std::string_view noun) {
  return noun == "town" || noun == "city" || noun == "village" || noun == "settlement";
}

bool is_generic_place(std::string_view noun) {
  return is_generic_city(noun) || noun == "country" || noun == "region" || noun == "republic" ||
         noun == "state" || noun == "province" || noun == "island" || noun == "area" ||
         noun == "nation";
}

bool generic_fits(std::string_view noun, MentionType type) {
  if (is_generic_city(noun)) return type == MentionType::city || type == MentionType::place;
  if (noun == "country" || noun == "republic" || noun == "state" || noun == "nation")
    return type == MentionType::country;
  if (noun == "region" || noun == "province" || noun == "island" || noun == "area")
    return type == MentionType::place;
  return type == MentionType::organization;
}

/// "The ship" is any craft: "the ferry Aurora".
bool is_kind_of(std::string_view described, std::string_view noun) {
  static const WordSet crafts("nouns", "craft");
  const bool any = noun == "ship" || noun == "vessel" || noun == "boat";
  return described == noun || (any && crafts.contains(described));
}

}  // namespace

void Discourse::describe(const Referent& referent, std::vector<std::string> modifiers) {
  const std::string& noun = analysis_.sentences[referent.sentence].tokens[referent.token].lemma;
  descriptions_.push_back({referent, noun, std::move(modifiers)});
}

/// The only thing that was said to be such a thing, a dozen sentences back at most.
std::optional<Referent> Discourse::described(std::uint32_t s, TokenRange range) const {
  constexpr std::uint32_t kReach = 12;
  const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
  const std::string& noun = tokens[range.last - 1].lemma;
  std::optional<Referent> only;
  for (const Description& one : descriptions_) {
    const Referent& referent = one.referent;
    const bool before = referent.sentence < s || referent.token < range.first;
    if (!is_kind_of(one.noun, noun) || referent.sentence > s || !before ||
        referent.sentence + kReach < s)
      continue;
    bool fits = true;
    for (std::uint32_t i = range.first + 1; i + 1 < range.last; ++i)
      fits = fits && std::find(one.modifiers.begin(), one.modifiers.end(), tokens[i].lemma) !=
                         one.modifiers.end();
    if (!fits) continue;
    if (only && only->entity != referent.entity) return std::nullopt;
    only = referent;
  }
  return only;
}

std::optional<std::uint32_t> Discourse::description(std::uint32_t s, const Argument& argument,
                                                    Provenance& provenance) const {
  const Sentence& sentence = analysis_.sentences[s];
  const TokenRange range = with_determiner(sentence, argument.tokens);
  if (range.last - range.first < 2 || sentence.tokens[range.last - 1].xpos != Xpos::nn)
    return std::nullopt;
  const std::string determiner = to_lower(sentence.tokens[range.first].text);
  const bool definite = determiner == "the" || determiner == "this" || determiner == "that";
  const std::string noun = to_lower(sentence.tokens[range.last - 1].text);
  const bool generic = is_generic_organization(noun) || is_generic_place(noun);
  // "This city" is rather the one just named than the one that was said to be a city.
  if (determiner == "this" && generic && range.last - range.first == 2)
    if (const auto named = last_called(noun, s, range.first, true, provenance)) return named;
  if (const auto found = definite ? described(s, range) : std::nullopt) {
    provenance = {Sieve::description, found->span};
    return found->entity;
  }
  if (range.last - range.first != 2) return std::nullopt;
  provenance = {Sieve::description, std::nullopt};
  if (!definite || !generic) return std::nullopt;
  if (const auto place = determiner == "the" ? main_place_called(noun) : std::nullopt) return place;
  if (const auto named = last_called(noun, s, range.first, determiner == "this", provenance))
    return named;
  if (!is_generic_company(noun)) return std::nullopt;
  if (const auto own = determiner == "the" ? main_company_meant(s) : std::nullopt) return own;
  const auto company = only_company(s, range.first);
  if (!company) return std::nullopt;
  provenance.antecedent = company->span;
  return company->entity;
}

/// "The city" of a guide to a city.
std::optional<std::uint32_t> Discourse::main_place_called(const std::string& noun) const {
  const std::optional<std::uint32_t> place = table_.main_place();
  const bool fits = place && is_generic_place(noun) && generic_fits(noun, table_.type(*place));
  return fits ? place : std::nullopt;
}

/// "The company" of a company's own news, unless another one was spoken of last.
std::optional<std::uint32_t> Discourse::main_company_meant(std::uint32_t s) const {
  const std::optional<std::uint32_t> own = table_.main_company();
  for (const Referent& referent : referents_) {
    const bool near = referent.sentence + 1 >= s && referent.sentence <= s && referent.subject;
    const bool body = table_.type(referent.entity) == MentionType::organization;
    if (near && body && referent.entity != own && !table_.is_concept(referent.entity))
      return std::nullopt;
  }
  return own;
}

/// "The company", where one is spoken of: the only organisation in the last sentences that may be
/// one.
std::optional<Referent> Discourse::only_company(std::uint32_t s, std::uint32_t token) const {
  constexpr std::uint32_t kReach = 8;
  std::optional<Referent> only;
  for (const Referent& referent : referents_) {
    const bool before = referent.sentence < s || (referent.sentence == s && referent.token < token);
    if (!before || referent.sentence + kReach < s || table_.is_concept(referent.entity)) continue;
    if (analysis_.sentences[referent.sentence].headline) continue;
    const MentionType type = table_.type(referent.entity);
    if (type != MentionType::organization && type != MentionType::unknown) continue;
    const auto& forms = table_.forms(referent.entity);
    const bool other = std::any_of(forms.begin(), forms.end(), [](const std::string& form) {
      return names_other_body(form) || !well_known_body(form).empty();
    });
    if (other) continue;
    if (only && only->entity != referent.entity) return std::nullopt;
    only = referent;
  }
  const bool company = only && table_.type(only->entity) == MentionType::organization;
  return company ? only : std::nullopt;
}

bool Discourse::is_called(std::uint32_t entity, const std::string& noun) const {
  if (table_.is_concept(entity) || !generic_fits(noun, table_.type(entity))) return false;
  const auto& forms = table_.forms(entity);
  return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
    return to_lower(form).find(noun) != std::string::npos;
  });
}

/// The last thing that the noun fits and that has it in its name; of "this town" also one that has
/// just been named. Farther back it must be the only one.
std::optional<std::uint32_t> Discourse::last_called(const std::string& noun, std::uint32_t s,
                                                    std::uint32_t token, bool close,
                                                    Provenance& provenance) const {
  constexpr std::uint32_t kFar = 30;
  const std::uint32_t reach = close ? 3 : 6;
  const Referent* only = nullptr;
  for (auto referent = referents_.rbegin(); referent != referents_.rend(); ++referent) {
    if (referent->sentence > s || (referent->sentence == s && referent->token >= token)) continue;
    const bool is_near = referent->sentence + reach >= s;
    if (referent->sentence + kFar < s || (close && !is_near)) break;
    const bool is_so = is_called(referent->entity, noun);
    if (is_so && !is_near && only && only->entity != referent->entity) return std::nullopt;
    if (is_so && !only) only = &*referent;
    if (is_near && (is_so || (close && may_be_this(*referent, noun, s)))) {
      provenance.antecedent = referent->span;
      return referent->entity;
    }
  }
  if (!only) return std::nullopt;
  provenance.antecedent = only->span;
  return only->entity;
}

/// "This town", "this firm", just named.
bool Discourse::may_be_this(const Referent& referent, const std::string& noun,
                            std::uint32_t s) const {
  const MentionType type = table_.type(referent.entity);
  if (referent.sentence + 2 < s || table_.is_concept(referent.entity) || !generic_fits(noun, type))
    return false;
  return is_place(type) || noun == "organisation" || noun == "organization" || noun == "agency" ||
         noun == "company" || noun == "firm";
}

}  // namespace dossier::extract::resolve
