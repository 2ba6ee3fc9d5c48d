// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/foot.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/person_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

using Kind = Paragraph::Kind;

constexpr std::size_t kMostFootLines = 4;
constexpr std::size_t kMostPassed = 40;      ///< boilerplate below them, such as comments
constexpr std::size_t kLongestImprint = 12;  ///< words
constexpr std::size_t kLongestPortrait = 40;
constexpr std::size_t kLongestByline = 6;  ///< without a date

class FootReader {
 public:
  FootReader(std::u32string_view text, const std::vector<Line>& lines, const Lexicon& lexicon,
             Header& header)
      : text_(text), lines_(lines), lexicon_(lexicon), header_(header) {}

  void read(std::size_t first) {
    std::size_t found = 0, passed = 0;
    for (std::size_t i = lines_.size(); i-- > first && found < kMostFootLines;) {
      if (header_.kinds[i] == Kind::boilerplate && ++passed <= kMostPassed) continue;
      if (header_.kinds[i] != Kind::body) return;
      if (!take(i)) return read_portrait(i);
      header_.kinds[i] = Kind::dateline;
      ++found;
    }
  }

 private:
  std::u32string_view line(std::size_t i) const { return text_of(text_, lines_[i].span); }

  bool take(std::size_t i) {
    // When a page was changed is not when it was written.
    if (notes_change(line(i))) return false;
    const auto byline = read_byline(line(i), lexicon_);
    const bool plain = split_words(line(i)).size() <= kLongestByline && !ends_like_prose(line(i));
    if (byline && (byline->date || plain)) {
      if (!header_.facts.author) header_.facts.author = byline->author;
      if (byline->date) take_date(*byline->date);
      return true;
    }
    const auto date = date_line(line(i), lexicon_);
    const auto imprint = date ? date->date : imprint_date(line(i));
    if (!imprint && opens_with_time(line(i))) {
      take_date(*find_date(line(i)));
      return true;
    }
    if (!imprint) return false;
    take_date(*imprint);
    return true;
  }

  void take_date(const WrittenDate& date) {
    if (header_.facts.day) return;
    header_.facts.take_day(date);
  }

  /// "Thursday, 20 August 2015 11:32:07RTRS [nL5N10V2QX]", as agencies close their stories.
  static bool opens_with_time(std::u32string_view line) {
    const auto date = find_date(line);
    return date && date->begin == 0 && date->time && !ends_like_prose(line) &&
           split_words(line).size() <= kLongestImprint;
  }

  /// "Published in the Holm Courier on 14.02.2020"
  static std::optional<WrittenDate> imprint_date(std::u32string_view line) {
    static const WordSet openings("document_words", "imprint");
    const auto words = split_words(line);
    if (words.empty() || words.size() > kLongestImprint ||
        !(openings.contains(to_utf8(to_lower(words.front()))) ||
          openings.begins(to_utf8(to_lower(line)))))
      return std::nullopt;
    const auto date = find_last_date(line);
    const bool ends = date && trim(line.substr(date->end)).size() <= 1;
    return ends ? date : std::nullopt;
  }

  /// "Selma Rudd is a nurse and writes about transport.", of somebody the text does not name.
  void read_portrait(std::size_t i) {
    static const WordSet writers("document_words", "writer");
    const auto words = split_words(line(i));
    if (header_.facts.author || words.size() < 5 || words.size() > kLongestPortrait) return;
    std::size_t end = 0;
    while (end < words.size() && end < 4 && is_upper(words[end][0])) ++end;
    if (end < 2 || end + 1 >= words.size()) return;
    const char32_t* const last = words[end - 1].data() + words[end - 1].size();
    const std::u32string_view who(words[0].data(),
                                  static_cast<std::size_t>(last - words[0].data()));
    const bool given =
        (lexicon_.evidence(to_utf8(words[0])) & (kGivenName | kListedGivenName)) != 0;
    const bool writes = std::any_of(words.begin(), words.end(), [](std::u32string_view word) {
      while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
      return writers.contains(to_utf8(to_lower(word)));
    });
    if (!given || !writes || !may_be_person(to_utf8(who), lexicon_)) return;
    if (text_.substr(0, lines_[i].span.begin).find(words[end - 1]) != std::u32string_view::npos)
      return;
    header_.facts.author = to_utf8(who);
  }

  std::u32string_view text_;
  const std::vector<Line>& lines_;
  const Lexicon& lexicon_;
  Header& header_;
};

}  // namespace

void read_foot(std::u32string_view text, const std::vector<Line>& lines, std::size_t first,
               const Lexicon& lexicon, Header& header) {
  FootReader(text, lines, lexicon, header).read(first);
}

}  // namespace dossier::extract
