// SPDX-License-Identifier: Apache-2.0
// RDF terms (RDF 1.2 Concepts, section 3): IRIs, blank nodes, literals and triple terms as values.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "dossier/export.h"

namespace dossier {

struct Triple;

/// Base direction of a language-tagged string (RDF 1.2 Concepts, section 3.4).
enum class Direction : std::uint8_t { none, ltr, rtl };

/// An RDF term. Immutable value, cheap to move; copying copies its strings and shares a triple
/// term's parts. Terms do not check IRIs or language tags: parsers do, where a position can be
/// told.
class DOSSIER_API Term {
 public:
  enum class Kind : std::uint8_t { iri, blank_node, literal, triple };

  /// The empty plain literal, so that containers can hold terms.
  Term() = default;

  static Term iri(std::string iri);
  /// `label` is without the leading "_:".
  static Term blank_node(std::string label);
  /// A literal of type xsd:string.
  static Term string(std::string lexical);
  /// A literal of the given datatype IRI, lexical form kept as given. xsd:string gives the same
  /// term as string().
  static Term typed(std::string lexical, std::string datatype);
  /// A language-tagged string; the tag's case is kept, but tags compare without regard to case.
  /// `language` is not empty.
  static Term lang(std::string lexical, std::string language,
                   Direction direction = Direction::none);
  static Term triple(Triple triple);

  // Literals of the common types, in canonical lexical form.
  static Term boolean(bool value);
  static Term integer(std::int64_t value);

  Kind kind() const noexcept { return kind_; }
  bool is_iri() const noexcept { return kind_ == Kind::iri; }
  bool is_blank_node() const noexcept { return kind_ == Kind::blank_node; }
  bool is_literal() const noexcept { return kind_ == Kind::literal; }
  bool is_triple() const noexcept { return kind_ == Kind::triple; }

  /// The IRI, the blank node's label, or the lexical form; empty for a triple term.
  const std::string& value() const noexcept { return value_; }
  /// The datatype IRI of a literal (rdf:langString and rdf:dirLangString included); empty for other
  /// kinds.
  std::string_view datatype() const noexcept;
  /// The language tag as first written; empty if there is none.
  std::string_view language() const noexcept;
  Direction direction() const noexcept { return direction_; }
  /// The parts of a triple term; only for that kind.
  const Triple& as_triple() const noexcept { return *triple_; }

  /// N-Triples 1.2 form: <iri>, _:label, "lexical"@en--ltr, "1"^^<type>, <<( s p o )>>.
  std::string to_string() const;

  /// Term equality (RDF 1.2 Concepts 3.3): same kind, same lexical form, same datatype, same tag
  /// but for case.
  DOSSIER_API friend bool operator==(const Term& a, const Term& b) noexcept;
  /// A total order for sorted containers and stable output; not the order of SPARQL's ORDER BY.
  DOSSIER_API friend std::strong_ordering operator<=>(const Term& a, const Term& b) noexcept;

  std::size_t hash() const noexcept;

 private:
  Kind kind_ = Kind::literal;
  Direction direction_ = Direction::none;
  std::string value_;
  /// Datatype IRI, or the language tag; empty for xsd:string and for other kinds of terms.
  std::string qualifier_;
  bool tagged_ = false;  ///< qualifier_ is a language tag
  std::shared_ptr<const Triple> triple_;
};

/// Subject, predicate and object, in any combination of terms: the caller keeps to RDF's
/// restrictions.
struct Triple {
  Term subject;
  Term predicate;
  Term object;

  friend bool operator==(const Triple&, const Triple&) = default;
  friend std::strong_ordering operator<=>(const Triple&, const Triple&) = default;
};

}  // namespace dossier

template <>
struct std::hash<dossier::Term> {
  std::size_t operator()(const dossier::Term& term) const noexcept { return term.hash(); }
};
