// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "analysed_text.h"

namespace dossier::extract {
namespace {

/// "value unit", "~" before approximate ones, "a..b unit" for ranges.
std::string quantities(const std::string& text) {
  std::string out;
  for (const Sentence& sentence : test::analysed(text, "2020-11-17").sentences) {
    for (const Quantity& quantity : sentence.quantities) {
      if (!out.empty()) out += "; ";
      out += quantity.approximate ? "~" : "";
      out += quantity.value + (quantity.value_max.empty() ? "" : ".." + quantity.value_max);
      out += " " + quantity.unit;
    }
  }
  return out;
}

struct Case {
  std::string text;
  std::string expected;
};

}  // namespace

TEST_CASE("numbers come with what they count") {
  const Case cases[] = {
      {"about 90,000 people left", "~90000 people"},
      {"More than 2,000 recipients of federal scholarships came.",
       "~2000 recipients of federal scholarships"},
      {"The three co-chairs and five districts", "3 co-chairs; 5 districts"},
      {"two more districts", "2 districts"},
      {"For two weeks Merkel waited.", "2 weeks"},
      {"Twenty-five schools and two hundred thousand pupils", "25 schools; 200000 pupils"},
      {"three and a half million", ""},
      {"trade grew by 26 percent, then 0.7%", "26 percent; 0.7 percent"},
      {"12 per cent of voters", "12 percent"},
      {"It costs 30 per cent more.", "30 percent"},
      {"$2.5 billion, €1.2bn and 340 million euros",
       "2500000000 USD; 1200000000 EUR; 340000000 EUR"},
      {"EUR 340 million and 5 million US dollars", "340000000 EUR; 5000000 USD"},
      {"$5-7 million", "5000000..7000000 USD"},
      {"It cost £3.2m, $4bn and 3.2m euros.", "3200000 GBP; 4000000000 USD; 3200000 EUR"},
      {"The M4 is 3.2m wide.", ""},
      {"They paid between $2 million and $3 million.", "2000000..3000000 USD"},
      {"between two and three million people", "2000000..3000000 people"},
      {"Roughly one in five left.", ""},
      {"Five of the ten boats sank.", "5 boats; 10 boats"},
      {"for 10-12 days", "10..12 days"},
      {"between 10,000 and 12,000 people", "10000..12000 people"},
      {"for about an hour", "~1 hour"},
      {"a 15-year term and a one-sided game", "15 year"},
      {"at least three people died", "~3 people"},
      {"a dozen villages", "12 villages"},
      {"the 20th meeting under Article 7 in 2019 on May 3", ""},
      {"one of them saw one another one day", ""},
      {"their number is approaching 2,000, they say", "2000 "},
      {"Investors lost $180bn. The firm closed.", "180000000000 USD"},
      {"Investors lost about £3bn.", "~3000000000 GBP"},
      {"They spent 25 mln. Nobody knew.", "25000000 "},
      {"It did not cost $2bn, nor $3 million.", "2000000000 USD; 3000000 USD"},
      {"Did it cost $4m?", "4000000 USD"},
      {"The rate is 4-1/4 percent.", "4.25 percent"},
      {"between 4-1/4 and 4-1/2 percent", "4.25..4.5 percent"},
      {"Anna Berg, 43, of Lima, and Carl Lund, who died aged 77, met.", "43 year; 77 year"}};
  for (const Case& test : cases) {
    INFO(test.text);
    CHECK(quantities(test.text) == test.expected);
  }
}

}  // namespace dossier::extract
