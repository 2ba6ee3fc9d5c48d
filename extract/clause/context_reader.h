// SPDX-License-Identifier: Apache-2.0
// Reads the contexts of one sentence's predicates (context.h). context.cc says how; its files are
// those of the links between clauses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/clause/context.h"

namespace dossier::extract::clause {

class ContextReader {
 public:
  explicit ContextReader(const Reading& reading)
      : reading_(reading),
        tree_(reading.tree),
        contexts_(reading.predicates.size()),
        visited_(reading.predicates.size(), false) {}

  std::vector<Context> read();

 private:
  const Predicate& predicate(std::size_t p) const { return reading_.predicates[p]; }
  static bool order(const Predicate& verb) { return verb.form.bare && !verb.subject; }

  // context.cc: what a predicate says itself, and from where it hangs.
  void visit(std::size_t p);
  bool tells_what_came(std::uint32_t head) const;
  bool is_usual(std::uint32_t head) const;
  bool is_optative(const Predicate& here) const;
  static bool is_wish(const std::string& lemma);
  void share(std::size_t p);
  bool joined_by_or(const Predicate& here) const;
  void govern(std::size_t p);
  // context_doubt.cc: "whether", "allegedly", "a law that ..." where there may be none.
  void question_mark(std::size_t p);
  void doubt(std::size_t p);
  bool is_alternative(const Predicate& here) const;
  bool is_new(std::uint32_t noun, const Predicate& above) const;
  void below_new_noun(std::size_t p);

  void main_clause(std::size_t p);
  bool goes_on(const Predicate& here) const;
  bool hangs_from_denied_noun(const Predicate& here) const;
  void inherit_source(std::size_t p);
  std::optional<std::uint32_t> according_to(std::uint32_t head) const;
  void add_late_source(std::size_t p);
  void note_source(std::size_t p, const Predicate& said);

  // context_complements.cc: below "say", "hope", "the news that ...", "agree to", "urge X to".
  void complement(std::size_t p);
  void below_state(std::size_t p, std::uint32_t state);
  bool is_indirect_question(std::uint32_t head) const;
  bool is_refused(std::uint32_t noun) const;
  void below_noun(std::size_t p, std::uint32_t noun);
  void below_adjective(std::size_t p, const Predicate& verb);
  bool is_feasible(const Predicate& here) const;
  void feasible(std::size_t p);
  void below_verb(std::size_t p, std::size_t above);
  bool is_false_report(const Predicate& verb) const;
  bool is_subjunctive(const Predicate& here, const Predicate& verb) const;
  void take_over(std::size_t p, const Predicate& verb, const Context& outer);
  bool is_parted(std::uint32_t head, std::uint32_t verb) const;
  bool is_first_person(std::uint32_t noun) const;
  bool is_somebody(std::uint32_t noun) const;
  bool is_yet_to_come(const Predicate& verb) const;
  void controlled(std::size_t p);

  // context_adverbials.cc: "because ...", "if ...", "to help".
  void adverbial(std::size_t p);
  bool has_other_subject(const Predicate& here, const std::string& mark) const;
  void subordinate(std::size_t p, const std::string& mark);
  void accused(std::size_t p);
  void purpose(const Predicate& here, Context& context) const;
  static void soften(Context& context);

  const Reading& reading_;
  const Tree& tree_;
  std::vector<Context> contexts_;
  std::vector<bool> visited_;
};

}  // namespace dossier::extract::clause
