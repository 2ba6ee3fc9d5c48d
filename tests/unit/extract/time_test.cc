#include <catch2/catch.hpp>
#include <string>

#include "analysed_text.h"
#include "extract/text/calendar.h"

namespace dossier::extract {
namespace {

/// "text = value..end"; ".." alone marks an open side.
std::string times(const std::string& text, const std::string& date = "2020-11-17") {
  std::string out;
  for (const Sentence& sentence : test::analysed(text, date).sentences) {
    for (const TimeExpression& time : sentence.times) {
      if (!out.empty()) out += "; ";
      out += time.text + " = " + time.value;
      if (!time.value_end.empty() || time.open_end || time.open_begin) out += ".." + time.value_end;
    }
  }
  return out;
}

struct Case {
  std::string text;
  std::string expected;
};

}  // namespace

TEST_CASE("times are resolved against the document's date") {
  const Case cases[] = {
      {"It was signed on November 9.", "November 9 = 2020-11-09"},
      {"It begins on January 5.", "January 5 = 2021-01-05"},
      {"On 3 May 2019 they met.", "3 May 2019 = 2019-05-03"},
      {"They met in Damascus on November 11-12.", "November 11-12 = 2020-11-11..2020-11-12"},
      {"on November 9 this year", "November 9 this year = 2020-11-09"},
      {"We spoke yesterday and will speak tomorrow.",
       "yesterday = 2020-11-16; tomorrow = 2020-11-18"},
      {"Trade grew last year and fell this month.", "last year = 2019; this month = 2020-11"},
      {"This week it rains; it rained last week.",
       "This week = 2020-11-16..2020-11-22; last week = 2020-11-09..2020-11-15"},
      {"in early October and mid-December", "early October = 2020-10; mid-December = 2020-12"},
      {"It has worked there since 2018.", "2018 = 2018.."},
      {"They stayed until 1999.", "1999 = ..1999"},
      {"since the mid-1990s", "the mid-1990s = 1994.."},
      {"in the 1980s and the late 1970s", "the 1980s = 1980..1989; the late 1970s = 1977..1979"},
      {"the plan for 2020-2021", "2020-2021 = 2020..2021"},
      {"the war of 1992–1994", "1992–1994 = 1992..1994"},
      {"from 1999 to 2007", "1999 to 2007 = 1999..2007"},
      {"between 9 November and 3 December 2020",
       "9 November and 3 December 2020 = 2020-11-09..2020-12-03"},
      {"in the past ten days", "the past ten days = 2020-11-07..2020-11-17"},
      {"three weeks ago, two years ago", "three weeks ago = 2020-10-27; two years ago = 2018"},
      {"A week later they left.", "A week later = "},
      {"He passed away the other day.", "the other day = "},
      {"They met on Monday.", "Monday = 2020-11-16"},
      {"They will meet on Friday.", "Friday = 2020-11-20"},
      {"in the third quarter of 2021", "the third quarter of 2021 = 2021-07..2021-09"},
      {"by the end of 2022", "the end of 2022 = ..2022"},
      {"in the 21st century", "the 21st century = 2001..2100"},
      {"We may march on. It cost 2020 dollars.", ""},
      {"Some 1,950 people came.", ""}};
  for (const Case& test : cases) {
    INFO(test.text);
    CHECK(times(test.text) == test.expected);
  }
}

TEST_CASE("without a document date only full dates are resolved") {
  CHECK(times("On November 9, yesterday and on 3 May 2019.", "") ==
        "November 9 = ; yesterday = ; 3 May 2019 = 2019-05-03");
}

TEST_CASE("days are counted right") {
  CHECK(iso_day(add_days({2020, 2, 28}, 2)) == "2020-03-01");
  CHECK(iso_day(add_months({2021, 3, 31}, -1)) == "2021-02-28");
  CHECK(weekday_of({2020, 11, 17}) == 2);
  CHECK_FALSE(is_valid({2021, 2, 29}));
  CHECK(parse_iso_day("2020-11-17") == std::optional<Day>({2020, 11, 17}));
  CHECK(parse_iso_day("2020-13-17") == std::nullopt);
}

}  // namespace dossier::extract
