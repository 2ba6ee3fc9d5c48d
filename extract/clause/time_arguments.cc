// SPDX-License-Identifier: Apache-2.0
// Arguments that tell when, without the form of a date.
#include <algorithm>

#include "extract/clause/argument_reader.h"
#include "extract/clause/argument_words.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"
#include "extract/lexicon/word_table.h"

namespace dossier::extract::clause {

using enum Relation;

bool ArgumentReader::is_time(std::uint32_t token) const {
  if (tree_.mention(token)) return false;
  if (is_time_noun(tree_.lemma(token)) || is_clock_time(token)) return true;
  // "at the end of the year"
  static const WordSet parts("nouns", "stretch");
  const auto& children = tree_.children(token);
  return parts.contains(tree_.lemma(token)) &&
         std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
           return tree_.is(child, nmod) && preposition(tree_, child) == "of" &&
                  (tree_.time(child) || is_time_noun(tree_.lemma(child)));
         });
}

/// "at 3 a.m. local time"
bool ArgumentReader::is_clock_time(std::uint32_t token) const {
  if (tree_.upos(token) != Upos::num || token + 1 >= tree_.size()) return false;
  const std::string& half = tree_.word(token + 1);
  return half == "a.m." || half == "p.m." || half == "am" || half == "pm";
}

/// "sampled it every two weeks": how often, not what.
bool ArgumentReader::is_frequency(std::uint32_t token) const {
  const std::optional<std::uint32_t> word = tree_.child(token, det);
  return word && is_time(token) && (tree_.word(*word) == "every" || tree_.word(*word) == "each");
}

/// "won a medal at the 2012 Olympics", "received the 2014 Holberg Prize": the year is when.
void ArgumentReader::add_year_of_event() {
  if (has(ArgumentRole::time)) return;
  static const WordSet awards("nouns", "award");
  const std::string& verb = predicate_.form.lemma;
  const bool gets = verb == "win" || verb == "lose" || verb == "receive" || verb == "award";
  for (const std::uint32_t child : tree_.children(predicate_.head)) {
    const std::string marker = preposition(tree_, child);
    const bool at =
        tree_.is(child, obl) && (marker == "in" || marker == "at" || marker == "during");
    const bool prize = gets && tree_.is(child, obj) &&
                       (tree_.mention(child) || awards.contains(tree_.lemma(child)));
    const bool event = (at || (gets && tree_.is(child, obj))) &&
                       is_event(tree_.mention(child), tree_.lemma(child));
    if (!prize && !event) continue;
    for (const std::uint32_t year : tree_.children(child)) {
      if (year > child || !tree_.time(year) || tree_.upos(year) != Upos::num) continue;
      add(ArgumentRole::time, year, "in", tree_.sure(year));
      result_.back().time = tree_.time(year);
      return;
    }
  }
}

}  // namespace dossier::extract::clause
