// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/entity_table.h"

#include <algorithm>

#include "extract/interruption.h"
#include "extract/lexicon/known_names.h"
#include "extract/names/acronyms.h"
#include "extract/names/mentions.h"
#include "extract/names/name_forms.h"
#include "extract/resolve/main_topic.h"
#include "extract/resolve/shared_surnames.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

std::uint32_t EntityTable::find(std::uint32_t entity) const {
  // Every rule that compares all with all comes through here.
  Interruption::look();
  while (records_[entity].merged_into != entity) entity = records_[entity].merged_into;
  return entity;
}

std::uint32_t EntityTable::record_for(const std::string& key) {
  const auto [at, fresh] = by_key_.try_emplace(key, static_cast<std::uint32_t>(records_.size()));
  if (fresh) {
    Record record;
    record.key = key;
    record.merged_into = at->second;
    records_.push_back(std::move(record));
    parts_.add(at->second, key);
  }
  return at->second;
}

void EntityTable::note_form(Record& record, const std::string& form, MentionType type) {
  ++record.forms[form];
  ++record.types[type];
}

std::uint32_t EntityTable::country(const std::string& name) {
  const std::uint32_t entity = record_for("country:" + name);
  records_[entity].fixed_label = name;
  return entity;
}

void EntityTable::gather(Mention& mention) {
  const std::string name = bare_name(mention.text);
  if (mention.type != MentionType::person) {
    const CountryMatch match = find_country(name);
    if (match.form == CountryForm::name || match.form == CountryForm::adjective) {
      mention.entity = country(std::string(match.country));
      mention.sieve = match.form == CountryForm::name ? Sieve::country : Sieve::demonym;
      note_form(records_[*mention.entity], name, MentionType::country);
      return;
    }
    if (match.form == CountryForm::people) mention.type = MentionType::nationality;
  }
  std::string honorific;
  const std::string plain = is_person(mention.type) ? without_honorific(name, &honorific) : name;
  if (honorific.empty() && !mention.title.empty())
    without_honorific(mention.title + " x", &honorific);
  if (is_person(mention.type) && is_one_of_two(mention, plain))
    return gather_titled(mention, plain);
  const std::string_view body =
      is_person(mention.type) ? std::string_view() : well_known_body(plain);
  const std::uint32_t entity =
      record_for(body.empty() ? name_key(plain) : "body:" + std::string(body));
  Record& record = records_[entity];
  const bool another_name = !body.empty() && !record.forms.empty() && !record.forms.contains(name);
  note_form(record, name, mention.type);
  if (plain != name) ++record.forms[plain];
  if (const Gender told = gender_of_honorific(honorific); told != Gender::unknown)
    record.gender = told;
  if (is_person(mention.type) && record.gender == Gender::unknown)
    record.gender = gender_of_given_name(plain.substr(0, plain.find(' ')));
  if (is_person(mention.type) && !honorific.empty() && plain == name)
    ++record.forms[honorific + " " + plain];
  if (is_person(mention.type) && plain.find(' ') == std::string::npos) note_title(mention, record);
  mention.entity = entity;
  mention.sieve = another_name ? Sieve::well_known_name : Sieve::exact;
}

void EntityTable::index_forms() {
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    longer_.add(i, records_[i].key);
    for (const auto& [form, count] : records_[i].forms) longer_.add(i, form);
  }
}

void EntityTable::gather() {
  shared_ = shared_surnames(analysis_);
  for (Sentence& sentence : analysis_.sentences)
    for (Mention& mention : sentence.mentions) gather(mention);
  if (const Mention* const person = resolve::main_person(analysis_)) main_person_ = person->entity;
  if (const Mention* const place = resolve::main_place(analysis_)) main_place_ = place->entity;
  if (const Mention* const company = resolve::main_company(analysis_))
    main_company_ = company->entity;
  renew_acronyms();
  index_forms();
  for (const Sentence& sentence : analysis_.sentences) {
    merge_brackets(sentence);
    merge_defined(sentence);
  }
  merge_same_words();
  merge_organizations();
  merge_bare_heads();
  merge_people();
  merge_first_words();
  merge_places();
  if (main_person_) main_person_ = find(*main_person_);
  if (main_place_) main_place_ = find(*main_place_);
  if (main_company_) main_company_ = find(*main_company_);
  assign_mentions();
}

/// A mention whose name was merged rests on the nearest one before it, else the first one after,
/// that has the name it was merged with.
void EntityTable::assign_mentions() {
  std::map<std::uint32_t, TextSpan> latest, first;
  for (const Sentence& sentence : analysis_.sentences)
    for (const Mention& mention : sentence.mentions)
      first.try_emplace(*mention.entity, mention.span);
  for (Sentence& sentence : analysis_.sentences) {
    for (Mention& mention : sentence.mentions) {
      const std::uint32_t own = *mention.entity;
      latest[own] = mention.span;
      mention.entity = find(own);
      if (mention.entity == own) continue;
      const Record& record = records_[own];
      mention.sieve = record.sieve;
      const bool before = latest.contains(record.rests_on);
      const auto& where = before ? latest : first;
      if (const auto at = where.find(record.rests_on); at != where.end())
        mention.antecedent = at->second;
    }
  }
}

void EntityTable::merge(std::uint32_t from, std::uint32_t into, Sieve sieve) {
  const std::uint32_t named = into;
  from = find(from);
  into = find(into);
  if (from == into) return;
  Record& source = records_[from];
  Record& target = records_[into];
  source.merged_into = into;
  source.rests_on = named;
  source.sieve = sieve;
  for (const auto& [form, count] : source.forms) target.forms[form] += count;
  target.titled.insert(source.titled.begin(), source.titled.end());
  for (const auto& [type, count] : source.types) target.types[type] += count;
  if (target.gender == Gender::unknown) target.gender = source.gender;
}

std::uint32_t EntityTable::named(const std::string& name, MentionType type_wanted) {
  Mention mention;
  mention.text = name;
  mention.type = type_wanted;
  const std::string key =
      name_key(is_person(type_wanted) ? without_honorific(bare_name(name)) : bare_name(name));
  const bool known =
      by_key_.contains(key) || find_country(bare_name(name)).form != CountryForm::none;
  gather(mention);
  if (!known && is_person(type_wanted)) {
    const std::uint32_t entity = *mention.entity;
    if (const auto full = only_full_name(entity, true)) merge(entity, *full, Sieve::surname);
  }
  return find(*mention.entity);
}

std::uint32_t EntityTable::concept_named(const std::string& text) {
  const std::uint32_t entity = record_for("concept:" + text);
  Record& record = records_[entity];
  record.is_concept = true;
  record.fixed_label = text;
  return entity;
}

std::uint32_t EntityTable::individual(const std::string& label, const std::string& kind,
                                      const std::string& count) {
  const std::uint32_t sort = concept_named(kind);
  const std::uint32_t entity = record_for("individual:" + std::to_string(records_.size()));
  Record& record = records_[entity];
  record.is_concept = true;
  record.kind = sort;
  record.count = count;
  record.fixed_label = label;
  return entity;
}

void EntityTable::name_individual(std::uint32_t individual, std::uint32_t named) {
  merge(individual, named, Sieve::description);
}

void EntityTable::note_involved(std::uint32_t entity, std::uint32_t other) {
  entity = find(entity);
  if (records_[entity].is_concept && find(other) != entity) records_[entity].involves.insert(other);
}

MentionType EntityTable::type(std::uint32_t entity) const {
  const Record& record = records_[find(entity)];
  if (record.kind) return MentionType::individual;
  if (record.is_concept) return MentionType::concept_;
  const auto best =
      std::max_element(record.types.begin(), record.types.end(), [](const auto& a, const auto& b) {
        const auto weight = [](const auto& vote) {
          return vote.first == MentionType::unknown ? 0 : vote.second;
        };
        return weight(a) < weight(b);
      });
  return best == record.types.end() ? MentionType::unknown : best->first;
}

void EntityTable::note_gender(std::uint32_t entity, Gender gender) {
  Record& record = records_[find(entity)];
  if (record.gender == Gender::unknown) record.gender = gender;
}

std::vector<std::string> EntityTable::forms(std::uint32_t entity) const {
  std::vector<std::string> result;
  for (const auto& [form, count] : records_[find(entity)].forms) result.push_back(form);
  return result;
}

}  // namespace dossier::extract::resolve
