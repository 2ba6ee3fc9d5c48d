// SPDX-License-Identifier: Apache-2.0
// Lines that were broken by hand.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/reader/body.h"
#include "extract/reader/dateline.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Nobody wraps text by hand beyond this; a longer line is a paragraph.
constexpr std::uint32_t kWidestWrap = 120;
constexpr std::uint32_t kNarrowestWrap = 40;
/// Breaks inside sentences that show a column; a text of two lines has one.
constexpr std::size_t kLeastBreaks = 1;

bool ends_sentence(std::u32string_view line) {
  while (!line.empty() && (is_quote(line.back()) || line.back() == U')')) line.remove_suffix(1);
  return !line.empty() &&
         (line.back() == U'.' || line.back() == U'!' || line.back() == U'?' || line.back() == U':');
}

/// "... of the Central Bank at the": an article, which ends no line that was ended on purpose.
bool ends_open(std::u32string_view line) {
  const std::u32string_view last = split_words(line).back();
  return last == U"the" || last == U"a" || last == U"an";
}

/// "-----", "* * *"
bool is_rule(std::u32string_view line) {
  return line.size() >= 3 && line.find_first_not_of(U"-_=*~ ") == std::u32string_view::npos;
}

std::size_t first_word_length(std::u32string_view line) {
  const auto words = split_words(line);
  return words.empty() ? 0 : words[0].size();
}

/// "3. ", "(a) ", "iv) ": a point of a list.
bool is_numbered(std::u32string_view line) {
  if (line.starts_with(U'(')) line.remove_prefix(1);
  std::size_t end = 0;
  while (end < line.size() && (is_digit(line[end]) || (line[end] < 0x80 && is_lower(line[end]))))
    ++end;
  if (end == 0 || end > 3 || end + 1 >= line.size() || !is_space(line[end + 1])) return false;
  return line[end] == U')' || (line[end] == U'.' && is_digit(line[0]));
}

/// "Network Working Group          R. Haugland": set side by side, and no part of a sentence.
bool has_wide_gap(std::u32string_view line) {
  return trim(line).find(U"          ") != std::u32string_view::npos;
}

class Joiner {
 public:
  Joiner(std::u32string_view text, const std::vector<Line>& lines, const Lexicon& lexicon)
      : text_(text), lines_(lines), begins_(lines.size(), false) {
    for (const SpeakerLabel& label : find_speaker_labels(text, lines, lexicon))
      begins_[label.line] = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i == 0 || lines[i].blanks_before > 0 || lines[i].listed || is_numbered(line(i)) ||
          is_rule(line(i)) || is_rule(line(i - 1)) || is_place_above_date(i, lexicon) ||
          has_wide_gap(line(i)) || has_wide_gap(line(i - 1)))
        begins_[i] = true;
    }
    find_width();
  }

  std::vector<Line> join() const {
    if (width_ == 0) return lines_;
    std::vector<Line> joined;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (runs_on(i)) {
        joined.back().span.end = lines_[i].span.end;
      } else {
        joined.push_back(lines_[i]);
      }
    }
    return joined;
  }

 private:
  std::u32string_view line(std::size_t i) const { return text_of(text_, lines_[i].span); }
  /// "Harl" below a headline, and above the day.
  bool is_place_above_date(std::size_t i, const Lexicon& lexicon) const {
    return i + 1 < lines_.size() && split_words(line(i)).size() <= 3 &&
           is_capitalised_phrase(line(i)) && !ends_like_prose(line(i)) &&
           date_line(line(i + 1), lexicon).has_value();
  }
  std::uint32_t length(std::size_t i) const { return lines_[i].span.size(); }

  /// A line that goes on, without doubt, with the next one.
  bool breaks_sentence(std::size_t i) const {
    return i + 1 < lines_.size() && !begins_[i + 1] && length(i) >= kNarrowestWrap &&
           length(i) <= kWidestWrap && !ends_sentence(line(i)) &&
           (is_lower(line(i + 1).front()) || ends_open(line(i)));
  }

  /// The longest of the lines that show the column; 0 when none do.
  void find_width() {
    std::size_t breaks = 0;
    std::uint32_t widest = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!breaks_sentence(i)) continue;
      ++breaks;
      widest = std::max(widest, length(i));
    }
    if (breaks >= kLeastBreaks) width_ = widest;
  }

  /// A line that had room for the next word was ended on purpose, and one wider than the column was
  /// not broken.
  bool runs_on(std::size_t i) const {
    if (begins_[i]) return false;
    if (breaks_sentence(i - 1)) return true;
    const std::uint32_t before = length(i - 1);
    return before <= width_ + width_ / 10 &&
           before + 1 + first_word_length(line(i)) > width_ * 9 / 10;
  }

  std::u32string_view text_;
  const std::vector<Line>& lines_;
  std::vector<bool> begins_;  ///< a paragraph, whatever stands before
  std::uint32_t width_ = 0;
};

}  // namespace

std::vector<Line> join_wrapped(std::u32string_view text, const std::vector<Line>& lines,
                               const Lexicon& lexicon) {
  return Joiner(text, lines, lexicon).join();
}

}  // namespace dossier::extract
