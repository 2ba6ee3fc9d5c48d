// SPDX-License-Identifier: Apache-2.0
// Names in a document: as models read them, and as mentions that entities are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/spans.h"

namespace dossier::extract {

enum class MentionType : std::uint8_t {
  person,
  organization,
  place,
  country,
  city,
  event,
  work,
  product,
  nationality,
  individual,  ///< a thing without a name that one document speaks of: "the trawler"
  concept_,
  unknown,
};

/// Countries and cities too.
inline bool is_place(MentionType type) {
  return type == MentionType::place || type == MentionType::city || type == MentionType::country;
}

/// A name as a model reads it.
struct NameReading {
  enum class Type : std::uint8_t { person, organization, place, event, time, other };
  TokenRange tokens;
  Type type = Type::other;
  float confidence = 0;  ///< of its least certain word
};

/// The type that a label of a model names ("PERSON"); `other` for one that is not known.
NameReading::Type name_type(std::string_view label);

/// The rule that resolved a mention; resolve/README.md has an example of each.
enum class Sieve : std::uint8_t {
  none,
  exact,
  country,
  demonym,
  acronym,
  brackets,
  same_words,
  well_known_name,
  short_form,
  bare_noun,
  surname,
  first_name,
  role,
  speaker,
  speakers_body,
  addressee,
  description,
  pronoun,
  individual,
  relative_pronoun,
};

/// "same words", "speaker's body"; empty for none.
std::string_view name_of(Sieve sieve);

/// A name (or a resolved phrase) in the text.
struct Mention {
  TokenRange tokens;
  TextSpan span;
  std::string text;
  MentionType type = MentionType::unknown;
  std::string title;  ///< "Foreign Minister" of "Foreign Minister Jonas Falk"; not part of span
  std::optional<std::uint32_t> entity;  ///< index into Analysis::entities once resolved
  Sieve sieve = Sieve::none;
  std::optional<TextSpan> antecedent;  ///< the mention the rule linked it to, if any
};

}  // namespace dossier::extract
