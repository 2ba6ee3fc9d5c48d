// SPDX-License-Identifier: Apache-2.0
// Knowledge about words and names: word classes from WordNet, names from WordNet, iso-codes,
// GeoNames and ruby-faker (the model, see extract/models/README.md), and the tables of
// extract/lexicon/data, which are written by hand.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/models/model_file.h"

namespace dossier::extract {

/// What a name or word can be; a set of bits.
enum NameKind : std::uint32_t {
  kCountry = 1U << 0,
  kCity = 1U << 1,
  kCapital = 1U << 2,
  kRegion = 1U << 3,       ///< a place that is neither country nor city
  kNationality = 1U << 4,  ///< adjective of a country: "Norwegian"
  kPeople = 1U << 5,       ///< people in the plural: "Norwegians"
  kPerson = 1U << 6,       ///< a known full name
  kGivenName = 1U << 7,
  kSurname = 1U << 8,
  kOrganization = 1U << 9,       ///< a known organisation or its acronym
  kTitle = 1U << 10,             ///< heads a title: "Minister", "President"; in lower case
  kTitlePart = 1U << 11,         ///< part of a title: "Prime", "Deputy"; in lower case
  kHonorific = 1U << 12,         ///< "Mr", "Dr"
  kOrganizationHead = 1U << 13,  ///< "ministry", "committee"; in lower case
  kPlaceHead = 1U << 14,         ///< "corridor", "river"
  kEventHead = 1U << 15,         ///< "conference", "summit"
  kWorkHead = 1U << 16,          ///< "treaty", "statement"
  kProductHead = 1U << 17,       ///< "vaccine"
  kCompanySuffix = 1U << 18,     ///< "Inc", "Ltd"
  kWork = 1U << 19,              ///< a known law, treaty, book
  kEvent = 1U << 20,             ///< a known war, olympiad
  kCurrency = 1U << 21,          ///< ISO 4217 code, sign or noun; canonical is the code
  // Of long lists, which contain most words of a language: only for evidence().
  kListedPlace = 1U << 22,      ///< a city or region of GeoNames
  kListedGivenName = 1U << 23,  ///< in some country
  kListedSurname = 1U << 24,
};

inline constexpr std::uint32_t kListed = kListedPlace | kListedGivenName | kListedSurname;
inline constexpr std::uint32_t kNameKinds = 25;  ///< bits of NameKind

struct NameInfo {
  std::uint32_t kinds = 0;
  /// The usual name of what it means: the country of "French" and "French Republic"; the code
  /// of a currency; otherwise empty.
  std::string_view canonical;

  bool is(std::uint32_t kind) const noexcept { return (kinds & kind) != 0; }
};

/// WordNet's lexicographer file of a noun's most frequent sense.
enum class NounClass : std::uint8_t {
  none,
  tops,
  act,
  animal,
  artifact,
  attribute,
  body,
  cognition,
  communication,
  event,
  feeling,
  food,
  group,
  location,
  motive,
  object,
  person,
  phenomenon,
  plant,
  possession,
  process,
  quantity,
  relation,
  shape,
  state,
  substance,
  time
};

struct WordInfo {
  bool noun = false;
  bool verb = false;
  bool adjective = false;
  bool adverb = false;
  NounClass noun_class = NounClass::none;

  bool known() const noexcept { return noun || verb || adjective || adverb; }
};

/// Immutable; any number of threads may read it.
class Lexicon {
 public:
  /// The lexicon built into the library. Throws Error(input) when it is damaged.
  static const Lexicon& builtin();
  /// Over bytes that must outlive it. Throws Error(input) when they are damaged.
  static std::unique_ptr<const Lexicon> view(std::string_view bytes);
  /// Over a copy of the bytes.
  static std::unique_ptr<const Lexicon> load(std::string_view bytes);

  /// A name exactly as written, one space between words, straight apostrophes. Words of the closed
  /// classes (titles, heads) are in lower case.
  NameInfo name(std::string_view text) const;
  bool is(std::string_view text, std::uint32_t kinds) const { return name(text).is(kinds); }
  /// All kinds of a name, those of long lists too.
  std::uint32_t evidence(std::string_view text) const;
  WordInfo word(std::string_view lower) const;
  /// A noun of events, as a lemma: "conference", "earthquake".
  bool names_event(std::string_view lemma) const {
    return is(lemma, kEventHead) || word(lemma).noun_class == NounClass::event;
  }
  /// The irregular base form of a word as part of speech 'n', 'v', 'a', 'r'; empty when regular.
  std::string_view irregular(char part_of_speech, std::string_view lower) const;
  /// More words than this a known name never has.
  static constexpr std::size_t kLongestName = 6;

 private:
  explicit Lexicon(std::string_view bytes);
  NameInfo all_of(std::string_view text) const;
  std::string_view own_canonical(std::string_view name) const;

  const std::unordered_map<std::string_view, NameInfo>& own_;  ///< written by hand
  std::string owned_;
  StringTable names_;
  std::string_view kinds_;  ///< u32 a name
  /// One u32 per name: index into canonical_names_, or StringTable::kAbsent.
  std::string_view canonicals_;
  StringTable canonical_names_;
  StringTable words_;
  std::string_view word_infos_;  ///< two bytes a word
  StringTable irregular_;        ///< "v:went"
  StringTable base_forms_;
  std::string_view base_of_;  ///< u32 an irregular form
};

}  // namespace dossier::extract
