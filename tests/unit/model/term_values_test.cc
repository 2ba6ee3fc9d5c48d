// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdint>
#include <limits>
#include <string>

#include "dossier/error.h"
#include "dossier/term.h"
#include "model/vocabulary.h"

using namespace dossier;
using namespace std::chrono;

namespace {

Term xsd_term(const char* lexical, const char* type) {
  return Term::typed(lexical, vocabulary::iri(vocabulary::kXsd, type));
}

using Microseconds = sys_time<microseconds>;

}  // namespace

TEST_CASE("literals are read as C++ values") {
  CHECK(xsd_term("42", "integer").as<std::int64_t>() == 42);
  CHECK(xsd_term("+042", "unsignedByte").as<int>() == 42);
  CHECK(xsd_term("-1", "int").as<std::int8_t>() == -1);
  CHECK(xsd_term("1.5", "decimal").as<double>() == 1.5);
  CHECK(xsd_term("15e-1", "double").as<double>() == 1.5);
  CHECK(xsd_term("0.5", "float").as<double>() == 0.5);
  CHECK(xsd_term("7", "long").as<double>() == 7.0);
  CHECK(xsd_term("1", "boolean").as<bool>());
  CHECK_FALSE(Term::boolean(false).as<bool>());
  CHECK(Term::lang("chat", "fr").as<std::string>() == "chat");
  CHECK(Term::iri("urn:a").as<std::string>() == "urn:a");
  CHECK(xsd_term("2024-02-29", "date").as<sys_days>() == sys_days(2024y / February / 29));
  CHECK(xsd_term("2024-02-29+02:00", "date").as<sys_days>() == sys_days(2024y / February / 29));
  CHECK(xsd_term("1970-01-01T01:00:00.25+01:00", "dateTime").as<Microseconds>() ==
        Microseconds(250ms));
  CHECK(xsd_term("1969-12-31T23:59:59.9999999", "dateTime").as<Microseconds>() ==
        Microseconds(-1us));
  CHECK(Term::iri("urn:a").as<Term>() == Term::iri("urn:a"));
}

TEST_CASE("a term that is no such value is an error, or nothing") {
  const Term text = Term::string("42");
  CHECK_THROWS_AS(text.as<int>(), Error);
  CHECK_THROWS_AS(text.as<double>(), Error);
  CHECK_THROWS_AS(text.as<bool>(), Error);
  CHECK_THROWS_AS(text.as<sys_days>(), Error);
  CHECK_THROWS_AS(Term::blank_node("b").as<std::string>(), Error);
  CHECK(text.as<std::optional<int>>() == std::nullopt);
  CHECK(Term::integer(7).as<std::optional<int>>() == 7);
  // Out of the range of the C++ type, or of the datatype.
  CHECK_FALSE(Term::integer(300).as<std::optional<std::uint8_t>>());
  CHECK_FALSE(Term::integer(-1).as<std::optional<unsigned>>());
  CHECK_FALSE(xsd_term("99999999999999999999", "integer").as<std::optional<std::int64_t>>());
  CHECK_FALSE(xsd_term("300", "byte").as<std::optional<int>>());
  CHECK_FALSE(xsd_term("1.0", "decimal").as<std::optional<int>>());
  CHECK_FALSE(xsd_term("x", "integer").as<std::optional<int>>());
  CHECK_FALSE(xsd_term("99999-01-01", "date").as<std::optional<sys_days>>());
  CHECK_FALSE(xsd_term("999999-01-01T00:00:00Z", "dateTime").as<std::optional<Microseconds>>());
  try {
    text.as<int>();
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
    CHECK(std::string(error.what()) == "\"42\" is not an integer of this size");
  }
}

TEST_CASE("C++ values become literals in canonical form") {
  CHECK(Term::real(1.5) == xsd_term("1.5E0", "double"));
  CHECK(Term::real(std::numeric_limits<double>::infinity()) == xsd_term("INF", "double"));
  CHECK(Term::decimal("+012.50") == xsd_term("12.5", "decimal"));
  CHECK_THROWS_AS(Term::decimal("1e3"), Error);
  CHECK(Term::date(sys_days(2024y / February / 29)) == xsd_term("2024-02-29", "date"));
  CHECK(Term::date_time(Microseconds(250ms)) == xsd_term("1970-01-01T00:00:00.25Z", "dateTime"));
  CHECK(Term::date_time(Microseconds(-1us)) == xsd_term("1969-12-31T23:59:59.999999Z", "dateTime"));
}
