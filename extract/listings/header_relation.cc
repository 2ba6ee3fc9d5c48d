// SPDX-License-Identifier: Apache-2.0
#include "extract/listings/header_relation.h"

#include <algorithm>
#include <vector>

#include "extract/graph/vocabulary.h"
#include "extract/listings/cells.h"
#include "extract/listings/words.h"
#include "extract/text/unicode.h"

namespace dossier::extract::listings {
namespace {

constexpr std::size_t kMostWords = 6;

bool is_year(std::u32string_view word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), is_digit) &&
         (word.front() == U'1' || word.front() == U'2');
}

/// The words of a header that can stand in a relation's name; takes a year out of them.
std::vector<std::string> words_of(const std::string& header, std::string& year) {
  std::vector<std::string> words;
  const std::u32string text = to_code_points(bare_header(header));
  std::u32string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (is_letter(text[i]) || is_digit(text[i]))) {
      word += text[i];
      continue;
    }
    if (is_year(word) && year.empty())
      year = to_utf8(word);
    else if (!word.empty())
      words.push_back(to_utf8(word));
    word.clear();
  }
  return words;
}

bool fits(std::string_view wanted, MentionType subject) {
  if (wanted.empty()) return true;
  if (wanted == "person") return subject == MentionType::person;
  return wanted == "organization" && subject == MentionType::organization;
}

/// "Built", "Launched": what was done to the thing, and when.
bool is_participle(const std::vector<std::string>& words) {
  return words.size() == 1 && words[0].size() > 4 && words[0].ends_with("ed") && !is_noun(words[0]);
}

int zeros_of(std::string_view word) {
  if (word == "thousand" || word == "'000" || word == "000" || word == "000s") return 3;
  if (word == "million" || word == "m" || word == "mn" || word == "millions") return 6;
  return word == "billion" || word == "bn" || word == "billions" ? 9 : 0;
}

/// "(EUR million)", "(m)", "(%)", "in kg"
void read_unit(const std::string& header, HeaderReading& reading) {
  const std::size_t open = header.find('(');
  const std::size_t close = header.find(')', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) {
    if (header.ends_with('%')) reading.unit = "percent";
    return;
  }
  std::string unit = header.substr(open + 1, close - open - 1);
  if (unit.starts_with("in ")) unit.erase(0, 3);
  if (unit.size() > 20) return;
  const std::string code = take_currency(unit);
  if (code.empty()) {
    reading.unit = unit == "%" ? "percent" : unit;
    if (zeros_of(unit) > 3 && unit.size() > 2) reading.zeros = zeros_of(unit), reading.unit.clear();
    return;
  }
  reading.unit = code;
  reading.zeros = zeros_of(unit);
}

}  // namespace

HeaderReading read_header_cell(const std::string& header, MentionType subject) {
  HeaderReading reading;
  std::string year;
  const std::vector<std::string> words = words_of(header, year);
  if (words.size() > kMostWords || (words.empty() && year.empty())) return reading;
  reading.kind = table_header(bare_header(header));
  reading.year = year;
  reading.year_cells = reading.kind.time || is_participle(words);
  read_unit(header, reading);
  reading.is_relation = !reading.kind.index && cell_word(bare_header(header)) == CellWord::none;
  if (!reading.kind.relation.empty() && fits(reading.kind.subject, subject)) {
    reading.relation = Term::iri(std::string(reading.kind.relation));
    return reading;
  }
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : "_") + word;
  reading.relation = relation_iri(name.empty() ? "be" : name);
  return reading;
}

}  // namespace dossier::extract::listings
