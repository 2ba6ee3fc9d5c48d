// SPDX-License-Identifier: Apache-2.0
#include "model/inline_term.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "model/inline_codec.h"
#include "model/vocabulary.h"
#include "model/xsd/date_time.h"
#include "model/xsd/floating.h"

using dossier::inline_id;
using dossier::inline_term;
using dossier::Term;
using dossier::TermId;
using Kind = dossier::TermId::Kind;
namespace xsd = dossier::xsd;
namespace iri = dossier::vocabulary::xsd;

namespace {

Term typed(std::string_view lexical, std::string_view datatype) {
  return Term::typed(std::string(lexical), std::string(datatype));
}

void check_round_trip(const Term& term) {
  const auto id = inline_id(term);
  INFO(term.to_string());
  REQUIRE(id.has_value());
  CHECK(id->is_inline());
  CHECK(inline_term(*id) == term);
}

}  // namespace

TEST_CASE("canonical forms are inlined and come back exactly, in value order") {
  struct Kinds {
    std::string_view datatype;
    Kind kind;
    std::vector<std::string_view> ascending;
  };
  const Kinds kinds[] = {
      {iri::kInteger,
       Kind::integer,
       {"-36028797018963968", "-10", "-1", "0", "1", "9", "10", "36028797018963967"}},
      {iri::kDecimal,
       Kind::decimal,
       {"-36028797018.963968", "-1.5", "-1", "-0.000001", "0", "0.000001", "0.1", "1", "1.000001",
        "10", "36028797018.963967"}},
      {iri::kDouble,
       Kind::double_value,
       {"-INF", "-1.0E10", "-1.5E0", "-0.0E0", "0.0E0", "1.52587890625E-5", "1.0E0", "1.5E0",
        "1.0E6", "INF", "NaN"}},
      {iri::kDate,
       Kind::date,
       {"-12345-01-01", "-0001-12-31", "0000-02-29", "1969-12-31", "1970-01-01", "2000-02-29",
        "123456-01-01"}},
      {iri::kDateTime,
       Kind::date_time,
       {"0001-01-01T00:00:00", "1969-12-31T23:59:59.999999", "1970-01-01T00:00:00",
        "2024-02-29T12:00:00.000001", "2024-02-29T12:00:00.5", "2284-01-01T00:00:00"}},
      {iri::kDateTime, Kind::date_time_utc, {"0001-01-01T00:00:00Z", "2024-02-29T12:00:00Z"}},
      {iri::kString,
       Kind::short_string,
       {"", "A", "AA", "B", "a", "abcdefg", "\xC3\xA4", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF"}},
      {iri::kBoolean, Kind::boolean, {"false", "true"}}};
  for (const Kinds& row : kinds) {
    TermId last;
    for (const std::string_view lexical : row.ascending) {
      const Term term = typed(lexical, row.datatype);
      check_round_trip(term);
      const TermId id = *inline_id(term);
      CHECK(id.kind() == row.kind);
      CHECK(last < id);
      last = id;
    }
  }
}

TEST_CASE("what is not canonical, not exact or not in range needs the dictionary") {
  const std::pair<std::string_view, std::vector<std::string_view>> rows[] = {
      {iri::kInteger,
       {"", "-", "01", "+1", "-0", "00", " 1", "1 ", "1.0", "1a", "36028797018963968",
        "-36028797018963969", "99999999999999999999999"}},
      {iri::kDecimal,
       {"", ".", "-", "1.0", "1.", ".5", "-0", "01", "00.5", "+1", "1.50", "0.0000001", "1e0",
        "36028797018.963968", "1.-5", "999999999999"}},
      {iri::kDouble,
       {"", "1", "1.0", "1e0", "1.0E+0", "1.00E0", "0.1E1", "1.0E-1", "+INF", "nan", "inf", "0x1"}},
      {iri::kDate,
       {"", "2024-1-1", "2023-02-29", "2024-01-01Z", "2024-01-01+02:00", "-0000-01-01"}},
      {iri::kDateTime,
       {"", "2024-01-01", "2024-01-01T24:00:00", "2024-01-01T00:00:00.0",
        "2024-01-01T00:00:00.0000001", "2024-01-01T00:00:00+00:00", "2024-01-01T00:00:00+01:00",
        "0000-12-31T23:59:59", "2285-01-01T00:00:00", "-0001-01-01T00:00:00"}},
      {iri::kBoolean, {"", "1", "0", "TRUE"}},
      {iri::kString, {"12345678", std::string_view("a\0b", 3), std::string_view("\0", 1)}},
      {iri::kFloat, {"1.0E0"}}};
  for (const auto& [datatype, lexicals] : rows) {
    for (const std::string_view lexical : lexicals) {
      INFO(lexical << "^^" << datatype);
      CHECK_FALSE(inline_id(typed(lexical, datatype)).has_value());
    }
  }
  CHECK_FALSE(inline_id(Term::lang("a", "en")).has_value());
  CHECK_FALSE(inline_id(Term::iri("a")).has_value());
  CHECK_FALSE(inline_id(Term::blank_node("b1")).has_value());
}

TEST_CASE("random values: round trip, and id order is value order") {
  std::mt19937_64 random(20240229);
  namespace codec = dossier::inline_codec;
  std::uniform_int_distribution<std::int64_t> any_integer(codec::kMin, codec::kMax);
  for (int i = 0; i < 3000; ++i) {
    const int shift = static_cast<int>(random() % 50);
    const std::int64_t a = any_integer(random) >> shift;
    const std::int64_t b = any_integer(random) >> shift;
    check_round_trip(Term::integer(a));
    check_round_trip(inline_term(codec::encode_decimal(a)));
    CHECK((codec::encode_integer(a) < codec::encode_integer(b)) == (a < b));
    CHECK((codec::encode_decimal(a) < codec::encode_decimal(b)) == (a < b));

    const double x = std::bit_cast<double>(random() & ~std::uint64_t{0xFF});
    const double y = std::bit_cast<double>(random() & ~std::uint64_t{0xFF});
    check_round_trip(typed(xsd::format_double(x), iri::kDouble));
    if (!std::isnan(x) && !std::isnan(y)) {
      CHECK((codec::encode_double(x) < codec::encode_double(y)) == (x < y));
    }

    const xsd::Date d{static_cast<std::int64_t>(random() % 4'000'000) - 2'000'000, {}};
    const xsd::Date e{static_cast<std::int64_t>(random() % 4'000'000) - 2'000'000, {}};
    check_round_trip(typed(d.to_string(), iri::kDate));
    CHECK((codec::encode_date(d.day) < codec::encode_date(e.day)) == (d < e));

    const TermId t{Kind::date_time_utc, random() % 72'000'000'000'000'000U};
    check_round_trip(inline_term(t));
    CHECK(*inline_id(inline_term(t)) == t);
  }
}

TEST_CASE("random doubles that need all their bits are not inlined, yet format exactly") {
  std::mt19937_64 random(7);
  for (int i = 0; i < 3000; ++i) {
    const double x = std::bit_cast<double>(random() | 1);
    if (std::isnan(x)) continue;
    const std::string text = xsd::format_double(x);
    CHECK(xsd::parse_double(text) == x);
    CHECK_FALSE(inline_id(typed(text, iri::kDouble)).has_value());
  }
}
