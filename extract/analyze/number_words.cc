// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/number_words.h"

#include <fmt/format.h>

#include <charconv>

#include "extract/lexicon/word_table.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Zeros a multiplier adds; 0 for other words.
int zeros_of(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);  // "$180bn." at the end of a sentence
  if (word == "hundred") return 2;
  if (word == "thousand") return 3;
  if (word == "million" || word == "mln" || word == "mn") return 6;
  if (word == "billion" || word == "bn") return 9;
  if (word == "trillion") return 12;
  return 0;
}

/// "5,000" -> "5000"; empty when the token is not a plain number.
std::string plain_digits(std::string_view text) {
  std::string digits;
  bool point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ',') {
      if (point || i == 0 || i + 3 >= text.size() + 0 || text.size() - i < 4) return {};
      continue;
    }
    if (c == '.') {
      if (point || i == 0 || i + 1 == text.size()) return {};
      point = true;
    } else if (c < '0' || c > '9') {
      return {};
    }
    digits += c;
  }
  return digits;
}

/// "4-1/4", "4 1/2": a whole number with a vulgar fraction of one digit behind it.
void add_fraction(const std::vector<Token>& tokens, WrittenNumber& number) {
  std::uint32_t at = number.end;
  if (at < tokens.size() && tokens[at].text == "-") ++at;
  if (at >= tokens.size() || number.value.find('.') != std::string::npos) return;
  const std::string& text = tokens[at].text;
  const auto digit = [&](std::size_t i) { return text[i] >= '1' && text[i] <= '9'; };
  if (text.size() != 3 || text[1] != '/' || !digit(0) || !digit(2) || text[0] >= text[2]) return;
  const double part = static_cast<double>(text[0] - '0') / (text[2] - '0');
  number.value += fmt::format("{:.4g}", part).substr(1);
  number.end = at + 1;
}

class WordNumber {
 public:
  WordNumber(const std::vector<Token>& tokens, std::uint32_t first) : tokens_(tokens), at_(first) {}

  WrittenNumber read() {
    WrittenNumber number;
    number.end = at_;
    number.from_words = true;
    std::int64_t total = 0;
    std::int64_t group = 0;
    bool any = false;
    bool needs_small = true;
    while (at_ < tokens_.size()) {
      const std::string word = lower(at_);
      const int small = small_number(word);
      if (small >= 0 && needs_small) {
        group += small;
        needs_small = small >= 20 && is_hyphenated(at_);
        at_ += needs_small ? 2U : 1U;
        any = true;
      } else if (word == "hundred" && any && group > 0 && group < 10) {
        group *= 100;
        needs_small = true;
        ++at_;
        if (lower(at_) == "and" && small_number(lower(at_ + 1)) > 0) ++at_;
      } else if (const int zeros = zeros_of(word); zeros > 2 && any) {
        for (int i = 0; i < zeros; ++i) group *= 10;
        total += group;
        group = 0;
        needs_small = true;
        ++at_;
      } else {
        break;
      }
      number.end = at_;
    }
    if (any) number.value = fmt::format("{}", total + group);
    return number;
  }

 private:
  std::string lower(std::uint32_t i) const {
    return i < tokens_.size() ? to_lower(std::string_view(tokens_[i].text)) : std::string();
  }
  bool is_hyphenated(std::uint32_t i) const {
    return lower(i + 1) == "-" && small_number(lower(i + 2)) > 0 && small_number(lower(i + 2)) < 10;
  }

  const std::vector<Token>& tokens_;
  std::uint32_t at_;
};

}  // namespace

std::string scaled(const std::string& number, int zeros) {
  const std::size_t point = number.find('.');
  std::string whole = number.substr(0, point);
  std::string fraction = point == std::string::npos ? std::string() : number.substr(point + 1);
  for (; zeros > 0; --zeros) {
    whole += fraction.empty() ? '0' : fraction[0];
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  const std::size_t first = whole.find_first_not_of('0');
  whole = first == std::string::npos ? "0" : whole.substr(first);
  return fraction.empty() ? whole : whole + "." + fraction;
}

int small_number(std::string_view word) {
  static const WordColumn values("numbers", "value");
  const std::string_view digits = values[word];
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

WrittenNumber number_at(const std::vector<Token>& tokens, std::uint32_t first) {
  if (first >= tokens.size()) return {first, {}, false};
  const std::string word = to_lower(std::string_view(tokens[first].text));
  if (small_number(word) >= 0) return WordNumber(tokens, first).read();
  const std::string digits = plain_digits(word);
  if (digits.empty()) return {first, {}, false};
  WrittenNumber number{first + 1, digits, false};
  int zeros = 0;
  while (number.end < tokens.size()) {
    const int more = zeros_of(to_lower(std::string_view(tokens[number.end].text)));
    if (more == 0) break;
    zeros += more;
    ++number.end;
  }
  number.value = scaled(digits, zeros);
  if (zeros == 0) add_fraction(tokens, number);
  return number;
}

}  // namespace dossier::extract
