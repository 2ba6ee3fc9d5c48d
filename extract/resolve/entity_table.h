// SPDX-License-Identifier: Apache-2.0
// The named entities of one document, collected from its mentions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon/known_names.h"
#include "extract/resolve/name_index.h"

namespace dossier::extract::resolve {

/// Collects names, merges those that mean one thing, then writes Analysis::entities. Entity numbers
/// are stable until finalize(), which renumbers them in the order of the document.
class EntityTable {
 public:
  explicit EntityTable(Analysis& analysis) : analysis_(analysis) {}

  /// Gives every mention an entity.
  void gather();
  /// Who the document is about; none where it is about nobody.
  std::optional<std::uint32_t> main_person() const { return main_person_; }
  /// The town, region or country that the document is about; none where it is about none.
  std::optional<std::uint32_t> main_place() const { return main_place_; }
  std::optional<std::uint32_t> main_company() const { return main_company_; }
  /// The entity of a name outside of sentences (a speaker's label, a dateline's place).
  std::uint32_t named(const std::string& name, MentionType type);
  /// The entity that the document names so, in just this form.
  std::optional<std::uint32_t> find_name(const std::string& form) const;
  /// A thing that has no proper name; equal labels are one thing.
  std::uint32_t concept_named(const std::string& label);

  /// A thing without a name that only this document speaks of, and what it is one of. `count`: how
  /// many it is, if the phrase has a number. Each is a thing of its own.
  std::uint32_t individual(const std::string& label, const std::string& kind,
                           const std::string& count);
  /// The individual turned out to be `named`.
  void name_individual(std::uint32_t individual, std::uint32_t named);
  /// The document says what it is; so much the worse for how its name looks.
  void set_type(std::uint32_t entity, MentionType type) {
    records_[find(entity)].types = {{type, 1}};
  }
  /// The individual is `owner`'s, whom its label does not name: "her brother".
  void note_owner(std::uint32_t individual, std::uint32_t owner);
  /// The phrase of a concept or individual names `other`.
  void note_involved(std::uint32_t entity, std::uint32_t other);

  /// It has no name: a concept or an individual.
  bool is_concept(std::uint32_t entity) const { return records_[find(entity)].is_concept; }
  bool is_individual(std::uint32_t entity) const { return records_[find(entity)].kind.has_value(); }
  MentionType type(std::uint32_t entity) const;
  Gender gender(std::uint32_t entity) const { return records_[find(entity)].gender; }
  /// The gender a pronoun gives; names and honorifics take precedence.
  void note_gender(std::uint32_t entity, Gender gender);
  /// Every form the entity was seen in.
  std::vector<std::string> forms(std::uint32_t entity) const;
  /// The number of an entity after merges.
  std::uint32_t find(std::uint32_t entity) const;

  /// Writes Analysis::entities, leaving out concepts no clause or frame uses (those of clauses
  /// first), and renumbers mentions and the arguments of clauses and frames. Returns new numbers by
  /// old.
  std::vector<std::optional<std::uint32_t>> finalize();

 private:
  class Numbering;
  struct Record {
    std::map<std::string, std::uint32_t> forms;  ///< as written, without article; how often
    std::map<MentionType, std::uint32_t> types;
    std::set<std::string> titled;  ///< of the forms, those with a title: "President Lund"
    std::string fixed_label;       ///< countries have theirs
    std::string key;
    Gender gender = Gender::unknown;
    bool is_concept = false;
    std::optional<std::uint32_t> kind;  ///< only individuals have one
    std::string count;
    std::optional<std::uint32_t> owner;
    std::set<std::uint32_t> involves;
    std::uint32_t merged_into = 0;
    std::uint32_t rests_on = 0;  ///< the record whose name decided the merge
    Sieve sieve = Sieve::exact;
  };

  std::uint32_t record_for(const std::string& key);
  void note_form(Record& record, const std::string& form, MentionType type);
  void gather(Mention& mention);
  bool is_one_of_two(const Mention& mention, const std::string& plain) const;
  void gather_titled(Mention& mention, const std::string& plain);
  static void note_title(const Mention& mention, Record& record);
  std::uint32_t country(const std::string& name);
  void merge(std::uint32_t from, std::uint32_t into, Sieve sieve);
  void index_forms();
  /// The records of these numbers as they are after merges, each once.
  std::vector<std::uint32_t> current(const NameIndex::Numbers& numbers) const;
  void renew_acronyms();
  void move_to(std::uint32_t record, Mention& mention);
  bool may_be_city(std::uint32_t outer, const std::string& name, const Mention& inner) const;
  void merge_brackets(const Sentence& sentence);
  void merge_defined(const Sentence& sentence);
  bool stand_together(std::uint32_t a, std::uint32_t b) const;
  bool outnumbers(std::uint32_t shorter, std::uint32_t longer) const;
  void note_apart();
  void merge_people();
  void merge_organizations();
  void merge_places();
  void merge_same_words();
  void merge_bare_heads();
  void merge_first_words();
  bool may_be_short_for_body(std::uint32_t entity) const;
  bool stands_in_longer_name(std::uint32_t record) const;
  void assign_mentions();
  /// Whether `person` may be a part of this name of a person, as far as the words do not tell.
  bool may_be_full_name(std::uint32_t full, std::uint32_t person) const;
  std::optional<std::uint32_t> only_of_gender(std::uint32_t person) const;
  std::optional<std::uint32_t> first_of_surname(std::uint32_t person) const;
  std::optional<std::uint32_t> only_with_middle_names(std::uint32_t person) const;
  std::optional<std::uint32_t> only_with_names_around(std::uint32_t person) const;
  std::optional<std::uint32_t> main_of_surname(std::uint32_t person) const;
  std::optional<std::uint32_t> only_full_name(std::uint32_t person, bool surname) const;
  std::string label(const Record& record) const;
  std::string owned_label(const Record& record) const;

  Analysis& analysis_;
  std::vector<Record> records_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  NameIndex longer_;              ///< the forms of all names, once they are gathered
  KeyParts parts_;                ///< the keys of all records
  std::set<std::string> shared_;  ///< the keys of surnames that two people bear
  /// A surname and a full name that are two people.
  std::set<std::pair<std::uint32_t, std::uint32_t>> apart_;
  std::optional<std::uint32_t> main_person_;
  std::optional<std::uint32_t> main_place_;
  std::optional<std::uint32_t> main_company_;
};

}  // namespace dossier::extract::resolve
