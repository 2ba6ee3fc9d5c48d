// SPDX-License-Identifier: Apache-2.0
// The rules that merge names of one body or place: acronyms, short forms.
#include <algorithm>
#include <map>

#include "extract/names/acronyms.h"
#include "extract/names/mentions.h"
#include "extract/names/name_forms.h"
#include "extract/names/short_forms.h"
#include "extract/resolve/brackets.h"
#include "extract/resolve/entity_table.h"
#include "extract/resolve/only_one.h"

namespace dossier::extract::resolve {

/// "Halvik (Trondheim)": what is known to be a place only by its sentence may be the city that the
/// brackets name.
bool EntityTable::may_be_city(std::uint32_t outer, const std::string& name,
                              const Mention& inner) const {
  return type(outer) == MentionType::place && inner.type == MentionType::city &&
         !is_known_place(name);
}

/// "World Health Organization (WHO)", "WHO (World Health Organization)", "Bombay
/// (Mumbai)".
void EntityTable::merge_brackets(const Sentence& sentence) {
  for (const auto& [outer, inner] : in_brackets(sentence)) {
    if (const auto told = explained(*outer, *inner)) {
      merge(*told->acronym->entity, *told->name->entity, Sieve::acronym);
    } else if ((type(*inner->entity) == type(*outer->entity) ||
                may_be_city(*outer->entity, bare_name(outer->text), *inner)) &&
               !is_person(inner->type) && inner->type != MentionType::country) {
      merge(*inner->entity, *outer->entity, Sieve::brackets);
    }
  }
}

/// 'Acme Pumps Ltd ("Acme")': what the text itself defines goes before a person of that surname,
/// unless "Mr Acme" shows that the name is used of somebody, too.
void EntityTable::merge_defined(const Sentence& sentence) {
  for (const auto& [outer, inner] : defined_names(sentence)) {
    Record& record = records_[*inner->entity];
    const bool of_people = record.gender != Gender::unknown || !record.titled.empty();
    if (of_people || find(*inner->entity) != *inner->entity || !record.fixed_label.empty())
      continue;
    if (outer->entity == inner->entity) continue;
    record.types.clear();
    merge(*inner->entity, *outer->entity, Sieve::brackets);
  }
}

std::optional<std::uint32_t> EntityTable::find_name(const std::string& form) const {
  const auto at = by_key_.find(name_key(form));
  if (at == by_key_.end() || !records_[at->second].forms.contains(form)) return std::nullopt;
  return find(at->second);
}

std::vector<std::uint32_t> EntityTable::current(const NameIndex::Numbers& numbers) const {
  std::vector<std::uint32_t> records;
  for (const std::uint32_t number : numbers) records.push_back(find(number));
  std::sort(records.begin(), records.end());
  records.erase(std::unique(records.begin(), records.end()), records.end());
  return records;
}

/// Whether one sentence names both: then they are two things.
bool EntityTable::stand_together(std::uint32_t a, std::uint32_t b) const {
  for (const Sentence& sentence : analysis_.sentences) {
    bool has_a = false, has_b = false;
    for (const Mention& mention : sentence.mentions) {
      has_a = has_a || find(*mention.entity) == a;
      has_b = has_b || find(*mention.entity) == b;
    }
    if (has_a && has_b) return true;
  }
  return false;
}

/// A short name used much more often than the long one is a name of its own.
bool EntityTable::outnumbers(std::uint32_t shorter, std::uint32_t longer) const {
  const auto count = [&](std::uint32_t entity) {
    std::uint32_t sum = 0;
    for (const auto& [form, times] : records_[entity].forms) sum += times;
    return sum;
  };
  return count(shorter) > 2 * count(longer);
}

void EntityTable::merge_organizations() {
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    if (find(i) != i || records_[i].is_concept || !records_[i].fixed_label.empty()) continue;
    const MentionType kind = type(i);
    if (is_person(kind) || is_place(kind)) continue;
    const std::string name = label(records_[i]);
    const bool acronym = is_acronym(name);
    const auto has_initials = [&](std::uint32_t j) {
      return acronym && is_initials(name, label(records_[j]));
    };
    const auto candidates =
        current(acronym ? longer_.abbreviated(name) : longer_.longer_than(name));
    const auto only = only_one(candidates, [&](std::uint32_t j) {
      if (i == j || type(j) != kind || !records_[j].fixed_label.empty()) return false;
      return has_initials(j) || (is_short_form(name, label(records_[j])) && !stand_together(i, j) &&
                                 !outnumbers(i, j));
    });
    if (only) merge(i, *only, has_initials(*only) ? Sieve::acronym : Sieve::short_form);
  }
}

/// "Foreign Ministry of Chad" and "Chadian Ministry of Foreign Affairs", "Statement of May 3" and
/// "May 3 Statement".
void EntityTable::merge_same_words() {
  std::map<std::string, std::uint32_t> by_content;
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    const Record& record = records_[i];
    if (find(i) != i || record.is_concept || !record.fixed_label.empty()) continue;
    if (is_person(type(i)) || is_place(type(i))) continue;
    const std::string content = name_content(label(record));
    if (content.empty()) continue;
    const auto [at, fresh] = by_content.try_emplace(content, i);
    if (!fresh && type(at->second) == type(i)) merge(i, at->second, Sieve::same_words);
  }
}

/// "College" of "King's College": what is before it belongs to the name.
bool EntityTable::stands_in_longer_name(std::uint32_t record) const {
  for (const Sentence& sentence : analysis_.sentences) {
    for (const Mention& mention : sentence.mentions) {
      if (mention.entity != record || mention.tokens.first == 0) continue;
      const Label<Xpos>& before = sentence.tokens[mention.tokens.first - 1].xpos;
      if (before == Xpos::pos || before.is(Xpos::nnp)) return true;
    }
  }
  return false;
}

/// "the Centre", after the only name it can be short for.
void EntityTable::merge_bare_heads() {
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    if (find(i) != i || records_[i].is_concept || !is_bare_head(records_[i].key)) continue;
    if (stands_in_longer_name(i)) continue;
    std::optional<std::uint32_t> only;
    bool several = false;
    for (std::uint32_t j = 0; j < records_.size(); ++j) {
      if (i == j || find(j) != j || records_[j].is_concept || !records_[j].fixed_label.empty())
        continue;
      if (type(j) != type(i) || !is_headed_by(records_[j].key, records_[i].key)) continue;
      several = several || only.has_value();
      only = j;
    }
    if (only && !several && *only < i) merge(i, *only, Sieve::bare_noun);
  }
}

/// A lone word nothing says to be a person or a place; the analyser's guess for it is weak.
bool EntityTable::may_be_short_for_body(std::uint32_t entity) const {
  const Record& record = records_[entity];
  if (find(entity) != entity || record.is_concept || !record.fixed_label.empty()) return false;
  if (record.gender != Gender::unknown || !record.titled.empty() || is_place(type(entity)))
    return false;
  const std::string name = label(record);
  return name.find(' ') == std::string::npos && !is_acronym(name) &&
         gender_of_given_name(name) == Gender::unknown;
}

/// "Acme" after "Acme Robotics", if no other organisation begins with it.
void EntityTable::merge_first_words() {
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    if (!may_be_short_for_body(i)) continue;
    const std::string name = label(records_[i]);
    const auto only = only_one(current(longer_.with_word(name)), [&](std::uint32_t j) {
      return i != j && type(j) == MentionType::organization &&
             is_abbreviable_to_first_word(label(records_[j]), name);
    });
    if (!only || stand_together(i, *only)) continue;
    records_[i].types.clear();
    merge(i, *only, Sieve::short_form);
  }
}

/// "Bissau" after "Guinea-Bissau".
void EntityTable::merge_places() {
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    if (find(i) != i || records_[i].is_concept || !is_place(type(i)) ||
        !records_[i].fixed_label.empty())
      continue;
    const auto only = only_one(parts_.hyphenated(records_[i].key), [&](std::uint32_t j) {
      return i != j && find(j) == j && is_place(type(j));
    });
    if (only) merge(i, *only, Sieve::short_form);
  }
}

}  // namespace dossier::extract::resolve
