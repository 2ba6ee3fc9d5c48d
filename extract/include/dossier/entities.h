// SPDX-License-Identifier: Apache-2.0
// Entities as people see and correct them: what is known by which mention, what two are one, what
// one is two, what it is called. Decisions are kept in the graph k:decisions and
// hold for later documents too.
//
// Threads: as the knowledge base given. Functions of a const KnowledgeBase read one state of it and
// may run at the same time as anything; the others are writers, one at a time.
// Errors: every failure is a dossier::Error and leaves the knowledge base as it was. Functions that
// write throw Error(storage) and Error(conflict) as KnowledgeBase::update() does.
// Lifetime: results hold copies and outlive the knowledge base.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"
#include "dossier/term.h"

namespace dossier {

/// A place in a document that was read as an entity.
struct EntityMention {
  Term document;
  Term sentence;
  std::uint64_t index = 0;  ///< of the sentence
  std::string text;
  std::uint64_t begin = 0, end = 0;  ///< code points into the document's text
  std::string sieve;                 ///< the rule that decided it
  std::string antecedent;            ///< the words of the mention it rests on; empty: none
};

/// A decision about entities, a fact or a proposal (dossier/fact_corrections.h), for showing.
struct EntityDecision {
  enum class Kind : std::uint8_t {
    merge,
    split_name,
    split_document,
    rename,
    reject_fact,
    refuse_proposal
  };
  std::uint64_t number = 0;
  Kind kind = Kind::merge;
  std::string date;
  Term entity;       ///< kept by a merge; what a split takes a part of; renamed; the rejected fact
  Term other;        ///< merged into it; or the part
  std::string name;  ///< that a split takes out; the new one; the name of the proposal
  std::optional<Term> document;  ///< of a split by document, of a rejected fact
  std::string text;              ///< of a rejected fact: the sentence
};

struct EntityCard {
  Term entity;
  std::string label;
  std::vector<Term> classes;
  std::vector<std::string> aliases;
  std::vector<EntityMention> mentions;    ///< by document and place
  std::vector<EntityDecision> decisions;  ///< that name the entity, by number
};

/// Everything about how an entity came to be. All empty for an unknown one.
DOSSIER_API EntityCard entity_card(const KnowledgeBase& kb, const Term& entity);

/// The present second in UTC as an xsd:dateTime: the date of a decision that is made now.
DOSSIER_API std::string decision_time();

/// Makes `gone` one with `kept`: every triple about it is about `kept` then, its names are aliases.
/// One transaction; throws Error(input) where nothing is said of one of them or they are the same.
/// `date` is an xsd:dateTime. Later documents that speak of either speak of `kept`.
DOSSIER_API EntityDecision merge_entities(KnowledgeBase& kb, const Term& kept, const Term& gone,
                                          const std::string& date);
/// Takes the mentions written `name` out into an entity of their own, with the facts they are
/// arguments of. Throws Error(input) when no mention is written so, or it is the only name.
DOSSIER_API EntityDecision split_name(KnowledgeBase& kb, const Term& entity,
                                      const std::string& name, const std::string& date);
/// Takes one document's mentions out into an entity of their own. Throws Error(input) when the
/// document has none, or no other document has.
DOSSIER_API EntityDecision split_document(KnowledgeBase& kb, const Term& entity,
                                          const Term& document, const std::string& date);

/// Calls it `name`; what it was called becomes another name. Documents that are read later and use
/// the new name mean this entity. Throws Error(input) when nothing is said of it, it has that
/// label, or the name is empty.
DOSSIER_API EntityDecision rename_entity(KnowledgeBase& kb, const Term& entity,
                                         const std::string& name, const std::string& date);

/// Takes a decision back, exactly; those after it are carried out anew. Throws Error(input) when
/// there is none of that number.
DOSSIER_API void undo_decision(KnowledgeBase& kb, std::uint64_t number);

/// By number.
DOSSIER_API std::vector<EntityDecision> entity_decisions(const KnowledgeBase& kb);

}  // namespace dossier
