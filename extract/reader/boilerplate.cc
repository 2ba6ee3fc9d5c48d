// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/boilerplate.h"

#include <algorithm>

#include "extract/lexicon/word_table.h"
#include "extract/reader/apparatus.h"
#include "extract/reader/notice.h"
#include "extract/reader/written_date.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestNotice = 45;      ///< words
constexpr std::size_t kLongestCredit = 25;      ///< words of a caption with the sign of copyright
constexpr std::size_t kLongestLabel = 6;        ///< words above headlines of other texts
constexpr std::size_t kLongestContact = 8;      ///< words of a line with a name or a number
constexpr std::size_t kMostContacts = 5;        ///< lines below "Media contact:"
constexpr std::size_t kLeastContactsAbove = 6;  ///< lines from the top
constexpr std::size_t kLongestRelated = 20;     ///< words of such a headline
/// Lines of the caption of a court's paper that end in a bracket.
constexpr std::size_t kLeastCaption = 3;

/// Letters and blanks alone: "ENDS", "-ends-", "| Share |".
std::u32string bare_words(std::u32string_view line) {
  std::u32string bare;
  for (const char32_t c : to_lower(line)) {
    const bool kept = is_letter(c) || is_digit(c) || is_apostrophe(c) || c == U'-' || c == U'.';
    if (kept)
      bare += c;
    else if (!bare.empty() && bare.back() != U' ')
      bare += U' ';
  }
  std::u32string_view trimmed = trim(bare);
  while (!trimmed.empty() && (is_dash(trimmed.front()) || trimmed.front() == U'.'))
    trimmed = trim(trimmed.substr(1));
  while (!trimmed.empty() && (is_dash(trimmed.back()) || trimmed.back() == U'.'))
    trimmed = trim(trimmed.substr(0, trimmed.size() - 1));
  return std::u32string(trimmed);
}

/// "HOBB & SONS,    )": the left half of the caption of a court's paper.
bool is_caption_line(std::u32string_view line) {
  const std::size_t close = line.find(U')');
  return close != std::u32string_view::npos && line.find(U'(') == std::u32string_view::npos &&
         (close == 0 || is_space(line[close - 1]));
}

/// "Last updated 4 Aug 1999 by webmaster."
bool is_update_note(std::u32string_view line, std::size_t words) {
  static const WordSet openings("document_words", "update_note");
  return words <= kLongestCredit && openings.begins(to_utf8(to_lower(line))) &&
         find_date(line).has_value();
}

/// "(APPLAUSE)", "[SOUNDBITE OF MUSIC]": what is heard, in capitals on a line of its own.
bool is_sound(std::u32string_view line) {
  const bool brackets = line.size() > 4 && ((line.front() == U'(' && line.back() == U')') ||
                                            (line.front() == U'[' && line.back() == U']'));
  return brackets && is_all_upper(line) && std::none_of(line.begin(), line.end(), is_digit) &&
         split_words(line).size() <= kLongestContact;
}

/// "1,204 Accesses", "412 claps": what a page counts.
bool is_count(std::u32string_view line) {
  static const WordSet counters("document_words", "counter");
  const auto words = split_words(line);
  return words.size() == 2 && is_digit(words[0][0]) &&
         std::none_of(words[0].begin() + 1, words[0].end() - 1, is_letter) &&
         counters.contains(to_utf8(to_lower(words[1])));
}

/// "Asked 2 years, 3 months ago": when a page came to be, told from now.
bool tells_age(std::u32string_view line) {
  constexpr std::size_t kLongest = 7;  // words
  const auto words = split_words(line);
  return words.size() > 2 && words.size() <= kLongest && words.back() == U"ago" &&
         std::any_of(line.begin(), line.end(), is_digit);
}

class Marker {
 public:
  Marker(std::u32string_view text, const std::vector<Line>& lines, SourceText& source)
      : text_(text), lines_(lines), source_(source), marked_(lines.size(), false) {}

  void mark() {
    for (std::size_t i = 0; i < lines_.size(); ++i) marked_[i] = is_boilerplate_line(line(i));
    mark_notices();
    mark_related();
    mark_contacts();
    mark_court_caption();
    mark_apparatus(text_, lines_, marked_);
    add();
  }

 private:
  std::u32string_view line(std::size_t i) const { return text_of(text_, lines_[i].span); }

  bool is_kept(std::size_t i) const {
    const TextSpan span = lines_[i].span;
    if (source_.headline && source_.headline->contains(span)) return true;
    const auto row = std::lower_bound(
        source_.rows.begin(), source_.rows.end(), span.begin,
        [](const TableRow& one, std::uint32_t begin) { return one.span.end <= begin; });
    return row != source_.rows.end() && row->span.contains(span);
  }

  /// What speaks to whoever looks at the page: above the first and below the last paragraph; among
  /// paragraphs only what leaves no doubt.
  void mark_notices() {
    std::vector<Notice> notices(lines_.size(), Notice::none);
    std::size_t first = lines_.size(), last = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (marked_[i]) continue;
      notices[i] = notice_of(line(i));
      if (notices[i] != Notice::none || !ends_like_prose(line(i))) continue;
      first = std::min(first, i);
      last = i;
    }
    if (first == lines_.size()) return;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (notices[i] == Notice::sure || (notices[i] == Notice::likely && (i < first || i > last)))
        marked_[i] = true;
  }

  /// Headlines of other texts below "Related articles", up to the next paragraph.
  void mark_related() {
    bool related = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool short_line =
          !ends_like_prose(line(i)) && split_words(line(i)).size() <= kLongestRelated;
      const bool next_short = i + 1 < lines_.size() && !ends_like_prose(line(i + 1));
      if (heads_related(line(i)) && (next_short || i + 1 == lines_.size()))
        related = true;
      else if (!short_line)
        related = false;
      if (related) marked_[i] = true;
    }
  }

  /// A name, an address and numbers below "Media contact:".
  void mark_contacts() {
    static const WordSet labels("document_words", "contact");
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (split_words(line(i)).size() > kLongestContact ||
          !labels.begins(to_utf8(to_lower(line(i)))))
        continue;
      marked_[i] = true;
      for (std::size_t n = i + 1; n < std::min(lines_.size(), i + 1 + kMostContacts); ++n) {
        if (ends_like_prose(line(n)) || split_words(line(n)).size() > kLongestContact) break;
        // Above a release, its headline follows.
        const bool told = n > i + 1 || line(i).back() != U':';
        if (told && lines_[n].blanks_before > 0 && i < kLeastContactsAbove) break;
        marked_[n] = true;
      }
    }
  }

  void mark_court_caption() {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (is_caption_line(line(i))) found.push_back(i);
    if (found.size() < kLeastCaption || found.back() - found.front() > 2 * found.size()) return;
    for (const std::size_t i : found) marked_[i] = true;
  }

  void add() {
    bool added = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!marked_[i] || is_kept(i)) continue;
      source_.boilerplate.push_back(lines_[i].span);
      added = true;
    }
    if (!added) return;
    std::sort(source_.boilerplate.begin(), source_.boilerplate.end(),
              [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
    merge();
  }

  /// Spans inside others go, so that each ends before the next begins.
  void merge() {
    std::vector<TextSpan> merged;
    for (const TextSpan span : source_.boilerplate) {
      if (!merged.empty() && span.begin < merged.back().end)
        merged.back().end = std::max(merged.back().end, span.end);
      else
        merged.push_back(span);
    }
    source_.boilerplate = std::move(merged);
  }

  std::u32string_view text_;
  const std::vector<Line>& lines_;
  SourceText& source_;
  std::vector<bool> marked_;
};

}  // namespace

bool is_boilerplate_line(std::u32string_view line) {
  static const WordSet openings("document_words", "site_line");
  static const WordSet words("document_words", "site_word");
  const std::size_t count = split_words(line).size();
  if (line.find(U'\u00A9') != std::u32string_view::npos) return count <= kLongestCredit;
  const std::u32string bare = bare_words(line);
  // "###", "* * *"
  if (bare.empty()) return line.find_first_not_of(U"#*-_=~ ") == std::u32string_view::npos;
  if (words.contains(to_utf8(bare)) || is_sound(line)) return true;
  // "2 Methods ............ 9": a line of the contents.
  const std::size_t dots = line.find(U"....");
  const bool contents = dots != std::u32string_view::npos && dots > 0 && is_digit(line.back()) &&
                        line.find_first_not_of(U". 0123456789", dots) == std::u32string_view::npos;
  if (contents) return true;
  if (is_count(line) || tells_age(line)) return true;
  // "From Openpedia, the free encyclopedia"
  // What a site adds to the texts that it sends
  if (line.starts_with(U"The post ") && line.find(U" appeared first on ") != line.npos)
    return count <= kLongestNotice;
  const bool encyclopedia = line.starts_with(U"From ") && count <= kLongestLabel &&
                            line.find(U", the free ") != std::u32string_view::npos;
  if (encyclopedia) return true;
  if (is_update_note(line, count) || (count <= kLongestLabel && line.starts_with(U"SOURCE ")))
    return true;
  return count <= kLongestNotice && openings.begins(to_utf8(to_lower(line)) + " ");
}

bool heads_related(std::u32string_view line) {
  static const WordSet labels("document_words", "related_label");
  // "READ MORE: Town hall clock runs backwards"
  const std::size_t colon = line.find(U':');
  if (colon < kLongestRelated && !ends_like_prose(line) &&
      labels.contains(to_utf8(to_lower(line.substr(0, colon)))))
    return split_words(line).size() <= kLongestRelated;
  return split_words(line).size() <= kLongestLabel &&
         (!ends_like_prose(line) || line.back() == U':') && labels.begins(to_utf8(to_lower(line)));
}

void mark_boilerplate(std::u32string_view text, const std::vector<Line>& lines,
                      SourceText& source) {
  Marker(text, lines, source).mark();
}

}  // namespace dossier::extract
