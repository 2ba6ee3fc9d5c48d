// SPDX-License-Identifier: Apache-2.0
// An RDF term in the middle of an SQL expression: a text of SQL for each of its parts.
//
// A term in a column of its own is one text, its code: "I <iri>", "B <label>", "T <N-Triples>",
// "L<datatype> <lexical form>" or "G<language tag> <lexical form>". Equal terms have equal codes.
#pragma once

#include <string>
#include <string_view>

#include "dossier/term.h"
#include "engine/sql/dialect.h"

namespace dossier::sql {

struct Value {
  enum class Kind : std::uint8_t { any, iri, blank, literal, triple };

  /// What is known before any row is seen.
  Kind kind = Kind::any;
  /// SQL of 'iri', 'blank', 'literal' or 'triple'; NULL where the value is an error or unbound. All
  /// other parts count only where this one isn't NULL; an empty text is NULL.
  std::string kind_sql;
  std::string lexical, datatype, language;
  std::string rank;    ///< of numbers: 1 integer, 2 decimal, 3 float, 4 double
  std::string exact;   ///< of integers and decimals: a decimal
  std::string approx;  ///< of numbers: the nearest double
  std::string truth;   ///< of booleans
  std::string day;     ///< of xsd:dateTime and xsd:date: days since 1970-01-01 in UTC
  std::string id;      ///< of terms that stand in the tables
  std::string code;    ///< when there is a column of it

  bool is_error() const { return kind_sql == "NULL"; }
};

/// What is said of one value in another's place.
std::string is_bound(const Value& value);

/// Makes values; all of one statement share it.
class Values {
 public:
  explicit Values(const Dialect& dialect) : dialect_(dialect) {}
  const Dialect& dialect() const { return dialect_; }

  static Value error();
  Value text(std::string lexical) const;
  /// With the tag of `like`, which is a string.
  Value text_like(std::string lexical, const Value& like) const;
  Value tagged(std::string lexical, std::string language) const;
  Value iri(std::string text) const;
  Value blank(std::string label) const;
  Value boolean(std::string truth) const;
  /// `rank` NULL is an error.
  Value number(std::string rank, std::string exact, std::string approx) const;
  Value integer(const std::string& whole) const;
  Value typed(std::string lexical, std::string_view datatype) const;
  /// A literal whose datatype a row says.
  Value literal(std::string lexical, std::string datatype) const;
  Value constant(const Term& term) const;
  /// A row of the table of terms.
  Value row(const std::string& alias) const;
  /// A column of codes.
  Value decoded(const std::string& column) const;
  /// `yes` where the condition holds, else `no`: also where it is NULL.
  Value choice(const std::string& condition, const Value& yes, const Value& no) const;

  std::string code(const Value& value) const;
  /// In N-Triples.
  std::string ntriples(const Value& value) const;
  /// The effective boolean value (SPARQL 1.1, section 17.2.2).
  std::string truth(const Value& value) const;
  /// NULL as a text, where engines must know the type.
  std::string no_text() const;
  /// The lexical form of a plain string; no_text() where it is never one.
  std::string plain(const Value& value) const;
  /// That of a plain or tagged string.
  std::string string(const Value& value) const;
  std::string canonical_number(const Value& number) const;
  /// What xsd:string() makes of it: doubles of usual size without an exponent.
  std::string cast_number(const Value& number) const;
  std::string quote(std::string_view text) const { return dialect_.quote(text); }

 private:
  void add_literal_values(Value& value) const;
  std::string day_of(const std::string& lexical, const std::string& datatype) const;
  std::string double_text(const std::string& number) const;
  std::string plain_number(const std::string& exact) const;

  const Dialect& dialect_;
};

/// The code of a term.
std::string code_of(const Term& term);
/// "'iri'" and the like, without quotes.
std::string_view kind_name(const Term& term);
/// What stands in the table's column of languages: the tag, and the direction behind "--".
std::string language_of(const Term& term);

}  // namespace dossier::sql
