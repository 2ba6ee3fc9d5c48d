// SPDX-License-Identifier: Apache-2.0
// Questions about single words of a clause: can this word be, open or end an argument?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/clause/reading.h"

namespace dossier::extract::clause {

/// The words of a predicate noun or adjective, without what belongs to the clause.
TokenRange attribute_extent(const Reading& reading, std::uint32_t head);
/// "narrow and dangerous": one each.
std::vector<Argument> states(const Tree& tree, std::uint32_t head);
/// "in close contact with X": X.
std::optional<std::uint32_t> carried_phrase(const Tree& tree, std::uint32_t noun);
/// "in particular", "at least", "in this respect".
bool is_fixed_adverbial(const Tree& tree, std::uint32_t child);
/// "in_order" of "in order to": a mark with the words that belong to it.
std::string fixed_words(const Tree& tree, std::uint32_t mark);
/// "aged 77": the number.
std::optional<std::uint32_t> number_below(const Tree& tree, std::uint32_t word);
/// "the region (Berg and Lund, 2016)": who is named in brackets is not the region.
bool names_source(const Tree& tree, std::uint32_t apposition);
/// "a club": one of many.
bool is_indefinite(const Tree& tree, std::uint32_t noun);
/// "nurse", "chairman".
bool means_person(std::string_view lemma);
/// "president", "writer": not a name.
bool is_common_title(const Tree& tree, std::uint32_t noun);
/// "The Prime Minister and President X" are two people: those posts are known without a name.
bool is_unique_post(const Tree& tree, std::uint32_t noun);
/// Such a title, or another noun for a person.
bool means_person(const Tree& tree, std::uint32_t noun);
/// "group", "team", "firm": not a name.
bool is_group(const Tree& tree, std::uint32_t noun);
bool is_place_name(const Tree& tree, std::uint32_t noun);
/// "the Battle of Lund", "the Vienna conference": what `name` (null: no name) or the noun names.
bool is_event(const Mention* name, std::string_view noun_lemma);

}  // namespace dossier::extract::clause
