// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/court_caption.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/person_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kWithin = 40;        ///< lines from the top
constexpr std::size_t kMostBetween = 5;    ///< lines from one party to the other
constexpr std::size_t kLongestParty = 12;  ///< words
constexpr std::size_t kPlainRecord = 3;    ///< words of a heading such as "Approved Judgment"

/// Letters, figures and what stands inside names; not the bracket or the dashes around them.
std::u32string_view bare(std::u32string_view text) {
  const auto outer = [](char32_t c) {
    return is_space(c) || is_dash(c) || c == U')' || c == U'(' || c == U',' || c == U':' ||
           c == U'_' || c == U';';
  };
  while (!text.empty() && outer(text.back())) text.remove_suffix(1);
  while (!text.empty() && outer(text.front())) text.remove_prefix(1);
  return text;
}

/// "HOBB & SONS,    )   Case No. 7": what stands on this side of the bracket or of the white space.
std::u32string_view left_half(std::u32string_view line) {
  return columns_of(line.substr(0, line.find(U')'))).front();
}

std::u32string_view right_half(std::u32string_view line) {
  if (const std::size_t close = line.find(U')'); close != std::u32string_view::npos)
    return trim(line.substr(close + 1));
  const auto columns = columns_of(line);
  return columns.size() > 1 ? columns.back() : std::u32string_view();
}

bool is_against(std::u32string_view line) {
  const std::u32string word = to_lower(bare(left_half(line)));
  return word == U"v" || word == U"v." || word == U"vs" || word == U"vs." || word == U"versus" ||
         word == U"and";
}

class CaptionReader {
 public:
  CaptionReader(std::u32string_view text, const std::vector<Line>& lines, const Lexicon& lexicon,
                SourceText& source)
      : text_(text), lines_(lines), lexicon_(lexicon), source_(source) {}

  void read() {
    for (std::size_t i = 1; i + 1 < std::min(lines_.size(), kWithin); ++i)
      if (is_against(line(i)) && read_at(i)) return;
  }

 private:
  std::u32string_view line(std::size_t i) const { return text_of(text_, lines_[i].span); }

  /// The party of a line that ends in a role, or of the line above one that is only a role.
  std::u32string party_of(std::size_t i, std::string_view role_flag) const {
    const WordSet roles("document_words", role_flag);
    const auto has_role = [&](std::u32string_view party) {
      const auto words = split_words(party);
      std::u32string last = words.empty() ? U"" : to_lower(bare(words.back()));
      while (!last.empty() && !is_letter(last.back())) last.pop_back();
      return roles.contains(to_utf8(last));
    };
    // The role may stand beside the party, and the number of the case beside the role.
    std::u32string_view whole = bare(line(i).substr(0, line(i).find(U')')));
    if (!has_role(whole)) whole = bare(left_half(line(i)));
    if (!has_role(whole)) return {};
    const auto words = split_words(whole);
    std::u32string_view name =
        bare(whole.substr(0, static_cast<std::size_t>(words.back().data() - whole.data())));
    for (std::size_t above = i; name.empty() && above > 0 && i - above < 3; --above)
      name = bare(left_half(line(above - 1)));
    if (name.empty() || split_words(name).size() > kLongestParty) return {};
    return undo_upper_case(name);
  }

  bool read_at(std::size_t against) {
    std::u32string first, second;
    std::size_t begin = against, end = against;
    for (std::size_t i = against; first.empty() && i-- > 0 && against - i < kMostBetween;)
      first = party_of(begin = i, "first_party");
    for (std::size_t i = against + 1;
         second.empty() && i < lines_.size() && i - against < kMostBetween; ++i)
      second = party_of(end = i, "second_party");
    if (first.empty() || second.empty()) return false;
    if (source_.facts.title.empty()) source_.facts.title = to_utf8(first + U" v " + second);
    read_judge(begin);
    take_title_beside(begin, end);
    mark(end);
    return true;
  }

  /// "Order", "Approved Judgment": what any paper of the court is called.
  static bool is_plain_record(std::u32string_view line) {
    const auto words = split_words(line);
    const std::u32string last = to_lower(words.back());
    return names_record(line) && words.size() <= kPlainRecord &&
           (words.size() == 1 || last == U"judgment" || last == U"judgement");
  }

  bool is_title(std::u32string_view title) const {
    return is_all_upper(title) && names_record(title);
  }

  /// "Defendant.   )   COMPLAINT FOR DAMAGES", unless it is told below.
  void take_title_beside(std::size_t begin, std::size_t end) {
    for (std::size_t i = end + 1; i < std::min(lines_.size(), end + kMostBetween); ++i)
      if (is_title(line(i))) return;
    for (std::size_t i = begin; i <= end; ++i) {
      const std::u32string_view title = right_half(line(i));
      if (title.empty() || !is_title(title)) continue;
      const auto at = static_cast<std::uint32_t>(title.data() - text_.data());
      source_.headline = TextSpan{at, at + static_cast<std::uint32_t>(title.size())};
      return;
    }
  }

  /// "Before:" and a judge in that line or the next.
  void read_judge(std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      if (!to_lower(line(i)).starts_with(U"before")) continue;
      std::u32string_view judge = bare(line(i).substr(6));
      if (judge.empty()) judge = bare(line(i + 1));
      const std::u32string name = name_without_title(judge, lexicon_, 2);
      if (source_.facts.author.empty() && !name.empty()) source_.facts.author = to_utf8(name);
      return;
    }
  }

  /// Through the second party, and the plain name of the paper below.
  void mark(std::size_t end) {
    for (std::size_t i = 0; i < std::min(lines_.size(), end + 4); ++i) {
      const bool plain = is_plain_record(line(i));
      if (i > end && !plain) continue;
      if (!date_line(line(i), lexicon_)) source_.boilerplate.push_back(lines_[i].span);
    }
    std::sort(source_.boilerplate.begin(), source_.boilerplate.end(),
              [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
  }

  std::u32string_view text_;
  const std::vector<Line>& lines_;
  const Lexicon& lexicon_;
  SourceText& source_;
};

}  // namespace

void read_court_caption(std::u32string_view text, const std::vector<Line>& lines,
                        const Lexicon& lexicon, SourceText& source) {
  if (source.may_have_header && !source.headline)
    CaptionReader(text, lines, lexicon, source).read();
}

}  // namespace dossier::extract
