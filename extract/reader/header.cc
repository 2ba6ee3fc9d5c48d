// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/header.h"

#include <algorithm>
#include <utility>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/author_list.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_reader.h"
#include "extract/reader/headline_choice.h"
#include "extract/reader/letterhead.h"
#include "extract/reader/person_name.h"

namespace dossier::extract {
namespace {

using Kind = Paragraph::Kind;

constexpr std::size_t kMostHeaderLines = 25;
constexpr std::size_t kLongestTitle = 60;      ///< words
constexpr std::size_t kLongestSite = 8;        ///< words
constexpr std::size_t kMostBelowSummary = 12;  ///< lines
constexpr std::size_t kTitleWithStop = 25;     ///< words of a headline that ends in a full stop

}  // namespace

Header HeaderReader::read() {
  const std::size_t body = scan();
  choose_headline(body);
  find_announcement();
  if (body < lines_.size() && body < label_line_) read_inline_dateline(body);
  read_headline_date();
  read_loose_facts(body);
  leave_out_meta_lines();
  return std::move(header_);
}

void HeaderReader::mark_known(const SourceText& source) {
  auto boilerplate = source.boilerplate.begin();
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const TextSpan span = lines_[i].span;
    while (boilerplate != source.boilerplate.end() && boilerplate->end <= span.begin) ++boilerplate;
    if (boilerplate != source.boilerplate.end() && boilerplate->contains(span))
      header_.kinds[i] = Kind::boilerplate;
    if (source.headline && source.headline->contains(span)) {
      if (!known_headline_) known_headline_ = i;
      // "Subject: Inspection of rudders"
      std::u32string_view value;
      if (source.guesses_headline && source.headline->begin == span.begin &&
          metadata_field(line(i), value) == Field::title && split_words(value).size() >= 3)
        known_field_ = static_cast<std::uint32_t>(value.data() - text_.data());
      known_last_ = i;
    }
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
  // Above the headline a page may have much of its own.
  const std::size_t top = known_headline_.value_or(0);
  if (titles_.empty() || body < top || body - top >= kLongestSite) return;
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
  if (speaks_again(i)) return false;
  // "WHEREAS the north gate has been broken; and"
  const std::u32string_view last = split_words(line(i)).back();
  if (last == U"and" || last == U"or") return false;
  if (is_company_line(line(i), lexicon_)) return true;
  if (words > kLongestTitle || dateline_prefix(line(i), lexicon_)) return false;
  if (!ends_like_prose(line(i)) || line(i).back() == U'?') return true;
  // "STRANGE DISCOVERY.", "The Fenwick Advertiser, Friday, August 17, 1934."
  const bool capitals = line(i).back() == U'.' && words <= kMostBelowSummary &&
                        (is_all_upper(line(i)) || (titles_.empty() && find_date(line(i))));
  if (capitals && lines_.size() > i + 1 && lines_[i + 1].blanks_before > 0) return true;
  // A headline with a full stop: first, and metadata or a blank line follow.
  const bool stop = line(i).back() == U'.' || is_quote(line(i).back());
  return stop && titles_.empty() && words <= kTitleWithStop && i + 1 < lines_.size() &&
         date_line(line(i + 1), lexicon_).has_value();
}

void HeaderReader::leave_out_meta_lines() {
  constexpr std::size_t kShortestSentence = 8, kMostWords = 16, kLongestContact = 8;
  if (!header_.facts.headline) return;
  for (std::size_t i = 0; i < std::min({lines_.size(), kMostHeaderLines, label_line_}); ++i) {
    if (lines_[i].span.begin < header_.facts.headline->end || header_.kinds[i] != Kind::body)
      continue;
    const std::size_t words = split_words(line(i)).size();
    if ((ends_like_prose(line(i)) && words >= kShortestSentence) ||
        lines_[i].span.begin >= first_row_)
      return;
    const bool heading =
        std::find(headings_.begin(), headings_.end(), lines_[i].span) != headings_.end();
    if (heading || lines_[i].listed || is_numbered_heading(line(i)) || ends_like_prose(line(i)))
      continue;
    // "A debate in the hall of Stennick, 12 September 2019" tells what the text is.
    const auto parts = split_words(line(i));
    const bool phrase =
        std::count_if(parts.begin(), parts.end(), [](auto word) { return is_lower(word[0]); }) *
            3 >=
        static_cast<std::ptrdiff_t>(words);
    // So does "Interview with Aiko Tanaka, Reykjavik, 12 June 2019".
    const bool announces = !speaker_of_headline(line(i), lexicon_).empty() ||
                           to_lower(line(i)).starts_with(U"interview");
    const bool dated = words <= kMostWords && !phrase && !announces && find_date(line(i)) &&
                       line(i).find(U':') == std::u32string_view::npos;
    const bool contact =
        words <= kLongestContact && line(i).find(U'@') != std::u32string_view::npos;
    const bool work = byline_ && i > *byline_ && is_affiliation(line(i), lexicon_);
    if (dated || contact || work) header_.kinds[i] = Kind::dateline;
  }
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
    if ((header_.kinds[i - 1] == Kind::dateline || all_short(body, i)) &&
        header_.kinds[i] == Kind::body && dateline_prefix(line(i), lexicon_))
      body = i;
  const auto dateline = dateline_prefix(line(body), lexicon_);
  if (!dateline) return;
  const std::uint32_t begin = lines_[body].span.begin;
  header_.inline_dateline = TextSpan{begin, begin + static_cast<std::uint32_t>(dateline->length)};
  if (dateline->place && !header_.facts.place) header_.facts.place = dateline->place;
  if (dateline->date) take_date(*dateline->date);
}

bool HeaderReader::all_short(std::size_t first, std::size_t end) const {
  for (std::size_t i = first; i < end; ++i)
    if (split_words(line(i)).size() > kLongestSite) return false;
  return true;
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
  if (!date || tells_other_day(title.substr(0, date->begin)) || tells_span_of_years(title)) return;
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
