// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/ages.h"

#include <string>

namespace dossier::extract {

namespace {

bool ends_statement(const std::string& word) {
  return word.empty() || word == "." || word == "," || word == ";" || word == "when" ||
         word == "and";
}

/// "She was 81.", "who is only 19": nothing is counted.
bool is_all_that_is_said(const CountedUnits& units, std::uint32_t begin,
                         const WrittenNumber& number) {
  const std::string& before = units.word(begin - 1);
  const std::uint32_t be = before == "only" || before == "just" ? begin - 2 : begin - 1;
  const bool was = units.word(be) == "was" || units.word(be) == "is" || units.word(be) == "turned";
  if (!was || be == 0) return false;
  const std::string& who = units.word(be - 1);
  return (who == "he" || who == "she" || who == "who") && ends_statement(units.word(number.end));
}

}  // namespace

bool is_age(const CountedUnits& units, std::uint32_t begin, const WrittenNumber& number) {
  if (begin == 0 || number.value.size() > 3) return false;
  if (begin > 1 && is_all_that_is_said(units, begin, number)) return true;
  if (number.end != begin + 1 || number.from_words) return false;
  if (units.word(begin - 1) == "aged") return true;
  const bool alone = units.word(begin - 1) == "," &&
                     (units.word(begin + 1) == "," || units.word(begin + 1) == ".");
  return alone && begin >= 2 && units.tag(begin - 2) == Xpos::nnp && units.word(begin).size() == 2;
}

}  // namespace dossier::extract
