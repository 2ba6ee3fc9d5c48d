// SPDX-License-Identifier: Apache-2.0
// The rules that merge names of one person: surnames, first names, middle names.
#include <algorithm>

#include "extract/names/mentions.h"
#include "extract/resolve/entity_table.h"
#include "extract/resolve/only_one.h"
#include "extract/resolve/shared_surnames.h"

namespace dossier::extract::resolve {

namespace {

/// Words between a surname and a full name that explains it: "Lund (Anna Lund)".
constexpr std::uint32_t kBeside = 1;

/// "On the Hansen affair: Mikkel Hansen rang."
bool is_parted(const Sentence& sentence, const Mention& left, const Mention& right) {
  return std::any_of(sentence.tokens.begin() + left.tokens.last,
                     sentence.tokens.begin() + right.tokens.first,
                     [](const Token& token) { return token.text == ":" || token.text == ";"; });
}

}  // namespace

/// "Johnson was born to George Johnson": nobody is named in full behind his own surname, nor joined
/// to himself.
void EntityTable::note_apart() {
  std::set<std::uint32_t> named;  // in sentences before
  for (const Sentence& sentence : analysis_.sentences) {
    for (const Mention& full : sentence.mentions) {
      if (!is_person(full.type) || named.contains(*full.entity)) continue;
      for (const Mention& bare : sentence.mentions) {
        const bool before =
            bare.tokens.last + kBeside < full.tokens.first && !is_parted(sentence, bare, full);
        if ((before || is_joined(sentence, full, bare)) && is_person(bare.type) &&
            records_[*full.entity].key.ends_with(" " + records_[*bare.entity].key))
          apart_.insert({*bare.entity, *full.entity});
      }
    }
    for (const Mention& mention : sentence.mentions) named.insert(*mention.entity);
  }
}

bool EntityTable::may_be_full_name(std::uint32_t full, std::uint32_t person) const {
  return full != person && find(full) == full && is_person(type(full)) &&
         !records_[full].is_concept && !apart_.contains({person, full});
}

std::optional<std::uint32_t> EntityTable::only_full_name(std::uint32_t person, bool surname) const {
  const std::string& key = records_[person].key;
  return only_one(surname ? parts_.ending(key) : parts_.beginning(key),
                  [&](std::uint32_t j) { return may_be_full_name(j, person); });
}

/// "Amara Nduka ... Nduka ... her husband, David Nduka": where the surname is used first, only
/// one had been named. The first of two surnames may stand alone: "Rosa Lund Ibarra ... Lund".
std::optional<std::uint32_t> EntityTable::first_of_surname(std::uint32_t person) const {
  const std::string& key = records_[person].key;
  const auto is_before = [&](std::uint32_t j) { return j < person && may_be_full_name(j, person); };
  if (const auto last = only_one(parts_.ending(key), is_before)) return last;
  const bool is_given = gender_of_given_name(label(records_[person])) != Gender::unknown;
  return is_given ? std::nullopt : only_one(parts_.inside(key), is_before);
}

/// "Laura Berg", "Laura Elizabeth Berg".
std::optional<std::uint32_t> EntityTable::only_with_middle_names(std::uint32_t person) const {
  const std::string& key = records_[person].key;
  const std::size_t space = key.find(' ');
  if (space == std::string::npos || space != key.rfind(' ')) return std::nullopt;
  const std::string last = key.substr(space);
  return only_one(parts_.beginning(key.substr(0, space)), [&](std::uint32_t j) {
    return may_be_full_name(j, person) && records_[j].key.ends_with(last);
  });
}

/// "Maria Clara Lund de Sousa", called "Clara de Sousa".
std::optional<std::uint32_t> EntityTable::only_with_names_around(std::uint32_t person) const {
  const std::string& key = records_[person].key;
  const std::size_t space = key.rfind(' ');
  if (space == std::string::npos) return std::nullopt;
  const std::string last = key.substr(space);
  return only_one(parts_.inside(key.substr(0, key.find(' '))), [&](std::uint32_t j) {
    return may_be_full_name(j, person) && records_[j].key.ends_with(last);
  });
}

/// "Mr Lund" where there is a "Mrs Lund", too: the only Lund who may be a man.
std::optional<std::uint32_t> EntityTable::only_of_gender(std::uint32_t person) const {
  const std::string& key = records_[person].key;
  const std::string surname = key.substr(key.find(' ') + 1);
  return only_one(parts_.ending(surname), [&](std::uint32_t j) {
    const Gender gender = records_[j].gender;
    const bool agrees = gender == Gender::unknown || gender == records_[person].gender;
    return records_[j].fixed_label.empty() && agrees && may_be_full_name(j, person);
  });
}

/// Biographies call whom they are about by the surname, and relatives by their full names.
std::optional<std::uint32_t> EntityTable::main_of_surname(std::uint32_t person) const {
  if (!main_person_ || apart_.contains({person, *main_person_})) return std::nullopt;
  const std::vector<std::uint32_t> bearers = parts_.ending(records_[person].key);
  const bool is_bearer = std::find(bearers.begin(), bearers.end(), *main_person_) != bearers.end();
  return is_bearer && *main_person_ != person ? main_person_ : std::nullopt;
}

void EntityTable::merge_people() {
  note_apart();
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    if (find(i) != i || !is_person(type(i)) || records_[i].is_concept) continue;
    if (!records_[i].fixed_label.empty()) {
      if (const auto full = only_of_gender(i)) merge(i, *full, Sieve::surname);
    } else if (const auto full = only_full_name(i, true))
      merge(i, *full, Sieve::surname);
    else if (const auto first = first_of_surname(i))
      merge(i, *first, Sieve::surname);
    else if (const auto whole = only_with_middle_names(i))
      merge(i, *whole, Sieve::same_words);
    else if (const auto around = only_with_names_around(i))
      merge(i, *around, Sieve::same_words);
    else if (const auto main = main_of_surname(i))
      merge(i, *main, Sieve::surname);
    else if (records_[i].key.find(' ') == std::string::npos) {
      if (const auto named = only_full_name(i, false)) merge(i, *named, Sieve::first_name);
    }
  }
}

}  // namespace dossier::extract::resolve
