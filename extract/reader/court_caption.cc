// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/court_caption.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/court_parties.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/letterhead.h"
#include "extract/reader/person_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostBetween = 5;    ///< lines to the title
constexpr std::size_t kLongestTitle = 12;  ///< words
constexpr std::size_t kPlainRecord = 3;    ///< words of a heading such as "Approved Judgment"

class CaptionReader {
 public:
  CaptionReader(std::u32string_view text, const std::vector<Line>& lines, const Lexicon& lexicon,
                SourceText& source)
      : text_(text),
        whole_lines_(lines),
        lines_(split_lines(text)),
        lexicon_(lexicon),
        source_(source) {}

  /// Whether there is one.
  bool read() {
    const std::optional<CourtParties> parties = find_court_parties(text_, lines_);
    if (!parties) return false;
    if (source_.facts.title.empty() || is_plain_record(to_code_points(source_.facts.title)))
      source_.facts.title = to_utf8(parties->first + U" v " + parties->second);
    read_judge(parties->begin);
    if (!take_title_below(parties->end)) take_title_beside(parties->begin, parties->end);
    mark(parties->end);
    return true;
  }

 private:
  std::u32string_view line(std::size_t i) const { return text_of(text_, lines_[i].span); }

  /// "Order", "Approved Judgment": what any paper of the court is called.
  static bool is_plain_record(std::u32string_view line) {
    const auto words = split_words(line);
    const std::u32string last = to_lower(words.back());
    const bool judgment = last == U"judgment" || last == U"judgement";
    return judgment && (words.size() == 1 || (names_record(line) && words.size() <= kPlainRecord));
  }

  bool is_title(std::u32string_view title) const {
    return is_all_upper(title) && names_record(title);
  }

  /// What stands in capitals below the parties, with the lines that it runs over: "INDICTMENT".
  bool take_title_below(std::size_t end) {
    constexpr std::size_t kMostLines = 4;
    for (std::size_t i = end + 1; i < std::min(lines_.size(), end + kMostBetween); ++i) {
      if (is_plain_record(line(i))) return false;
      if (ends_like_prose(line(i)) && split_words(line(i)).size() > kLongestTitle) return false;
      if (!is_paper_name(line(i))) continue;
      std::size_t last = i;
      while (last + 1 < std::min(lines_.size(), i + kMostLines) &&
             lines_[last + 1].blanks_before == 0 && is_paper_name(line(last + 1)))
        ++last;
      source_.headline = TextSpan{lines_[i].span.begin, lines_[last].span.end};
      return true;
    }
    return false;
  }

  /// All in capitals, and no number, address or heading of its text.
  bool is_paper_name(std::u32string_view words) const {
    // "ON PETITION FOR A WRIT" is how the case came before the court.
    return is_all_upper(words) && !ends_like_prose(words) && columns_of(words).size() == 1 &&
           !is_court_role(words) && !heads_section(words) && !is_address_line(words) &&
           !words.starts_with(U"ON ") && !is_numbered_heading(words) &&
           words.find(U':') == std::u32string_view::npos && words.front() != U'[' &&
           words.front() != U'(' && std::none_of(words.begin(), words.end(), is_digit);
  }

  std::u32string_view beside(std::size_t i) const {
    return stands_right(text_, lines_[i]) ? bare_party(columns_of(line(i)).back())
                                          : right_of_caption(line(i));
  }

  /// "Defendant.   )   COMPLAINT FOR DAMAGES": in one line, or in several.
  void take_title_beside(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin > kMostBetween ? begin - kMostBetween : 0; i <= end; ++i) {
      const std::u32string_view title = beside(i);
      if (title.empty() || !is_title(title)) continue;
      std::u32string whole(title);
      std::size_t last = i;
      while (last < end && is_paper_name_part(beside(last + 1)))
        whole += U" " + std::u32string(beside(++last));
      if (last > i) {
        source_.facts.title = to_utf8(whole);
        return;
      }
      const auto at = static_cast<std::uint32_t>(title.data() - text_.data());
      source_.headline = TextSpan{at, at + static_cast<std::uint32_t>(title.size())};
      return;
    }
  }

  bool is_paper_name_part(std::u32string_view words) const {
    return !words.empty() && is_paper_name(words);
  }

  /// "Before:" and a judge in that line or the next.
  void read_judge(std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      if (!to_lower(line(i)).starts_with(U"before")) continue;
      std::u32string_view judge = bare_party(line(i).substr(6));
      if (judge.empty()) judge = bare_party(line(i + 1));
      const std::u32string name = name_without_title(judge, lexicon_, 2);
      if (source_.facts.author.empty() && !name.empty()) source_.facts.author = to_utf8(name);
      return;
    }
  }

  /// Through the second party, and the plain name of the paper below.
  void mark(std::size_t end) {
    constexpr std::size_t kMostBelow = 12;
    std::uint32_t last = lines_[end].span.end;
    for (std::size_t i = end + 1; i < std::min(lines_.size(), end + kMostBelow); ++i)
      if (is_plain_record(line(i))) last = lines_[i].span.end;
    for (const Line& whole : whole_lines_) {
      const std::u32string_view words = text_of(text_, whole.span);
      const bool told = source_.headline && whole.span.contains(*source_.headline);
      if (whole.span.begin < last && !told && !date_line(words, lexicon_))
        source_.boilerplate.push_back(whole.span);
    }
    std::sort(source_.boilerplate.begin(), source_.boilerplate.end(),
              [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
  }

  std::u32string_view text_;
  const std::vector<Line>& whole_lines_;  ///< joined where they were wrapped
  const std::vector<Line> lines_;         ///< as they are set
  const Lexicon& lexicon_;
  SourceText& source_;
};

}  // namespace

void read_court_caption(std::u32string_view text, const std::vector<Line>& lines,
                        const Lexicon& lexicon, SourceText& source) {
  if (!source.may_have_header || (source.headline && !source.guesses_headline)) return;
  // The largest letters of the page may be the court's.
  const std::optional<TextSpan> guessed = std::exchange(source.headline, std::nullopt);
  if (!CaptionReader(text, lines, lexicon, source).read()) source.headline = guessed;
}

}  // namespace dossier::extract
