// SPDX-License-Identifier: Apache-2.0
// What the lines above the text tell in no form of its own: "held on Wednesday 28 September 2016 in
// the Mill Room", "A sermon preached by Martin Ayre", "June 2018".
#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/author_list.h"
#include "extract/reader/byline.h"
#include "extract/reader/credit.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_reader.h"
#include "extract/reader/letterhead.h"
#include "extract/reader/written_month.h"

namespace dossier::extract {

using Kind = Paragraph::Kind;

void HeaderReader::take_only_day(std::size_t body) {
  std::optional<WrittenDate> only;
  std::size_t told = lines_.size();
  for (std::size_t i = 0; i < body; ++i) {
    const std::u32string_view line = this->line(i);
    auto date = find_date(line);
    // "Notes of committee meeting, 22/1/13"
    if (!date) date = short_date(split_words(line).back());
    if (!date || tells_span_of_years(line)) continue;
    // "Written by Aiko Brandt - Updated on May 9, 2022": when it was changed.
    const std::size_t updated = to_lower(line).find(U" updated on ");
    if (updated != std::u32string::npos && updated < date->begin) continue;
    // "closes on 31 May 2024", and a second day besides.
    if (tells_other_day(line.substr(0, date->begin))) continue;
    const auto last = find_last_date(line);
    if ((last && last->day != date->day) || (only && only->day != date->day)) return;
    if (!only) told = i;
    only = date;
  }
  // "[14/03/2021, 18:02:11] Nadia: ...": a conversation that a program has kept.
  if (!only && !lines_.empty() && line(0).front() == U'[') {
    const auto date = find_date(line(0));
    if (date && date->begin == 1) header_.facts.only_day = date;
    return;
  }
  if (!only) return;
  header_.facts.only_day = only;
  if (header_.kinds[told] != Kind::headline) header_.kinds[told] = Kind::dateline;
}

bool HeaderReader::is_name_of_person(std::u32string_view line) const {
  if (!is_full_name(line, lexicon_)) return false;
  const auto words = split_words(line);
  // "Second Reading"
  return !std::all_of(words.begin(), words.end(), [this](std::u32string_view word) {
    return lexicon_.word(to_utf8(to_lower(word))).known();
  });
}

bool HeaderReader::submits_thesis(std::size_t body) const {
  for (std::size_t i = 0; i < body; ++i) {
    const std::u32string lower = to_lower(line(i));
    const bool thesis = lower.find(U"thesis") != std::u32string::npos ||
                        lower.find(U"dissertation") != std::u32string::npos;
    if (thesis && lower.find(U"submitted") != std::u32string::npos) return true;
  }
  return false;
}

void HeaderReader::take_only_name(std::size_t body) {
  if (titles_.empty() || label_line_ < lines_.size() || !header_.facts.headline) return;
  std::optional<std::size_t> only;
  const bool thesis = submits_thesis(body);
  for (std::size_t i = 0; i < body; ++i) {
    if (header_.kinds[i] == Kind::headline) continue;
    // To whom a letter goes, and who ask a court, are no authors.
    static const WordSet labels("document_words", "question");
    if (thesis && is_address_line(line(i))) continue;
    if (is_address_line(line(i)) || heads_contact(line(i)) || labels.contains(to_lower(line(i))))
      return;
    const bool below = lines_[i].span.begin > header_.facts.headline->end;
    const std::u32string name = undo_upper_case(line(i));
    // A thesis has its writer's name, known or not, alone below its title.
    if (!below || !(is_name_of_person(name) || (thesis && first_of_unknown(name, lexicon_))))
      continue;
    if (only && thesis) break;
    if (only) return;
    only = i;
  }
  if (!only) return;
  header_.facts.author = to_utf8(undo_upper_case(line(*only)));
  header_.kinds[*only] = Kind::dateline;
}

void HeaderReader::read_loose_facts(std::size_t body) {
  if (!header_.facts.day) take_only_day(body);
  for (std::size_t i = 0; i < body; ++i) {
    if (header_.kinds[i] == Kind::headline) continue;
    if (!header_.facts.author && header_.facts.announced.empty())
      if (auto author = credited_author(line(i), lexicon_)) {
        header_.facts.author = std::move(author);
        header_.kinds[i] = Kind::dateline;
      }
    if (header_.facts.day || header_.facts.month) continue;
    for (const std::u32string_view column : columns_of(line(i)))
      if (!header_.facts.month) header_.facts.month = month_of_line(column);
  }
  // A thesis may have no more than its year.
  for (std::size_t i = 0; i < body; ++i) {
    const bool year = line(i).size() == 4 && std::all_of(line(i).begin(), line(i).end(), is_digit);
    if (year && !header_.facts.day && !header_.facts.month && submits_thesis(body)) {
      header_.facts.month = to_utf8(line(i));
      header_.kinds[i] = Kind::dateline;
    }
  }
  if (!header_.facts.author && header_.facts.announced.empty()) take_only_name(body);
}

}  // namespace dossier::extract
