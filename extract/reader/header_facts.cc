// SPDX-License-Identifier: Apache-2.0
// What a line above the text tells: its date, its author, its place.
#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/reader/author_list.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_reader.h"
#include "extract/reader/headline_choice.h"
#include "extract/reader/occasion.h"

namespace dossier::extract {
namespace {

using Kind = Paragraph::Kind;

constexpr std::size_t kLongestSite = 8;    ///< words
constexpr std::size_t kLongestValue = 14;  ///< words

}  // namespace

bool HeaderReader::is_meta(std::size_t i) {
  if (is_language_links(line(i))) return mark(i, Kind::boilerplate);
  if (is_release_line(line(i))) {
    below_release_ = i;
    return mark(i, Kind::boilerplate);
  }
  std::u32string_view value;
  const Field field = metadata_field(line(i), value);
  if (field != Field::none) return take_field(i, field, value);
  if (line(i).back() == U':' && field_named(field_name(i)) == Field::other)
    return mark(i, Kind::boilerplate);
  if (is_field_name(i)) return mark(i, Kind::boilerplate) && take_value_below(i);
  if (is_byline(i) || is_writer(i) || is_author_list(i) || is_occasion(i)) return true;
  if (const auto date = date_line(line(i), lexicon_)) {
    take_date(*date->date);
    if (date->place && !header_.facts.place) header_.facts.place = date->place;
    return mark(i, Kind::dateline);
  }
  if (is_clock(line(i)) || is_issue_line(i)) return mark(i, Kind::dateline);
  // "Meridian World Service, Lubari" below a byline.
  const bool site = !publisher_.empty() && line(i).starts_with(publisher_) &&
                    split_words(line(i)).size() <= kLongestSite;
  return site ? mark(i, Kind::boilerplate) : is_place_line(i);
}

bool HeaderReader::is_field_name(std::size_t i) const {
  if (i + 1 >= lines_.size() || split_words(line(i + 1)).size() > kLongestValue) return false;
  const bool colon = line(i).back() == U':';
  // On a title page "by" has a line of its own.
  if (to_lower(line(i)) == U"by") return may_be_name(line(i + 1));
  const Field field = field_named(field_name(i));
  return colon ? field != Field::none
               : field == Field::author && line(i).ends_with(U" by") &&
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
      if (const auto date = date_told(line(i))) take_date(*date);
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

bool HeaderReader::is_byline(std::size_t i) {
  const auto byline = read_byline(line(i), lexicon_);
  if (!byline) return false;
  if (!header_.facts.author) header_.facts.author = byline->author;
  if (byline->date) take_date(*byline->date);
  if (!header_.facts.place) header_.facts.place = byline->place;
  return mark(i, Kind::dateline);
}

bool HeaderReader::is_writer(std::size_t i) {
  if (titles_.empty() || header_.facts.author || i + 1 >= lines_.size()) return false;
  std::u32string_view name = line(i);
  while (!name.empty() && !is_letter(name.back()) && name.back() != U'.')
    name = trim(name.substr(0, name.size() - 1));
  if (!is_full_name(name, lexicon_)) return false;
  // "Contact:" has a name and an address below it, too.
  const bool affiliated =
      header_.kinds[i] != Kind::boilerplate && is_affiliation(line(i + 1), lexicon_);
  // "Slow Water - 6 min read - Mar 14, 2019"
  const auto date = find_last_date(line(i + 1));
  const bool dated = date && date->end == line(i + 1).size() && !ends_like_prose(line(i + 1)) &&
                     split_words(line(i + 1)).size() <= kLongestValue;
  if (!affiliated && !dated && !date_line(line(i + 1), lexicon_)) return false;
  header_.facts.author = to_utf8(name);
  if (dated) {
    take_date(*date);
    mark(i + 1, Kind::boilerplate);
  }
  return mark(i, Kind::dateline);
}

bool HeaderReader::is_author_list(std::size_t i) {
  if (titles_.empty()) return false;
  if (const auto first = first_of_authors(line(i), lexicon_)) {
    if (!header_.facts.author) header_.facts.author = *first;
    authors_listed_ = true;
    return mark(i, Kind::dateline);
  }
  if (tells_receipt(line(i))) {
    take_date(*find_last_date(line(i)));
    return mark(i, Kind::dateline);
  }
  return authors_listed_ && is_affiliation(line(i), lexicon_) && mark(i, Kind::dateline);
}

bool HeaderReader::is_occasion(std::size_t i) {
  if (titles_.empty()) return false;
  const auto occasion = read_occasion(line(i), lexicon_);
  if (!occasion) return false;
  take_date(occasion->date);
  if (!header_.facts.place) header_.facts.place = occasion->place;
  if (header_.facts.announced.empty()) header_.facts.announced = occasion->speaker;
  return mark(i, Kind::dateline);
}

bool HeaderReader::is_place_line(std::size_t i) {
  // "Washington, D.C. 20549" is where somebody has an office.
  if (std::any_of(line(i).begin(), line(i).end(), is_digit)) return false;
  // "Ministry of Transport, Pell City"
  const std::size_t comma = line(i).rfind(U',');
  if (!header_.facts.place && comma != std::u32string_view::npos &&
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
  if (header_.facts.day && header_.facts.date_from_line) return;
  header_.facts.take_day(date);
  header_.facts.date_from_line = true;
}

}  // namespace dossier::extract
