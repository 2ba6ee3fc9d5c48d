// SPDX-License-Identifier: Apache-2.0
// Gives the arguments of clauses and frames their entities.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "extract/document.h"
#include "extract/resolve/entity_table.h"
#include "extract/resolve/individuals.h"
#include "extract/resolve/reference.h"
#include "extract/resolve/role_holders.h"

namespace dossier::extract::resolve {

/// What a phrase or pronoun means.
struct Resolved {
  std::optional<std::uint32_t> entity;
  bool pronoun = false;  ///< found by a rule for pronouns, which costs confidence
};

class ArgumentResolver {
 public:
  /// All must outlive it.
  ArgumentResolver(Analysis& analysis, EntityTable& table, const Discourse& discourse,
                   const RoleHolders& holders)
      : analysis_(analysis),
        table_(table),
        discourse_(discourse),
        holders_(holders),
        individuals_(analysis, table) {}

  /// The pronouns of the current sentence, by token, as DiscourseFeed reads them.
  std::map<std::uint32_t, Resolved>& pronouns() { return pronouns_; }

  Resolved resolve(std::uint32_t s, const Argument& argument);
  /// A resolved phrase is a mention of its entity.
  void note_mention(std::uint32_t s, TokenRange tokens, std::uint32_t entity,
                    const Provenance& provenance);

  Individuals& individuals() { return individuals_; }

  /// Fills in the clauses and frames of a sentence. Clauses with an argument that nothing can be
  /// said about are dropped.
  void fill(std::uint32_t s);
  /// Listens to the noun phrases of the sentence that are no arguments, for they may mean what is
  /// spoken of elsewhere. Comes after fill().
  void hear(std::uint32_t s);

 private:
  Sentence& sentence(std::uint32_t s) { return analysis_.sentences[s]; }
  std::optional<std::uint32_t> resolve_phrase(std::uint32_t s, const Argument& argument);
  std::optional<std::uint32_t> unnamed(std::uint32_t s, const Argument& argument,
                                       const std::string& label);
  bool is_heard(std::uint32_t s, std::uint32_t noun) const;
  void hear(std::uint32_t s, const Argument& argument);
  bool says_what_it_is(std::uint32_t s, const Argument& argument) const;
  Individuals::Possessors possessors(std::uint32_t s, const Argument& argument) const;
  void note_owner(std::uint32_t s, const Argument& argument, std::uint32_t entity);
  bool is_told(std::uint32_t s, std::uint32_t pronoun, std::uint32_t owner) const;
  void note_involved(std::uint32_t s, const Argument& argument, std::uint32_t entity);
  void attribute_quoted(std::uint32_t s, std::uint32_t token,
                        std::optional<Argument>& attributed) const;
  bool is_unread_they(std::uint32_t s, const Argument& argument) const;
  /// Who all are meant by a plural that tells it; none for others.
  std::vector<std::uint32_t> all_meant(std::uint32_t s, const Argument& argument) const;
  std::vector<Clause> opened(std::uint32_t s, const Clause& clause) const;
  void open_members(std::uint32_t s, FrameArgument& argument) const;
  void fill_frame(std::uint32_t s, Frame& frame);
  void fill_role(std::uint32_t s, Frame& frame);
  bool names_body(std::uint32_t s, const Argument& argument);
  bool is_unnamed_person(std::uint32_t s, const Argument& argument);
  std::optional<std::uint32_t> body_of_unnamed(std::uint32_t s, const Frame& role,
                                               const Argument& person);
  bool fill_clause(std::uint32_t s, Clause& clause);
  bool fill_part(std::uint32_t s, std::optional<Argument>& part, Clause& clause);
  bool fill_counted(std::uint32_t s, std::optional<Argument>& part, Clause& clause);
  std::optional<std::uint32_t> quantity_of(std::uint32_t s, const Argument& argument) const;
  bool is_rounding(std::uint32_t s, TokenRange before) const;

  Analysis& analysis_;
  EntityTable& table_;
  const Discourse& discourse_;
  const RoleHolders& holders_;
  Individuals individuals_;
  std::map<std::uint32_t, Resolved> pronouns_;
  bool role_ = false;  ///< a role's arguments are being resolved
};

}  // namespace dossier::extract::resolve
