// SPDX-License-Identifier: Apache-2.0
// Which of the lines above the text is the headline, and what becomes of the others.
#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_reader.h"
#include "extract/reader/headline_choice.h"
#include "extract/reader/letterhead.h"
#include "extract/reader/written_month.h"

namespace dossier::extract {
namespace {

using Kind = Paragraph::Kind;

constexpr std::size_t kRealTitle = 4;  ///< words; shorter lines beside it are navigation

/// "(U) ", "(S//NF) " before a title: how secret it is.
std::uint32_t classification_length(std::u32string_view title) {
  constexpr std::size_t kLongest = 10;
  const std::size_t close = title.find(U") ");
  if (!title.starts_with(U'(') || close > kLongest) return 0;
  const std::u32string_view inside = title.substr(1, close - 1);
  const bool marks = !inside.empty() && std::all_of(inside.begin(), inside.end(), [](char32_t c) {
    return is_upper(c) || c == U'/';
  });
  return marks ? static_cast<std::uint32_t>(close) + 2 : 0;
}

}  // namespace

void HeaderReader::choose_headline(std::size_t body) {
  if (header_.facts.headline) return mark_around_field();
  if (titles_.empty()) return take_headword(body);
  const bool prose_follows = body < lines_.size();
  std::size_t chosen = chosen_title(body);
  doubt_known_headline(body, chosen);
  if (known_headline_ && *known_headline_ < label_line_) chosen = *known_headline_;
  const bool listed = !prose_follows && titles_.size() > 1 && lines_[1].blanks_before == 0;
  if (listed && !known_headline_) return;
  header_.facts.headline = lines_[chosen].span;
  const std::size_t last = known_headline_ ? std::max(chosen, known_last_) : last_of_title(chosen);
  header_.facts.headline->end = lines_[last].span.end;
  for (std::size_t i = chosen; i <= last; ++i) header_.kinds[i] = Kind::headline;
  if (known_headline_ == chosen && known_field_) {
    header_.facts.headline->begin = *known_field_;
    header_.kinds[chosen] = Kind::dateline;
  }
  // "OPINION | The gate that would not close"
  const std::size_t bar = known_headline_ ? std::u32string_view::npos : line(chosen).find(U" | ");
  if (bar != std::u32string_view::npos && names_kind(line(chosen).substr(0, bar)))
    header_.facts.headline->begin += static_cast<std::uint32_t>(bar) + 3;
  header_.facts.headline->begin += classification_length(line(chosen));
  leave_out_rules(*header_.facts.headline);
  // "44. Telegram From the Embassy": its number in a collection.
  if (!known_headline_ && is_numbered_heading(line(chosen)))
    header_.facts.headline->begin +=
        static_cast<std::uint32_t>(line(chosen).find_first_of(U" \t") + 1);
  if (!prose_follows) return;
  for (const std::size_t i : titles_) {
    // "The role", right above the first paragraph: it heads that.
    if (i > last && i + 1 == body && heads_paragraph(i)) continue;
    const bool short_title = split_words(line(i)).size() < kRealTitle &&
                             !is_numbered_heading(line(i)) && !heads_section(line(i));
    const bool navigation =
        i < chosen || short_title || is_address_line(line(i)) || is_unknown_field(i);
    if ((i < chosen || i > last) && navigation && !is_short_text(line(i)) && i < body)
      header_.kinds[i] = Kind::boilerplate;
  }
}

void HeaderReader::doubt_known_headline(std::size_t body, std::size_t& chosen) {
  if (body >= lines_.size()) return;
  // The largest letters may be whose paper it is.
  const bool subtitle = known_headline_ && chosen == known_last_ + 1 &&
                        split_words(line(*known_headline_)).size() >= kRealTitle;
  if (guesses_headline_ && known_headline_ && !subtitle &&
      text_prefers(words_from(body), line(chosen), line(*known_headline_)))
    known_headline_.reset();
  // "LONGSHORE TOYS HOLDINGS LIMITED" above "PROFIT WARNING"
  if (guesses_headline_ && known_headline_)
    if (const auto below = title_below_company()) {
      known_headline_.reset();
      chosen = *below;
    }
  // A short name in large letters, then the day, then a title: whose paper it is.
  if (guesses_headline_ && known_headline_ &&
      split_words(line(*known_headline_)).size() < kRealTitle &&
      day_stands_between(*known_headline_, chosen) &&
      split_words(line(chosen)).size() >= kRealTitle)
    known_headline_.reset();
  // "Regulatory news", as a page is headed, above what the text is about
  if (!guesses_headline_ && known_headline_ && chosen > known_last_ &&
      split_words(line(*known_headline_)).size() < kRealTitle &&
      split_words(line(chosen)).size() >= kRealTitle &&
      text_prefers(words_from(body), line(chosen), line(*known_headline_)))
    known_headline_.reset();
}

void HeaderReader::leave_out_rules(TextSpan& headline) const {
  const auto is_rule = [this](std::uint32_t at) {
    return text_[at] == U'=' || text_[at] == U'*' || text_[at] == U'~' || text_[at] == U'_' ||
           text_[at] == U'#' || is_space(text_[at]);
  };
  // "*** Title ***", not "C#"
  if (!is_rule(headline.begin) || !is_rule(headline.end - 1)) return;
  while (headline.begin < headline.end && is_rule(headline.begin)) ++headline.begin;
  while (headline.begin < headline.end && is_rule(headline.end - 1)) --headline.end;
}

void HeaderReader::take_headword(std::size_t body) {
  constexpr std::size_t kMostWords = 5, kLeastLetters = 4;
  if (body > 0 || body >= lines_.size() || body >= label_line_ || !stated_title_.empty()) return;
  const std::u32string_view entry = line(body);
  const std::size_t comma = entry.find(U", ");
  if (comma == std::u32string_view::npos || comma < kLeastLetters) return;
  const std::u32string_view head = entry.substr(0, comma);
  const auto behind = split_words(entry.substr(comma + 1));
  const bool defined = behind.size() > 2 && (behind[0] == U"a" || behind[0] == U"an" ||
                                             behind[0] == U"the" || behind[0] == U"any");
  if (!defined || !is_all_upper(head) || split_words(head).size() > kMostWords) return;
  const std::uint32_t begin = lines_[body].span.begin;
  header_.facts.headline = TextSpan{begin, begin + static_cast<std::uint32_t>(comma)};
}

std::size_t HeaderReader::last_of_title(std::size_t first) const {
  static const WordSet links("document_words", "title_link");
  constexpr std::size_t kMostLines = 4;
  std::size_t last = first;
  const auto is_title = [&](std::size_t i) {
    return std::find(titles_.begin(), titles_.end(), i) != titles_.end();
  };
  // "Do Weekends Raise Turnout?" and below it, by themselves, what it is told from.
  const bool asks = line(first).back() == U'?' && is_title(first + 1) &&
                    lines_[first + 1].blanks_before == 0 && first + 2 < lines_.size() &&
                    lines_[first + 2].blanks_before > 0;
  if (asks && !ends_like_prose(line(first + 1)) && !find_date(line(first + 1)) &&
      !is_full_name(line(first + 1), lexicon_))
    return first + 1;
  const auto links_to = [this](std::size_t i) {
    const bool opens =
        is_all_upper(line(i)) && links.contains(to_lower(split_words(line(i + 1)).front()));
    // "BRIDGE CLOSED AFTER" above "LORRY HITS PARAPET"
    return opens || links.contains(to_lower(split_words(line(i)).back()));
  };
  while (last + 1 < std::min(lines_.size(), first + kMostLines) &&
         lines_[last + 1].blanks_before == 0 && is_title(last + 1) &&
         !ends_like_prose(line(last)) && links_to(last))
    ++last;
  return last;
}

void HeaderReader::mark_around_field() {
  const std::u32string headline = to_lower(text_of(text_, *header_.facts.headline));
  for (const std::size_t i : titles_) {
    const bool above = lines_[i].span.end <= header_.facts.headline->begin;
    const bool letterhead = above && !ends_like_prose(line(i)) && !is_short_text(line(i));
    if (letterhead || to_lower(line(i)) == headline) header_.kinds[i] = Kind::boilerplate;
  }
}

std::optional<std::size_t> HeaderReader::title_below_company() const {
  const std::u32string_view name = line(*known_headline_);
  if (!lexicon_.is(to_utf8(undo_upper_case(split_words(name).back())), kCompanySuffix))
    return std::nullopt;
  for (const std::size_t i : titles_)
    if (i > known_last_ && header_.kinds[i] == Kind::body && line(i).front() != U'(' &&
        !is_letterhead_line(line(i), lexicon_) && !is_full_name(line(i), lexicon_))
      return i;
  return std::nullopt;
}

bool HeaderReader::heads_paragraph(std::size_t i) const {
  const bool heading =
      std::find(headings_.begin(), headings_.end(), lines_[i].span) != headings_.end();
  return heading && ends_like_prose(line(i + 1)) && !is_full_name(line(i), lexicon_);
}

bool HeaderReader::is_unknown_field(std::size_t i) const {
  constexpr std::size_t kLongestName = 2, kLongestField = 16;  // words
  const std::size_t colon = line(i).find(U':');
  const bool listed =
      (i > 0 && header_.kinds[i - 1] != Kind::body && header_.kinds[i - 1] != Kind::headline) ||
      (i + 1 < lines_.size() && header_.kinds[i + 1] == Kind::dateline);
  return listed && colon != std::u32string_view::npos && colon + 2 < line(i).size() &&
         is_space(line(i)[colon + 1]) && !ends_like_prose(line(i)) &&
         split_words(line(i).substr(0, colon)).size() <= kLongestName &&
         split_words(line(i)).size() <= kLongestField;
}

bool HeaderReader::day_stands_between(std::size_t above, std::size_t below) const {
  // Below its name and number a newsletter may have several headlines: who wrote this one?
  const bool signed_below =
      below + 1 < lines_.size() && read_byline(line(below + 1), lexicon_).has_value();
  for (std::size_t n = above + 1; n < below; ++n) {
    const bool issue = (opens_issue(line(n)) && names_issue(line(n))) ||
                       (month_of_line(line(n)) && header_.kinds[n] != Kind::body);
    if (date_line(line(n), lexicon_) || (issue && signed_below)) return true;
  }
  return false;
}

}  // namespace dossier::extract
