// SPDX-License-Identifier: Apache-2.0
// What a line above the text tells: its date, its author, its place.
#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/author_list.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_reader.h"
#include "extract/reader/headline_choice.h"
#include "extract/reader/imprint.h"
#include "extract/reader/letterhead.h"
#include "extract/reader/occasion.h"
#include "extract/reader/written_month.h"

namespace dossier::extract {
namespace {

using Kind = Paragraph::Kind;

constexpr std::size_t kLongestSite = 8;    ///< words
constexpr std::size_t kLongestValue = 14;  ///< words

}  // namespace

bool HeaderReader::is_meta(std::size_t i) {
  at_ = i;
  if (is_language_links(line(i))) return mark(i, Kind::boilerplate);
  if (is_release_line(line(i))) {
    below_release_ = i;
    return mark(i, Kind::boilerplate);
  }
  std::u32string_view value;
  const Field field = metadata_field(line(i), value);
  if (field == Field::other) take_fields_beside(i);
  if (field != Field::none) return take_field(i, field, value);
  if (line(i).back() == U':' && field_named(field_name(i)) == Field::other)
    return mark(i, Kind::boilerplate);
  if (is_field_name(i)) return mark(i, Kind::boilerplate) && take_value_below(i);
  if (is_byline(i) || is_writer(i) || is_author_list(i)) {
    if (!byline_) byline_ = i;
    return true;
  }
  if (is_occasion(i)) return true;
  if (const auto date = date_line(line(i), lexicon_)) {
    take_date(*date->date);
    // The day of a question; that of its answer may follow.
    if (to_lower(line(i)).find(U"tabled") != std::u32string::npos)
      header_.facts.date_from_line = false;
    if (date->place && !header_.facts.place) header_.facts.place = date->place;
    return mark(i, Kind::dateline);
  }
  if (const auto date = date_beside_section(line(i), lexicon_)) {
    take_date(*date);
    // "By Our Correspondent in Munich | 20 July 2023"
    const std::size_t in = line(i).find(U" in ");
    if (in != std::u32string_view::npos && !header_.facts.place) {
      const std::u32string_view behind = line(i).substr(in + 4);
      header_.facts.place = place_alone(trim(behind.substr(0, behind.find(U'|'))), lexicon_);
    }
    return mark(i, Kind::dateline);
  }
  if (const auto date = published_date(line(i))) {
    take_date(*date);
    return mark(i, Kind::dateline);
  }
  // "December 2020" alone
  const auto month = split_words(line(i)).size() <= 2 ? month_of_line(line(i)) : std::nullopt;
  if (month) {
    if (!header_.facts.month) header_.facts.month = month;
    return mark(i, Kind::dateline);
  }
  const bool life = tells_span_of_years(line(i)) && split_words(line(i)).size() <= kLongestSite;
  if (life) return mark(i, Kind::dateline);
  if (is_clock(line(i)) || is_issue_line(i)) return mark(i, Kind::dateline);
  // "Meridian World Service, Lubari" below a byline.
  const bool site = !publisher_.empty() && line(i).starts_with(publisher_) &&
                    split_words(line(i)).size() <= kLongestSite;
  return site ? mark(i, Kind::boilerplate) : is_place_line(i);
}

void HeaderReader::take_fields_beside(std::size_t i) {
  for (std::u32string_view rest = line(i); !rest.empty();) {
    const std::size_t bar = std::min(rest.find(U'|'), rest.size());
    std::u32string_view value;
    if (metadata_field(trim(rest.substr(0, bar)), value) == Field::date)
      if (const auto date = find_date(value)) take_date(*date);
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
}

bool HeaderReader::is_field_name(std::size_t i) const {
  if (i + 1 >= lines_.size() || split_words(line(i + 1)).size() > kLongestValue) return false;
  const bool colon = line(i).back() == U':';
  // On a title page "by" has a line of its own.
  if (to_lower(line(i)) == U"by") return may_be_name(line(i + 1));
  const Field field = field_named(field_name(i));
  return colon ? field != Field::none
               : field == Field::author &&
                     is_full_name(line(i + 1).substr(0, line(i + 1).find(U',')), lexicon_);
}

bool HeaderReader::is_listed_field(std::size_t i) const {
  std::u32string_view value;
  const auto is_field = [&](std::size_t at) {
    return at < lines_.size() && metadata_field(line(at), value) != Field::none;
  };
  return is_field(i) && (is_field(i + 1) || (i > 0 && is_field(i - 1)));
}

bool HeaderReader::may_be_name(std::u32string_view line) const {
  const std::size_t words = split_words(line).size();
  return words >= 2 && words <= 4 && is_capitalised_phrase(line) && !ends_like_prose(line) &&
         may_be_person(to_utf8(line), lexicon_);
}

std::u32string_view HeaderReader::field_name(std::size_t i) const {
  return line(i).substr(0, line(i).size() - (line(i).back() == U':' ? 1 : 0));
}

bool HeaderReader::take_value_below(std::size_t i) {
  return take_field(i + 1, field_named(field_name(i)), line(i + 1));
}

bool HeaderReader::is_issue_line(std::size_t i) {
  // "Newsletter of Torvey Hospital | Issue 14 | November 2021"
  for (std::u32string_view rest = line(i); !rest.empty();) {
    const std::size_t bar = rest.find(U" | ");
    if (bar == std::u32string_view::npos) break;
    rest = trim(rest.substr(bar + 3));
    const std::u32string_view part = trim(rest.substr(0, rest.find(U" | ")));
    if (opens_issue(part) && names_issue(part)) return mark(i, Kind::boilerplate);
  }
  if (!opens_issue(line(i))) return false;
  const auto date = find_last_date(line(i));
  if (date) take_date(*date);
  return date || names_issue(line(i));
}

bool HeaderReader::take_field(std::size_t i, Field field, std::u32string_view value) {
  switch (field) {
    case Field::date:
      // When a speech was held, not when its text appeared.
      if (to_lower(line(i > 0 ? i - 1 : 0)).starts_with(U"delivered") ||
          to_lower(line(i)).starts_with(U"delivered"))
        header_.facts.date_from_line = false;
      if (const auto date = date_told(line(i)))
        take_date(*date);
      else if (const auto figures = short_date(value))
        take_date(*figures);
      // When a meeting was held may follow, which counts.
      if (to_lower(line(i)).starts_with(U"publication")) header_.facts.date_from_line = false;
      break;
    case Field::author:
      // "Author: Arno Pell | Status: draft"
      value = trim(value.substr(0, value.find_first_of(U"\u00B7\u2022|")));
      if (!header_.facts.author) header_.facts.author = person_or_all(value, lexicon_);
      break;
    case Field::place:
      header_.facts.place = to_utf8(undo_upper_case(value));
      break;
    case Field::title: {
      // "Re: Dkt. No. 11"
      if (tells_number(value)) return mark(i, Kind::boilerplate);
      const auto begin = static_cast<std::uint32_t>(value.data() - text_.data());
      header_.facts.headline = TextSpan{begin, begin + static_cast<std::uint32_t>(value.size())};
      break;
    }
    case Field::other:
    case Field::none:
      return mark(i, Kind::boilerplate);
  }
  return mark(i, Kind::dateline);
}

bool HeaderReader::is_place_line(std::size_t i) {
  // "Washington, D.C. 20549" is where somebody has an office.
  if (std::any_of(line(i).begin(), line(i).end(), is_digit)) return false;
  // "Ministry of Transport, Pell City"
  const std::size_t comma = line(i).rfind(U',');
  const bool addressed = to_lower(line(i)).find(U" for ") != std::u32string::npos;
  if (!header_.facts.place && !addressed && comma != std::u32string_view::npos &&
      is_letterhead_line(line(i).substr(0, comma), lexicon_))
    header_.facts.place = place_alone(trim(line(i).substr(comma + 1)), lexicon_);
  if (titles_.empty() || split_words(line(i)).size() > 3) return false;
  std::u32string_view place = line(i).substr(0, line(i).find(U','));
  if (!lexicon_.is(to_utf8(undo_upper_case(place)), kCity)) return false;
  if (!header_.facts.place) header_.facts.place = to_utf8(undo_upper_case(place));
  return mark(i, Kind::dateline);
}

bool HeaderReader::mark(std::size_t i, Kind kind) {
  header_.kinds[i] = kind;
  return true;
}

void HeaderReader::take_date(const WrittenDate& date) {
  // Above the headline a page has the day on which it was looked at.
  const bool of_visit = known_headline_ && !guesses_headline_ && date_at_ < *known_headline_ &&
                        at_ > *known_headline_ && !to_lower(line(at_)).starts_with(U"updated");
  if (header_.facts.day && header_.facts.date_from_line && !of_visit) return;
  date_at_ = at_;
  header_.facts.take_day(date);
  header_.facts.date_from_line = true;
}

}  // namespace dossier::extract
