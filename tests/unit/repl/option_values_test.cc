// SPDX-License-Identifier: Apache-2.0
#include "repl/input/option_values.h"

#include <catch2/catch.hpp>

#include "dossier/error.h"

namespace dossier::repl {
namespace {

using std::chrono::milliseconds;

TEST_CASE("durations") {
  CHECK(parse_duration("--timeout", "10s") == milliseconds(10'000));
  CHECK(parse_duration("--timeout", "500ms") == milliseconds(500));
  CHECK(parse_duration("--timeout", "1.5m") == milliseconds(90'000));
  CHECK(parse_duration("--timeout", "1h") == milliseconds(3'600'000));
  CHECK(parse_duration("--timeout", "3") == milliseconds(3'000));
  for (const char* wrong : {"", "s", "-1s", "10 s", "10d", "1e400s", "9999999999h", "inf", "nan"}) {
    INFO(wrong);
    CHECK_THROWS_AS(parse_duration("--timeout", wrong), Error);
  }
}

TEST_CASE("sizes") {
  CHECK(parse_size("--memory", "512M") == std::size_t{512} << 20);
  CHECK(parse_size("--memory", "2G") == std::size_t{2} << 30);
  CHECK(parse_size("--memory", "0.5K") == 512);
  CHECK(parse_size("--memory", "100") == 100);
  for (const char* wrong : {"", "M", "-5M", "5 M", "5X", "99999999999T"}) {
    INFO(wrong);
    CHECK_THROWS_AS(parse_size("--memory", wrong), Error);
  }
}

TEST_CASE("counts") {
  CHECK(parse_count("--limit", "0") == 0);
  CHECK(parse_count("--limit", "18446744073709551615") == 18446744073709551615U);
  for (const char* wrong : {"", "-1", "1.5", "ten", "18446744073709551616", "1 "}) {
    INFO(wrong);
    CHECK_THROWS_AS(parse_count("--limit", wrong), Error);
  }
}

TEST_CASE("a wrong value says what would be right") {
  try {
    parse_duration("--timeout", "soon");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
    CHECK(std::string(error.what()) ==
          "--timeout cannot be \"soon\": write a time as in 10s, 500ms, 2m or 1h");
  }
}

TEST_CASE("format words, long and short") {
  CHECK(parse_output_format("ntriples") == parse_output_format("nt"));
  CHECK(parse_output_format("turtle") == parse_output_format("ttl"));
  CHECK(parse_output_format("md").name == "markdown");
  CHECK_THROWS_WITH(
      parse_output_format("jason"),
      Catch::Contains("did you mean json") && Catch::Contains("table line wrapped csv tsv"));
}

}  // namespace
}  // namespace dossier::repl
