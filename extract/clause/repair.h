// SPDX-License-Identifier: Apache-2.0
// Passes that repair known errors of the dependency parser in a tree.
#pragma once

#include "extract/clause/tree.h"

namespace dossier::extract::clause {

/// A verb in front of what is read as its noun, "that" read as the object of a complete clause, a
/// copula at the verb of the clause behind it, an accusation read as a part of who is accused.
void repair_clauses(Tree& tree);

/// "under which judges serve" read as which judges, "an accident in Pakistan involving trains" as
/// what Pakistan involves.
void repair_prepositions(Tree& tree);

/// Subjects behind their verbs: "Among the guests was X", "In the harbour lies a ship".
void repair_order(Tree& tree);

/// "Had the valve been closed, the tank would have held" read as one clause, or as two that are
/// asserted.
void repair_conditions(Tree& tree);

/// "found X guilty", "called the deal a disaster" read as one phrase, or as two objects.
void repair_object_states(Tree& tree);

/// "Kent, Ohio-based carmaker Volta bought X" read as if the town bought it.
void repair_seats(Tree& tree);

/// "remains low" read with an adverb, "urged X to resign" with a plan of X, "which X says had lost
/// it" with the pronoun as what is said.
void repair_complements(Tree& tree);

/// "writer and teacher X", "podcaster X", "X Professor of Law" read as two, as a name that begins
/// with the noun, as what X is.
void repair_callings(Tree& tree);

/// "elected X president" and "was elected president" read as names of a president, "X and Y,
/// lecturers at Z" as a list of three.
void repair_posts(Tree& tree);

/// "up to 85 years" read as "face up" and "to 85 years"; the time of a verb attached to a
/// participle in front of it.
void repair_measures(Tree& tree);

/// "fined Acme 2 million euros" read as so many euros of Acme.
void repair_recipients(Tree& tree);

/// "was valued at $640,000 by X", "was forced to resign by X": X valued, X forced.
void repair_agents(Tree& tree);

/// "signed an agreement on Tuesday", "founded the company in 1952" read as an agreement on Tuesday,
/// a company in 1952; "condemned the murder by X" as if X condemned it.
void repair_phrases(Tree& tree);

/// "welcomed the Government of Iraq's liberation of Tikrit" read as if the government was welcomed.
void repair_genitives(Tree& tree);

/// "A, B, which was bought by C, and D" read as if A was bought, or as bought by C and D.
void repair_asides(Tree& tree);

/// Of two subjects of a verb the surer stays; "Transport Minister Kjell Rustad" is one.
void keep_one_subject(Tree& tree);

/// Attaches relative clauses to the noun they agree with ("opportunities for the agency, which
/// operates"), "who" to a person, and "which" after a comma to the clause when no noun agrees.
void agree_relatives(Tree& tree);

/// "a team of nurses led by X", "a museum of fishing, run by X": what is led or run; "a degree
/// awarding college": what the college is.
void repair_wholes(Tree& tree);

/// "A, B and C" of which C was read as joined to B alone, "Born to A and B, C left" as if all three
/// left.
void repair_lists(Tree& tree);

/// "X, not Y, built it", "It was X who built it": what is said is said of X.
void repair_contrasts(Tree& tree);

/// Turns a bare infinitive after a verb that takes none into the verb's object: "contact" in
/// "established contact with X".
void repair_bare_infinitives(Sentence& sentence);

/// "had burst", "have conducted strikes": a participle read as the object of "have" or as a part of
/// its object.
void repair_participles(Sentence& sentence);

/// "destroyed ten houses and injured three men" read as injured men, "has beds and employs ten
/// people" as beds and employs.
void repair_joined_verbs(Sentence& sentence);

/// A sentence in which every word was read as a noun: "The dog bit two children".
void repair_missing_verbs(Sentence& sentence);

bool is_finite(const Tree& tree, std::uint32_t i);
/// who, which, that, where.
bool is_relative_word(const Tree& tree, std::uint32_t i);

}  // namespace dossier::extract::clause
