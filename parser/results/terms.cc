// SPDX-License-Identifier: Apache-2.0
#include "parser/results/terms.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "dossier/rdf.h"
#include "model/term_text.h"
#include "model/vocabulary.h"
#include "model/well_formed.h"

namespace dossier::results {
namespace {

[[noreturn]] void refuse(const std::string& message) { throw std::invalid_argument(message); }

Direction direction_of(const std::string& text) {
  if (text == "ltr") return Direction::ltr;
  if (text == "rtl") return Direction::rtl;
  refuse("a base direction is ltr or rtl, not \"" + text + '"');
}

}  // namespace

bool is_variable_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
  });
}

std::string not_a_variable(const std::string& name) {
  return "not the name of a variable: \"" + name + '"';
}

Term checked_iri(std::string value) {
  if (!has_scheme(value) || !fits_iri_reference(value)) {
    refuse("not an absolute IRI: \"" + value + '"');
  }
  return Term::iri(std::move(value));
}

Term checked_literal(LiteralParts parts) {
  const bool tagged = parts.language && !parts.language->empty();
  if (parts.direction && !tagged) refuse("a base direction needs a language tag");
  if (tagged) {
    if (!is_language_tag(*parts.language)) {
      refuse("not a language tag: \"" + *parts.language + '"');
    }
    return Term::lang(std::move(parts.lexical), *std::move(parts.language),
                      parts.direction ? direction_of(*parts.direction) : Direction::none);
  }
  if (!parts.datatype) return Term::string(std::move(parts.lexical));
  Term type = checked_iri(*std::move(parts.datatype));
  if (type.value() == vocabulary::rdf::kLangString ||
      type.value() == vocabulary::rdf::kDirLangString) {
    refuse("a literal of type rdf:langString or rdf:dirLangString needs a language tag");
  }
  return Term::typed(std::move(parts.lexical), type.value());
}

Term checked_triple(Term subject, Term predicate, Term object) {
  if (!subject.is_iri() && !subject.is_blank_node()) {
    refuse("the subject of a triple term is an IRI or a blank node");
  }
  if (!predicate.is_iri()) refuse("the predicate of a triple term is an IRI");
  return Term::triple({std::move(subject), std::move(predicate), std::move(object)});
}

}  // namespace dossier::results
