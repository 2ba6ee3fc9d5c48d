// SPDX-License-Identifier: Apache-2.0
// What frames of every kind need to become binary relations: arguments by role, and the clause made
// from a pair of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"

namespace dossier::extract::clause {

/// What a frame says, sorted by role.
struct Parts {
  std::vector<Argument> subjects, objects, recipients;
  const FrameArgument* attribute = nullptr;
  std::vector<const FrameArgument*> obliques;
  std::vector<const FrameArgument*> complements;
  std::optional<std::uint32_t> time;
};

class RelationWriter {
 public:
  RelationWriter(const Sentence& sentence, const Frame& frame);

 protected:
  const Token& token(std::uint32_t i) const { return sentence_.tokens[i]; }
  double sure() const { return frame_.confidence; }
  /// The name of the construction, for k:rule.
  bool has_time() const;
  std::string rule() const;

  /// Whether a clause follows: "agreed to ...", "said that ..."; not "because ...".
  bool governs() const;
  bool is_governed(const FrameArgument& complement) const;
  /// "With the blockade, ...": a circumstance, unless it is a place.
  bool is_fronted(const FrameArgument& oblique) const;
  /// "far from indifferent", "dealt with harshly", "held in 657".
  bool is_no_thing(const FrameArgument& oblique) const;
  /// "raised prices to $ 5": how much, not to whom.
  bool is_amount(const FrameArgument& oblique) const;
  /// Whether a prepositional phrase makes no relation of its own.
  bool skipped(const FrameArgument& oblique) const;
  /// The number that the argument's head belongs to; null if none.
  const Quantity* quantity(const Argument& argument) const;
  const Mention* name(const Argument& argument) const;
  bool is_place(const Argument& argument) const;
  bool is_pronoun(const Argument& argument) const;
  /// "whose brother", "what role": not known whose, which; a bare "that".
  bool is_open(const Argument& argument) const;

  bool is_reciprocal(const Argument& argument) const;

  /// Makes a name after "in" or "at" the place of all that is added later.
  void find_place();
  Clause base(const Argument& subject, const std::string& relation, double sureness,
              const std::string& rule) const;
  /// A clause for each pair.
  void add(const std::vector<Argument>& subjects, const std::string& relation,
           const std::vector<Argument>& objects, double sureness, const std::string& rule,
           bool passive = false);
  /// A clause without an object for each subject.
  void add_bare(const std::vector<Argument>& subjects, double sureness, bool passive);
  /// "worked at the bank for twelve years": how long, beside another phrase.
  bool is_duration(const FrameArgument& oblique) const;
  bool is_side_duration(const FrameArgument& oblique) const;
  std::optional<std::uint32_t> own_time(const Argument& argument) const;
  bool stands_behind_argument(std::uint32_t token) const;
  /// Each prepositional phrase as a relation of its own; returns how many there were.
  std::size_t add_obliques(const std::vector<Argument>& subjects, const std::string& stem,
                           double sureness, const std::string& rule, bool passive);
  /// "involved in implementing projects".
  std::size_t add_gerunds(const std::vector<Argument>& subjects, const std::string& stem,
                          double sureness, const std::string& rule, bool passive);

  const Sentence& sentence_;
  const Frame& frame_;
  Parts parts_;
  std::string verb_;   ///< the frame's lemma without the noun of a light verb
  std::string light_;  ///< with it; empty for other verbs
  std::vector<Clause> clauses_;
  std::optional<Argument> place_;
  double factor_ = 1.0;
};

}  // namespace dossier::extract::clause
