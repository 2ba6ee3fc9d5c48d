// SPDX-License-Identifier: Apache-2.0
// Words that open subordinate clauses ("if", "whether", "after"), and what they imply.
#pragma once

#include <string>

#include "extract/clause/reading.h"

namespace dossier::extract::clause {

/// "because", "as_soon_as", "when": what opens the clause at `head`; empty if nothing does.
std::string mark_of(const Tree& tree, std::uint32_t head);
/// "Had they come, ..."
bool is_inverted(const Tree& tree, const Predicate& here);
/// Before a participle: "by selling", "after selling" are done.
bool tells_means(const std::string& mark);
/// until, as_soon_as: what has not happened yet where the verb is present tense.
bool is_time_mark(const std::string& mark);
/// "accused X of bribing Y", "was charged with bribing Y".
bool is_accusation(const Tree& tree, const Predicate& here, const Predicate& above);
/// "prevented X from leaving", "was barred from leaving".
bool is_prevention(const Tree& tree, const Predicate& here, const Predicate& above);
bool is_conditional_mark(const std::string& mark);
/// Whether the clause at a noun is a condition: "in case it rains", "in the event that it rains";
/// not "in an event where it rains".
bool is_condition(const Tree& tree, std::uint32_t clause);
/// Whether an "if" clause is attached to it, or to the verb it is a conjunct of.
bool follows_from_condition(const Reading& reading, const Predicate& here);

}  // namespace dossier::extract::clause
