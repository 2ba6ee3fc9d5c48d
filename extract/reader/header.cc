// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/header.h"

#include <algorithm>
#include <utility>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_reader.h"
#include "extract/reader/headline_choice.h"
#include "extract/reader/person_name.h"

namespace dossier::extract {
namespace {

using Kind = Paragraph::Kind;

constexpr std::size_t kMostHeaderLines = 25;
constexpr std::size_t kLongestTitle = 60;      ///< words
constexpr std::size_t kRealTitle = 4;          ///< words; shorter lines beside it are navigation
constexpr std::size_t kLongestSite = 8;        ///< words
constexpr std::size_t kMostBelowSummary = 12;  ///< lines
constexpr std::size_t kTitleWithStop = 25;     ///< words of a headline that ends in a full stop

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

Header HeaderReader::read() {
  const std::size_t body = scan();
  choose_headline(body);
  find_announcement();
  if (body < lines_.size() && body < label_line_) read_inline_dateline(body);
  read_headline_date();
  return std::move(header_);
}

void HeaderReader::mark_known(const SourceText& source) {
  auto boilerplate = source.boilerplate.begin();
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const TextSpan span = lines_[i].span;
    while (boilerplate != source.boilerplate.end() && boilerplate->end <= span.begin) ++boilerplate;
    if (boilerplate != source.boilerplate.end() && boilerplate->contains(span))
      header_.kinds[i] = Kind::boilerplate;
    if (source.headline && source.headline->contains(span) && !known_headline_) known_headline_ = i;
    // "Re: Fees", of which only the second word is it.
    if (source.headline && span.contains(*source.headline) && span != *source.headline) {
      header_.facts.headline = source.headline;
      header_.kinds[i] = Kind::dateline;
    }
  }
}

std::size_t HeaderReader::scan() {
  std::size_t i = 0;
  const auto reaches = [this](std::size_t at) { return known_headline_ && at <= *known_headline_; };
  for (; i < lines_.size() && (i < kMostHeaderLines || reaches(i)) && i < label_line_; ++i) {
    if (known_headline_ == i) {
      titles_.push_back(i);
      continue;
    }
    if (is_meta(i) || header_.kinds[i] == Kind::boilerplate) continue;
    if (!reaches(i) && !is_title_like(i)) break;
    titles_.push_back(i);
  }
  read_below_summary(i);
  return i;
}

void HeaderReader::read_below_summary(std::size_t body) {
  if (titles_.empty() || body >= kLongestSite) return;
  const std::size_t end = std::min({body + kMostBelowSummary, lines_.size(), label_line_});
  for (std::size_t i = body + 1; i < end && lines_[i].span.begin < first_row_; ++i) {
    if (header_.kinds[i] == Kind::dateline) continue;
    const bool field = is_field_name(i) || is_listed_field(i);
    if (i >= body + 4 && !field && ends_like_prose(line(i))) return;
    if (field || tells_origin(line(i), lexicon_)) is_meta(i);
  }
}

bool HeaderReader::is_title_like(std::size_t i) const {
  const std::size_t words = split_words(line(i)).size();
  // "WHEREAS the north gate has been broken; and"
  const std::u32string_view last = split_words(line(i)).back();
  if (last == U"and" || last == U"or") return false;
  if (is_company_line(line(i), lexicon_)) return true;
  if (words > kLongestTitle || dateline_prefix(line(i), lexicon_)) return false;
  if (!ends_like_prose(line(i)) || line(i).back() == U'?') return true;
  // A headline with a full stop: first, and metadata or a blank line follow.
  const bool stop = line(i).back() == U'.' || is_quote(line(i).back());
  return stop && titles_.empty() && words <= kTitleWithStop && i + 1 < lines_.size() &&
         date_line(line(i + 1), lexicon_).has_value();
}

void HeaderReader::choose_headline(std::size_t body) {
  if (header_.facts.headline) return mark_around_field();
  if (titles_.empty()) return;
  const bool prose_follows = body < lines_.size();
  std::size_t chosen = chosen_title(prose_follows);
  if (known_headline_ && *known_headline_ < label_line_) chosen = *known_headline_;
  const bool listed = !prose_follows && titles_.size() > 1 && lines_[1].blanks_before == 0;
  if (listed && !known_headline_) return;
  header_.facts.headline = lines_[chosen].span;
  const std::size_t last = known_headline_ ? chosen : last_of_title(chosen);
  header_.facts.headline->end = lines_[last].span.end;
  for (std::size_t i = chosen; i <= last; ++i) header_.kinds[i] = Kind::headline;
  // "OPINION | The gate that would not close"
  const std::size_t bar = known_headline_ ? std::u32string_view::npos : line(chosen).find(U" | ");
  if (bar != std::u32string_view::npos && names_kind(line(chosen).substr(0, bar)))
    header_.facts.headline->begin += static_cast<std::uint32_t>(bar) + 3;
  header_.facts.headline->begin += classification_length(line(chosen));
  if (!prose_follows) return;
  for (const std::size_t i : titles_) {
    const bool short_title = split_words(line(i)).size() < kRealTitle &&
                             !is_numbered_heading(line(i)) && !heads_section(line(i));
    const bool navigation = i < chosen || short_title || is_address_line(line(i));
    if ((i < chosen || i > last) && navigation && !is_short_text(line(i)) && i < body)
      header_.kinds[i] = Kind::boilerplate;
  }
}

std::size_t HeaderReader::last_of_title(std::size_t first) const {
  static const WordSet links("document_words", "title_link");
  constexpr std::size_t kMostLines = 4;
  std::size_t last = first;
  const auto is_title = [&](std::size_t i) {
    return std::find(titles_.begin(), titles_.end(), i) != titles_.end();
  };
  while (last + 1 < std::min(lines_.size(), first + kMostLines) &&
         lines_[last + 1].blanks_before == 0 && is_title(last + 1) && is_all_upper(line(last)) &&
         !ends_like_prose(line(last)) &&
         links.contains(to_lower(split_words(line(last + 1)).front())))
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

std::size_t HeaderReader::chosen_title(bool prose_follows) const {
  const auto long_below = [this](std::size_t i) {
    return i > below_release_ && split_words(line(i)).size() >= kRealTitle;
  };
  std::size_t first = 0;
  if (below_release_ > 0 && std::any_of(titles_.begin(), titles_.end(), long_below))
    while (titles_[first] < below_release_) ++first;
  std::vector<std::u32string_view> titles;
  for (std::size_t i = first; i < titles_.size(); ++i) titles.push_back(line(titles_[i]));
  return titles_[first + choose_title(titles, prose_follows, lexicon_)];
}

void HeaderReader::find_announcement() {
  for (const std::size_t i : titles_) {
    if (header_.kinds[i] == Kind::boilerplate) continue;
    if (to_lower(line(i)).find(U"interview") != std::u32string::npos) {
      header_.facts.interview = true;
    }
    if (!header_.facts.announced.empty()) continue;
    header_.facts.announced = speaker_of_headline(line(i), lexicon_);
  }
}

void HeaderReader::read_inline_dateline(std::size_t body) {
  // Points of a summary and a byline may stand above it.
  for (std::size_t i = body + 1; i < std::min(body + kMostBelowSummary, lines_.size()); ++i)
    if (header_.kinds[i - 1] == Kind::dateline && header_.kinds[i] == Kind::body &&
        dateline_prefix(line(i), lexicon_))
      body = i;
  const auto dateline = dateline_prefix(line(body), lexicon_);
  if (!dateline) return;
  const std::uint32_t begin = lines_[body].span.begin;
  header_.inline_dateline = TextSpan{begin, begin + static_cast<std::uint32_t>(dateline->length)};
  if (dateline->place && !header_.facts.place) header_.facts.place = dateline->place;
  if (dateline->date) take_date(*dateline->date);
}

void HeaderReader::read_headline_date() {
  if (header_.facts.headline) read_title_date(*header_.facts.headline, false);
  for (const std::size_t i : titles_) {
    if (!header_.facts.day || !header_.facts.place) read_title_date(lines_[i].span, true);
  }
}

void HeaderReader::read_title_date(TextSpan span, bool only_at_end) {
  const std::u32string_view title = text_of(text_, span);
  const auto date = find_last_date(title);
  if (!date || tells_other_day(title.substr(0, date->begin))) return;
  const bool at_end = trim(title.substr(date->end)).size() <= 2;
  if (!at_end && only_at_end) return;
  if (at_end && !header_.facts.place) {
    const std::u32string_view before = title.substr(0, date->begin);
    const auto place = place_before(before, lexicon_);
    const bool comma = before.find(U',') != std::u32string_view::npos;
    if (place && is_sure_place(*place, comma, lexicon_)) header_.facts.place = place;
  }
  if (!header_.facts.day) {
    header_.facts.take_day(*date);
  }
}

Header read_header(std::u32string_view text, const std::vector<Line>& lines,
                   std::optional<std::size_t> label_line, const SourceText& source,
                   const Lexicon& lexicon) {
  return HeaderReader(text, lines, label_line, source, lexicon).read();
}

}  // namespace dossier::extract
