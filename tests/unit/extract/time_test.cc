// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "analysed_text.h"
#include "extract/analyze/time_expressions.h"
#include "extract/text/calendar.h"

namespace dossier::extract {
namespace {

/// "text = value..end"; ".." alone marks an open side.
std::string shown(const Analysis& analysis) {
  std::string out;
  for (const Sentence& sentence : analysis.sentences) {
    for (const TimeExpression& time : sentence.times) {
      if (!out.empty()) out += "; ";
      out += time.text + " = " + time.value;
      if (!time.value_end.empty() || time.open_end || time.open_begin) out += ".." + time.value_end;
    }
  }
  return out;
}

std::string times(const std::string& text, const std::string& date = "2020-11-17") {
  return shown(test::analysed(text, date));
}

std::string anchored(const std::string& text) {
  Analysis analysis = test::analysed(text, "2020-11-17");
  anchor_times(analysis);
  return shown(analysis);
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
      {"They met in Lisbon on November 11-12.", "November 11-12 = 2020-11-11..2020-11-12"},
      {"on November 9 this year", "November 9 this year = 2020-11-09"},
      {"We spoke yesterday and will speak tomorrow.",
       "yesterday = 2020-11-16; tomorrow = 2020-11-18"},
      {"Trade grew last year and fell this month.", "last year = 2019; this month = 2020-11"},
      {"1921: Berg founds the school.", "1921 = 1921"},
      {"1921 boats sank.", ""},
      {"I met the managing director on Monday and told her that we will go.",
       "Monday = 2020-11-16"},
      {"We will go there on Monday.", "Monday = 2020-11-23"},
      {"They are due to meet on Monday.", "Monday = 2020-11-23"},
      {"After 1945 they moved.", "1945 = 1945.."},
      {"From 3 May 2021 it is open.", "3 May 2021 = 2021-05-03.."},
      {"They left before 1930.", "1930 = ..1929"},
      {"It was theirs from 1420 until 1797.", "1420 until 1797 = 1420..1797"},
      {"They approved the trial in April.", "April = 2020-04"},
      {"They had left in March.", "March = 2020-03"},
      {"They expect a vote in March.", "March = 2021-03"},
      {"They want to leave in March.", "March = 2021-03"},
      {"They signed it in March 2022.", "March 2022 = 2022-03"},
      {"This week it rains; it rained last week.",
       "This week = 2020-11-16..2020-11-22; last week = 2020-11-09..2020-11-15"},
      {"in early October and mid-December", "early October = 2020-10; mid-December = 2020-12"},
      {"It has worked there since 2018.", "2018 = 2018.."},
      {"They stayed until 1999.", "1999 = ..1999"},
      {"since the mid-1990s", "the mid-1990s = 1994.."},
      {"in the 1980s and the late 1970s", "the 1980s = 1980..1989; the late 1970s = 1977..1979"},
      {"the plan for 2020-2021", "2020-2021 = 2020..2021"},
      {"the war of 1996–1998", "1996–1998 = 1996..1998"},
      {"from 1999 to 2007", "1999 to 2007 = 1999..2007"},
      {"between 9 November and 3 December 2020",
       "9 November and 3 December 2020 = 2020-11-09..2020-12-03"},
      {"in the past ten days", "the past ten days = 2020-11-07..2020-11-17"},
      {"three weeks ago, two years ago", "three weeks ago = 2020-10-27; two years ago = 2018"},
      {"A week later they left.", "A week later = "},
      {"several days ago, a few weeks ago",
       "several days ago = 2020-11-08..2020-11-15; a few weeks ago = 2020-10-13..2020-11-03"},
      {"A fortnight ago it rained.", "A fortnight ago = 2020-11-03"},
      {"It happened some time ago.", "some time ago = "},
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

TEST_CASE("seasons are near the document's date") {
  CHECK(times("It opened last winter, closed last summer and will open next spring.") ==
        "last winter = 2019-12..2020-02; last summer = 2020-06..2020-08; "
        "next spring = 2021-03..2021-05");
  CHECK(times("They run this fall and rest this winter.") ==
        "this fall = 2020-09..2020-11; this winter = 2020-12..2021-02");
}

TEST_CASE("a day without a year is of the year its sentence told before") {
  const Case cases[] = {
      {"In 1828 the town met on 26 February.", "1828 = 1828; 26 February = 1828-02-26"},
      {"In 2019 they met on March 2 and in June.",
       "2019 = 2019; March 2 = 2019-03-02; June = 2019-06"},
      {"On 3 May 1828 they came, and on June 5 they left.",
       "3 May 1828 = 1828-05-03; June 5 = 1828-06-05"},
      {"In 1828 they came, in 1830 they met on May 3.",
       "1828 = 1828; 1830 = 1830; May 3 = 1830-05-03"},
      // What tells nothing of the days beside it.
      {"Under the treaty of 1992 they met on November 9.", "1992 = 1992; November 9 = 2020-11-09"},
      {"They have worked there since 1992 and met on November 9.",
       "1992 = 1992..; November 9 = 2020-11-09"},
      {"On 9 November 2019 they met, and on January 5 they meet again.",
       "9 November 2019 = 2019-11-09; January 5 = 2021-01-05"},
      {"In 1828 it burned down, and last November again.", "1828 = 1828; November = 2019-11"},
      {"In 1828 it burned down. On November 9 it opened.", "1828 = 1828; November 9 = 2020-11-09"}};
  for (const Case& test : cases) {
    INFO(test.text);
    CHECK(times(test.text) == test.expected);
  }
  CHECK(times("In 1828 the town met on 26 February.", "") ==
        "1828 = 1828; 26 February = 1828-02-26");
}

TEST_CASE("times told from another time") {
  const Case cases[] = {
      {"They left on November 9. A week later they returned.",
       "November 9 = 2020-11-09; A week later = 2020-11-16"},
      {"They left on November 9. The day before, they met. The same day it rained.",
       "November 9 = 2020-11-09; The day before = 2020-11-08; The same day = 2020-11-08"},
      {"They left on November 9 and called the next morning.",
       "November 9 = 2020-11-09; the next morning = 2020-11-10"},
      {"They left on 3 May 2019. Two years later they returned.",
       "3 May 2019 = 2019-05-03; Two years later = 2021-05"},
      {"It began in March 2019. The following month it ended.",
       "March 2019 = 2019-03; The following month = 2019-04"},
      {"It began in 2015. A year earlier nobody knew. That year it rained.",
       "2015 = 2015; A year earlier = 2014; That year = 2014"},
      // What is told from is coarser, an interval, missing or far away.
      {"They left in 2016. The next year they returned.", "2016 = 2016; The next year = 2017"},
      {"They left in May 2016. They had met the previous month.",
       "May 2016 = 2016-05; the previous month = 2016-04"},
      {"They left in 2016. They will return over the next year.",
       "2016 = 2016; the next year = 2021"},
      {"It began in March 2019. Three days later it ended.",
       "March 2019 = 2019-03; Three days later = "},
      {"It rained from 1999 to 2007. The next day it snowed.",
       "1999 to 2007 = 1999..2007; The next day = "},
      {"The next day it snowed.", "The next day = "},
      {"They left on November 9. He slept. He ate. He read. He sang. The next day it snowed.",
       "November 9 = 2020-11-09; The next day = "},
      {"The day before the talks was cold.", ""}};
  for (const Case& test : cases) {
    INFO(test.text);
    CHECK(anchored(test.text) == test.expected);
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
