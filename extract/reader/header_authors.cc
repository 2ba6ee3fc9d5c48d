// SPDX-License-Identifier: Apache-2.0
// Who wrote the text, as the lines above it tell.
#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/author_list.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_reader.h"
#include "extract/reader/occasion.h"

namespace dossier::extract {
namespace {

using Kind = Paragraph::Kind;

constexpr std::size_t kLongestOffice = 8;  ///< words
constexpr std::size_t kLongestDated = 14;  ///< words

}  // namespace

bool HeaderReader::is_byline(std::size_t i) {
  const auto byline = read_byline(line(i), lexicon_);
  if (!byline) return false;
  // "by Oskar Lind", whose book it is, above "Reviewed by Imogen Vance, 29 August 2015"
  const bool reviews = byline->date && to_lower(line(i)).starts_with(U"reviewed by ");
  if (!header_.facts.author || reviews) header_.facts.author = byline->author;
  if (byline->date) take_date(*byline->date);
  if (!header_.facts.place) header_.facts.place = byline->place;
  return mark(i, Kind::dateline);
}

bool HeaderReader::is_writer(std::size_t i) {
  if (titles_.empty() || header_.facts.author || i + 1 >= lines_.size()) return false;
  std::u32string_view name = line(i);
  while (!name.empty() && !is_letter(name.back()) && name.back() != U'.')
    name = trim(name.substr(0, name.size() - 1));
  // "Joe Tarrant at Marsh Road", "Joe Tarrant at the Marsh Road ground"
  bool on_the_spot = false;
  for (const std::u32string_view link : {U" in ", U" at ", U" at the "}) {
    const std::size_t at = name.find(link);
    if (at != std::u32string_view::npos && split_words(name.substr(at)).size() <= 4 &&
        is_capitalised_phrase(trim(name.substr(at + link.size())))) {
      name = name.substr(0, at);
      on_the_spot = link != U" in ";
    }
  }
  if (is_titled_writer(i) || is_writer_at_work(i)) return true;
  if (is_unknown_writer(i)) return true;
  const std::u32string cased = is_all_upper(name) ? undo_upper_case(name) : std::u32string(name);
  if (name.find(U':') != name.npos || !is_full_name(cased, lexicon_)) return false;
  // "DEPOSITION OF WALTER PRYCE" above "WALTER PRYCE,": whom it is about.
  if (is_all_upper(name) && std::any_of(titles_.begin(), titles_.end(), [&](std::size_t title) {
        return line(title).find(name) != std::u32string_view::npos;
      }))
    return false;
  // "Contact:" has a name and an address below it, too.
  // A name with a date beside may be a link; "Contact:" stands without one.
  const bool affiliated = is_dated_office(i + 1) || (header_.kinds[i] != Kind::boilerplate &&
                                                     is_affiliation(line(i + 1), lexicon_));
  // "Slow Water - 6 min read - Mar 14, 2019"
  const auto date = find_last_date(line(i + 1));
  const bool dated = date && date->end == line(i + 1).size() && !ends_like_prose(line(i + 1)) &&
                     split_words(line(i + 1)).size() <= kLongestDated;
  const bool below_date = header_.kinds[i] != Kind::boilerplate && i > 0 &&
                          header_.kinds[i - 1] == Kind::dateline &&
                          date_line(line(i - 1), lexicon_).has_value();
  if (!affiliated && !dated && !below_date && !on_the_spot && !heads_names(i) &&
      !date_line(line(i + 1), lexicon_))
    return false;
  header_.facts.author = to_utf8(cased);
  if (is_dated_office(i + 1)) mark(i + 1, Kind::boilerplate);
  if (dated) {
    take_date(*date);
    mark(i + 1, Kind::boilerplate);
  }
  return mark(i, Kind::dateline);
}

bool HeaderReader::speaks_again(std::size_t i) const {
  constexpr std::size_t kMostLines = 200;
  const auto name_of = [this](std::size_t at) {
    return trim(line(at).substr(0, line(at).find(U" (")));
  };
  const std::u32string_view name = name_of(i);
  if (name.size() == line(i).size() || !is_full_name(name, lexicon_)) return false;
  for (std::size_t n = i + 1; n < std::min(lines_.size(), i + kMostLines); ++n)
    if (name_of(n) == name && n + 1 < lines_.size() && ends_like_prose(line(n + 1))) return true;
  return false;
}

bool HeaderReader::heads_names(std::size_t i) const {
  constexpr std::size_t kMostNames = 8;
  std::size_t end = i;
  while (end < std::min(lines_.size(), i + kMostNames) && is_full_name(line(end), lexicon_)) ++end;
  if (end < i + 2 || end == lines_.size()) return false;
  return is_release_line(line(end)) || heads_section(line(end)) ||
         date_line(line(end), lexicon_).has_value() || is_affiliation(line(end), lexicon_);
}

bool HeaderReader::is_dated_office(std::size_t i) const {
  const auto is_date = [this](std::size_t at) {
    return at < lines_.size() && date_line(line(at), lexicon_).has_value();
  };
  // Where it was said may stand between them.
  const bool below = is_date(i + 1) || is_date(i + 2);
  return (below || (i > 1 && is_date(i - 2))) && names_office(line(i));
}

bool HeaderReader::names_office(std::u32string_view line) const {
  static const WordSet writers("document_words", "writer");
  const auto words = split_words(line);
  return words.size() <= kLongestOffice && !ends_like_prose(line) &&
         std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
           while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
           const std::string lower = to_utf8(to_lower(word));
           return writers.contains(lower) || lexicon_.is(lower, kTitle | kTitlePart);
         });
}

bool HeaderReader::is_writer_at_work(std::size_t i) {
  constexpr std::size_t kMostWords = 5;
  static const WordSet writers("document_words", "writer");
  static const WordSet professions("document_words", "profession");
  const auto words = split_words(line(i));
  if (words.size() < 3 || words.size() > kMostWords || i + 1 >= lines_.size()) return false;
  const std::string last = to_lower(to_utf8(words.back()));
  const std::u32string name = std::u32string(words[0]) + U" " + std::u32string(words[1]);
  const bool dated = find_date(line(i + 1)).has_value() && !ends_like_prose(line(i + 1));
  if (!dated || !(writers.contains(last) || professions.contains(last)) ||
      !is_capitalised_phrase(line(i)) || !is_full_name(name, lexicon_))
    return false;
  header_.facts.author = to_utf8(name);
  return mark(i, Kind::dateline);
}

bool HeaderReader::is_titled_writer(std::size_t i) {
  const std::size_t comma = line(i).find(U',');
  if (comma == std::u32string_view::npos || header_.kinds[i] == Kind::boilerplate ||
      first_of_authors(line(i), lexicon_))
    return false;
  const std::u32string_view name = trim(line(i).substr(0, comma));
  // "Karsten Holm, Department of History, University of Aske"
  const std::u32string_view behind = line(i).substr(comma + 1);
  if (!is_name_of_person(name) || !(names_office(behind) || is_affiliation(trim(behind), lexicon_)))
    return false;
  header_.facts.author = to_utf8(undo_upper_case(name));
  return mark(i, Kind::dateline);
}

bool HeaderReader::is_unknown_writer(std::size_t i) {
  const auto date = date_line(line(i + 1), lexicon_);
  // "Amadou Reyes" above "University of Orlo"
  const bool dated = date && !date->place;
  const bool affiliated = !date && is_affiliation(line(i + 1), lexicon_);
  if (!(dated || affiliated) || header_.kinds[i] == Kind::boilerplate ||
      is_company_line(line(i), lexicon_))
    return false;
  const auto author = first_of_unknown(line(i), lexicon_);
  if (!author) return false;
  header_.facts.author = author;
  return mark(i, Kind::dateline);
}

bool HeaderReader::is_author_list(std::size_t i) {
  if (titles_.empty() || speaks_again(i)) return false;
  if (const auto first = first_of_authors(line(i), lexicon_)) {
    // "Thandi Nkosi1," and "Lars Ohm2" above it: a line for each.
    std::size_t top = i;
    std::optional<std::string> above;
    while (top > 0 && header_.kinds[top - 1] == Kind::body && titles_.front() != top - 1) {
      const auto name = marked_name(line(top - 1), lexicon_);
      if (!name) break;
      above = name;
      mark(--top, Kind::dateline);
    }
    if (!header_.facts.author) header_.facts.author = above ? *above : *first;
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
  auto occasion = read_occasion(line(i), lexicon_);
  if (!occasion && i + 1 < lines_.size() && date_line(line(i + 1), lexicon_)) {
    // The day may have a line of its own.
    occasion =
        read_occasion(std::u32string(line(i)) + U", " + std::u32string(line(i + 1)), lexicon_);
    if (occasion && occasion->speaker.empty()) return false;
  }
  if (!occasion) return false;
  take_date(occasion->date);
  if (!header_.facts.place) header_.facts.place = occasion->place;
  if (header_.facts.announced.empty()) header_.facts.announced = occasion->speaker;
  return mark(i, Kind::dateline);
}

}  // namespace dossier::extract
