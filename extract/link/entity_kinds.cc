// SPDX-License-Identifier: Apache-2.0
#include "extract/link/entity_kinds.h"

#include <algorithm>
#include <cstdint>

#include "extract/graph/vocabulary.h"
#include "extract/lexicon/known_names.h"
#include "extract/link/labels.h"
#include "extract/names/name_forms.h"
#include "extract/names/short_forms.h"

namespace dossier::extract {
namespace {

/// Classes of one kind are not told apart: an event may be called a body, a city a place.
enum class Kind : std::uint8_t { person, place, nationality, thing, unclear };

Kind kind_of(MentionType type) {
  switch (type) {
    case MentionType::person:
      return Kind::person;
    case MentionType::place:
    case MentionType::country:
    case MentionType::city:
      return Kind::place;
    case MentionType::nationality:
      return Kind::nationality;
    case MentionType::organization:
    case MentionType::event:
    case MentionType::work:
    case MentionType::product:
      return Kind::thing;
    case MentionType::individual:
    case MentionType::concept_:
    case MentionType::unknown:
      break;
  }
  return Kind::unclear;
}

constexpr MentionType kTypes[] = {
    MentionType::person,       MentionType::place,   MentionType::country, MentionType::city,
    MentionType::organization, MentionType::event,   MentionType::work,    MentionType::product,
    MentionType::nationality,  MentionType::concept_};

}  // namespace

std::string_view kind_name(MentionType type) {
  switch (kind_of(type)) {
    case Kind::person:
      return "person";
    case Kind::place:
      return "place";
    case Kind::nationality:
      return "nationality";
    case Kind::thing:
      return "thing";
    case Kind::unclear:
      break;
  }
  return "unclear";
}

bool is_strong(const std::string& form, MentionType type) {
  if (type != MentionType::person)
    return find_country(form).form != CountryForm::adjective && !is_bare_head(form);
  return is_bare(form) && form.find(' ') != std::string::npos;
}

std::optional<MentionType> type_of(const Term& class_iri) {
  for (const MentionType type : kTypes)
    if (extract::class_iri(type) == class_iri) return type;
  return std::nullopt;
}

bool fits(const std::vector<Term>& classes, MentionType type) {
  return std::any_of(classes.begin(), classes.end(), [&](const Term& one) {
    return std::any_of(std::begin(kTypes), std::end(kTypes), [&](MentionType of) {
      return kind_of(of) == kind_of(type) && class_iri(of) == one;
    });
  });
}

std::optional<MentionType> mistakable(const std::vector<Term>& classes) {
  if (classes.size() != 1) return std::nullopt;
  for (const MentionType type : {MentionType::person, MentionType::organization, MentionType::place,
                                 MentionType::event, MentionType::work})
    if (classes.front() == class_iri(type)) return type;
  return std::nullopt;
}

bool is_guess(const std::string& name, MentionType type) {
  if (type == MentionType::person)
    return is_bare(name) && gender_of_given_name(name.substr(0, name.find(' '))) == Gender::unknown;
  if (type == MentionType::place) return !is_known_place(name);
  return type == MentionType::unknown;
}

}  // namespace dossier::extract
