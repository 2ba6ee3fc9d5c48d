// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/document_facts.h"

#include <optional>
#include <string>

#include "extract/lexicon/word_table.h"
#include "extract/reader/author.h"
#include "extract/reader/format.h"
#include "extract/reader/named_day.h"
#include "extract/reader/written_date.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// No title is better than what a program wrote in its place: "Untitled", "Microsoft Word - a.doc".
std::string usable_title(const std::string& title) {
  static const WordSet empty_titles("document_words", "no_title");
  const std::string lower = to_lower(std::string_view(title));
  return empty_titles.begins(lower) || is_source_name(lower) ? std::string() : title;
}

}  // namespace

void take_metadata(const HeaderFacts& facts, const StatedFacts& stated, Document& document) {
  std::optional<Day> day = facts.day;
  std::optional<std::string> time = facts.time;
  if (!stated.date.empty() && (stated.date_outweighs_text || !day)) {
    if (const auto date = find_date(to_code_points(stated.date))) {
      day = date->day;
      time = date->time;
    }
  }
  // The day when a file was made is nearer if it lies in the month that the text tells.
  const bool month = facts.month && !facts.day && !(day && iso_day(*day).starts_with(*facts.month));
  if (month && !stated.date_outweighs_text) day.reset();
  for (const std::string& address : {stated.address, document.source_name})
    if (!day) day = day_of_address(address);
  if (!day) day = day_of_file_name(document.source_name);
  if (day) {
    document.date = iso_day(*day);
    if (time) document.date_time = *document.date + "T" + *time;
  } else if (facts.month) {
    document.date = facts.month;
  }
  document.publisher = stated.publisher;
  // An office that is given as the author publishes what it has written.
  if (document.publisher.empty() && !stated.author.empty() && is_body(stated.author))
    document.publisher = stated.author;
  document.message = stated.message;
  document.place = facts.place;
  if (!stated.place.empty()) document.place = stated.place;
  if (facts.headline) {
    document.headline = single_line(document, *facts.headline);
  } else {
    document.headline = usable_title(stated.title);
  }
}

}  // namespace dossier::extract
