// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/foot.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/imprint.h"
#include "extract/reader/person_name.h"
#include "extract/reader/sign_off.h"
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
    for (std::size_t i = first; i < lines_.size(); ++i) take_portrayed(i);
    leave_out_portraits(first);
    std::size_t found = 0, passed = 0;
    for (std::size_t i = lines_.size(); i-- > first && found < kMostFootLines;) {
      if (header_.kinds[i] == Kind::boilerplate && ++passed <= kMostPassed) continue;
      if (header_.kinds[i] != Kind::body) return;
      if (is_number_or_address(line(i)) && ++passed <= kMostPassed) continue;
      if (i > first && is_form_line(line(i)) && ++passed <= kMostPassed) {
        header_.kinds[i] = Kind::boilerplate;
        continue;
      }
      const bool witness = heads_witness(line(i)) ||
                           (i > first && heads_witness(line(i - 1)) && !ends_like_prose(line(i)));
      if (witness && ++passed <= kMostPassed) continue;
      if (is_labelled_name(i, first)) {
        header_.kinds[i] = header_.kinds[i - 1] = Kind::dateline;
        continue;
      }
      if (i > first && is_other_field(line(i)) && ++passed <= kMostPassed) {
        header_.kinds[i] = Kind::boilerplate;
        continue;
      }
      if (!take(i)) return read_portrait(i);
      header_.kinds[i] = Kind::dateline;
      ++found;
    }
  }

 private:
  /// "DATED: March 5, 2024        FARROW & KIND LLP": who signs stands beside it.
  std::u32string_view line(std::size_t i) const {
    return columns_of(text_of(text_, lines_[i].span)).front();
  }

  /// "+44 1632 960 100", "hugo.stern@meridia.example"
  static bool is_number_or_address(std::u32string_view line) {
    constexpr std::size_t kLongest = 5;
    constexpr std::ptrdiff_t kPhoneDigits = 7;
    return split_words(line).size() <= kLongest &&
           (line.find(U'@') != std::u32string_view::npos ||
            (std::count_if(line.begin(), line.end(), is_digit) >= kPhoneDigits &&
             std::none_of(line.begin(), line.end(), is_letter)));
  }

  /// "Signed ........ (Chair)   Date .......", "Respectfully submitted," with nobody's name.
  static bool is_form_line(std::u32string_view line) {
    constexpr std::size_t kLongest = 8;
    return split_words(line).size() <= kLongest &&
           (line.find(U".....") != std::u32string_view::npos ||
            line.find(U"_____") != std::u32string_view::npos ||
            (line.back() == U',' && is_sign_off(line)));
  }

  /// "License: MIT"
  static bool is_other_field(std::u32string_view line) {
    constexpr std::size_t kLongest = 6;
    std::u32string_view value;
    return split_words(line).size() <= kLongest && !ends_like_prose(line) &&
           metadata_field(line, value) == Field::other;
  }

  /// "Analyst" above "Hugo Stern", as reports have them beside or below the text.
  bool is_labelled_name(std::size_t i, std::size_t first) {
    if (i <= first || header_.kinds[i - 1] != Kind::body) return false;
    if (field_named(line(i - 1)) != Field::author || !is_full_name(line(i), lexicon_)) return false;
    if (!header_.facts.author) header_.facts.author = to_utf8(line(i));
    return true;
  }

  /// "About Petra Lindqvist" above "Petra bakes in a small flat.": a box that a blog sets below.
  bool take_portrayed(std::size_t i) {
    constexpr std::u32string_view kAbout = U"About ";
    if (header_.facts.author || !line(i).starts_with(kAbout) || i + 1 == lines_.size())
      return false;
    const std::u32string_view name = line(i).substr(kAbout.size());
    if (!is_full_name(name, lexicon_) || !line(i + 1).starts_with(split_words(name).front()))
      return false;
    // "About Calder Bio" below "Calder Bio reports a profit": whom the text is about.
    if (header_.facts.headline &&
        text_of(text_, *header_.facts.headline).find(name) != std::u32string_view::npos)
      return false;
    header_.facts.author = to_utf8(name);
    header_.kinds[i] = header_.kinds[i + 1] = Kind::boilerplate;
    return true;
  }

  /// What stands below "About the authors" at the very end.
  void leave_out_portraits(std::size_t first) {
    constexpr std::size_t kMostLines = 6;
    static const WordSet headings("document_words", "portrait_heading");
    for (std::size_t i = lines_.size(); i-- > first && lines_.size() - i <= kMostLines;) {
      std::u32string_view heading = line(i);
      while (!heading.empty() && !is_letter(heading.back())) heading.remove_suffix(1);
      if (!headings.contains(to_utf8(to_lower(heading)))) continue;
      if (i + 1 < lines_.size()) read_portrait(i + 1);
      for (std::size_t n = i; n < lines_.size(); ++n) header_.kinds[n] = Kind::boilerplate;
      return;
    }
  }

  /// "(Reporting by Leyla Haddad and Tom Birk; Editing by Susan Farrow)"
  bool take_credits(std::u32string_view line) {
    if (to_lower(line).find(U"editing by ") == std::u32string::npos) return false;
    while (!line.empty() && !is_letter(line.front())) line.remove_prefix(1);
    line = trim(line.substr(0, line.find_first_of(U";)")));
    const auto byline = read_byline(line, lexicon_);
    if (byline && !header_.facts.author) header_.facts.author = byline->author;
    return byline.has_value();
  }

  /// "Signed: Anna Berg", "Date: 5/3/24"
  bool take_field(std::u32string_view line) {
    if (split_words(line).size() > kLongestImprint || ends_like_prose(line)) return false;
    std::u32string_view value;
    const Field field = metadata_field(line, value);
    if (field == Field::date) {
      const auto date = find_date(value);
      const auto told = date ? date : short_date(value);
      if (told) take_date(*told);
      return told.has_value();
    }
    if (field != Field::author) return false;
    const std::string name = person_or_all(value, lexicon_);
    if (!may_be_stated_name(to_code_points(name), lexicon_)) return false;
    if (!header_.facts.author) header_.facts.author = name;
    return true;
  }

  bool take(std::size_t i) {
    // When a page was changed is not when it was written.
    if (notes_change(line(i))) return false;
    if (take_credits(line(i)) || take_field(line(i))) return true;
    if (const auto date = date_beside_section(line(i), lexicon_)) {
      take_date(*date);
      return true;
    }
    if (const auto day = day_of_signing(line(i))) {
      take_date(*day);
      return true;
    }
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
    static const WordSet professions("document_words", "profession");
    const bool portrait = to_lower(words[end]) == U"is";
    const bool writes = std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
      while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
      const std::string lower = to_utf8(to_lower(word));
      return writers.contains(lower) || (portrait && professions.contains(lower));
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
