// SPDX-License-Identifier: Apache-2.0
// The grammar of names: which words belong together, and where titles and phrases end.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon/lexicon.h"
#include "extract/names/name_units.h"

namespace dossier::extract {

/// Reads units of one sentence. Every position is an index into the units; a function that finds
/// nothing at `i` returns `i`. Units and lexicon must outlive it.
class NameGrammar {
 public:
  NameGrammar(const std::vector<NameUnit>& units, const Lexicon& lexicon)
      : units_(units), lexicon_(lexicon) {}

 protected:
  std::uint32_t size() const { return static_cast<std::uint32_t>(units_.size()); }
  bool is_name(std::uint32_t i) const { return i < size() && units_[i].name; }
  const std::string& lower(std::uint32_t i) const;
  bool has_class(std::uint32_t i, std::uint32_t kinds) const {
    return i < size() && (units_[i].class_kinds & kinds) != 0;
  }
  bool is_honorific(std::uint32_t i) const {
    return i < size() && (units_[i].kinds & kHonorific) != 0 && units_[i].capital;
  }

  /// The known name that begins at `first`, longest first: its number of units, 0 for none.
  std::uint32_t known_name(std::uint32_t first, std::uint32_t end, NameInfo& info) const;

  /// Names made by a day, a year or a place next to a noun: "May 3 Statement", "Statement of
  /// May 3, 2021", "war of 1912–1913", "Oslo process".
  std::uint32_t named_by_circumstance(std::uint32_t i, MentionType& type) const;

  /// "Southeastern Kenya": a part of a place, even where the capital is the sentence's.
  bool is_direction_of_place(std::uint32_t i) const;

  /// The end of the run of name words that begins at `i`, particles between them included.
  std::uint32_t run_end(std::uint32_t i) const;

  /// A title that begins at `i`: "Deputy Prime Minister".
  std::uint32_t title_end(std::uint32_t i, std::uint32_t end) const;
  /// The complement of a title: "for Foreign Affairs", "of Health and Housing". Known
  /// names and organisations stay names.
  std::uint32_t title_phrase_end(std::uint32_t title) const;

  /// The end of "of the Blue Star", "for Civil Defence, Emergencies and Disaster Relief" at `at`,
  /// after a name headed by `head`.
  std::uint32_t with_phrases(std::uint32_t head, std::uint32_t at) const;

  const std::vector<NameUnit>& units_;
  const Lexicon& lexicon_;

 private:
  std::uint32_t dated_work(std::uint32_t i) const;
  std::uint32_t of_date(std::uint32_t i) const;
  bool is_title(std::uint32_t i) const;
  bool joins(std::uint32_t i) const;
  bool heads_title(std::uint32_t i) const;
  std::uint32_t linked_part(std::uint32_t head, std::uint32_t at, std::string& link) const;
  bool is_occasional(std::uint32_t head, std::uint32_t at) const;
  std::uint32_t part_end(std::uint32_t begin) const;
  std::uint32_t list_end(std::uint32_t begin, std::uint32_t at, const std::string& link) const;
  bool stands_alone(std::uint32_t begin, const std::string& link) const;
  bool is_number(std::uint32_t i, std::size_t least, std::size_t most) const;
};

}  // namespace dossier::extract
