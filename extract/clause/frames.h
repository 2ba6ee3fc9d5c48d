// SPDX-License-Identifier: Apache-2.0
// The readers of frames, one for each kind of predicate.
#pragma once

#include <vector>

#include "extract/clause/reading.h"
#include "extract/clause/tree.h"
#include "extract/document.h"

namespace dossier::extract::clause {

/// One for each predicate, in their order.
std::vector<Frame> verb_frames(const Reading& reading);
/// Appends appositions, possessives and events named by a noun.
void add_noun_frames(const Tree& tree, std::vector<Frame>& frames);
/// Appends visits and talks named by a noun.
void add_event_frames(const Tree& tree, std::vector<Frame>& frames);
/// Appends actions named by a noun: "the signing of X by Y", "her election".
void add_action_frames(const Tree& tree, std::vector<Frame>& frames);
/// The frame of an event that a noun names, without arguments.
Frame event_frame(std::uint32_t noun, std::string lemma);
/// Appends when it was, if that is told. A headline's only date is its event's.
bool add_event_time(const Tree& tree, std::uint32_t noun, Frame& frame);
/// Appends relatives that a verb gives somebody: "Berg had a sister, Ida".
void add_kin_frames(const Tree& tree, std::vector<Frame>& frames);
/// Appends where somebody is by a word in front: "the Oslo-based shipyard Norwave".
void add_seat_frames(const Tree& tree, std::vector<Frame>& frames);
/// Appends how many of something somebody has: "Norwave's 60 branches".
void add_count_frames(const Tree& tree, std::vector<Frame>& frames);
/// Appends what a possessive takes for granted: "Norway's support for Chad".
void add_stance_frames(const Tree& tree, std::vector<Frame>& frames);
/// The dates of a life in brackets, "Anna Berg (1869 - 1951)", read as one span of time, become two
/// times of the sentence.
void split_life_dates(Sentence& sentence);
/// Appends births and deaths by such dates.
void add_life_frames(const Tree& tree, std::vector<Frame>& frames);
/// What is said of a noun's event is no surer than the clause that names it.
void take_context(const Tree& tree, const std::vector<Frame>& frames, Frame& frame);
/// Who holds which post by a title next to a name: "President X", "Y's president X".
std::vector<Frame> title_frames(const Tree& tree);
/// Appends who holds which post, and which city is the capital of what, by appositions: "X,
/// president of Y".
void add_apposition_roles(const Tree& tree, std::vector<Frame>& frames);
/// The same by the frames of verbs: "X was elected president".
void add_verb_roles(const Tree& tree, std::vector<Frame>& frames);

}  // namespace dossier::extract::clause
