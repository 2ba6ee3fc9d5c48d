// SPDX-License-Identifier: Apache-2.0
// RDF terms (RDF 1.2 Concepts, section 3): IRIs, blank nodes, literals and triple terms as values.
#pragma once

#include <chrono>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

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
  /// An xsd:double.
  static Term real(double value);
  /// An xsd:decimal from its digits, such as "12.50". Throws Error(usage) for any other text.
  static Term decimal(std::string_view digits);
  /// An xsd:date without a time zone.
  static Term date(std::chrono::sys_days day);
  /// An xsd:dateTime in UTC.
  static Term date_time(std::chrono::sys_time<std::chrono::microseconds> time);

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

  /// The term as a C++ value. Throws Error(usage) when the term is no T; as<std::optional<T>>()
  /// gives nullopt instead. T is one of
  ///   an integer type   an xsd:integer or a type derived from it, in the range of T
  ///   double            any number of XML Schema
  ///   bool              an xsd:boolean
  ///   std::string       value() of an IRI or a literal of any type
  ///   sys_days          an xsd:date; a time zone is ignored
  ///   sys_time<...>     an xsd:dateTime, taken as UTC when it has no time zone; the unit is
  ///                     microseconds, and finer fractions are cut
  ///   Term              the term itself
  template <typename T>
  T as() const;

  /// N-Triples 1.2 form: `<iri>`, `_:label`, `"lexical"@en--ltr`, `"1"^^<type>`, `<<( s p o )>>`.
  std::string to_string() const;

  /// Term equality (RDF 1.2 Concepts 3.3): same kind, same lexical form, same datatype, same tag
  /// but for case.
  DOSSIER_API friend bool operator==(const Term& a, const Term& b) noexcept;
  /// A total order for sorted containers and stable output; not the order of SPARQL's ORDER BY.
  DOSSIER_API friend std::strong_ordering operator<=>(const Term& a, const Term& b) noexcept;

  std::size_t hash() const noexcept;

 private:
  // The value when the term is one of that type.
  bool read(std::int64_t& value) const;
  bool read(double& value) const;
  bool read(bool& value) const;
  bool read(std::string& value) const;
  bool read(std::chrono::sys_days& value) const;
  bool read(std::chrono::sys_time<std::chrono::microseconds>& value) const;
  [[noreturn]] void refuse(const char* type) const;

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

namespace detail {
template <typename T>
inline constexpr bool is_optional = false;
template <typename T>
inline constexpr bool is_optional<std::optional<T>> = true;
/// The integer types as<T>() knows.
template <typename T>
inline constexpr bool is_number =
    std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;
template <typename T>
constexpr const char* type_name() {
  if constexpr (is_number<T>) return "an integer of this size";
  if constexpr (std::same_as<T, double>) return "a number";
  if constexpr (std::same_as<T, bool>) return "an xsd:boolean";
  if constexpr (std::same_as<T, std::chrono::sys_days>) return "an xsd:date";
  if constexpr (std::same_as<T, std::chrono::sys_time<std::chrono::microseconds>>)
    return "an xsd:dateTime";
  return "a text";
}
}  // namespace detail

template <typename T>
T Term::as() const {
  if constexpr (std::same_as<T, Term>) {
    return *this;
  } else if constexpr (detail::is_optional<T>) {
    using Value = typename T::value_type;
    if constexpr (std::same_as<Value, Term>) {
      return *this;
    } else if constexpr (detail::is_number<Value>) {
      std::int64_t value = 0;
      if (!read(value) || !std::in_range<Value>(value)) return std::nullopt;
      return static_cast<Value>(value);
    } else {
      Value value{};
      if (!read(value)) return std::nullopt;
      return value;
    }
  } else {
    std::optional<T> value = as<std::optional<T>>();
    if (!value) refuse(detail::type_name<T>());
    return *std::move(value);
  }
}

}  // namespace dossier

/// @cond Doxygen knows no classes of std.
template <>
struct std::hash<dossier::Term> {
  std::size_t operator()(const dossier::Term& term) const noexcept { return term.hash(); }
};
/// @endcond
