// SPDX-License-Identifier: Apache-2.0
// The relations declared to have a single value.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/quad.h"
#include "dossier/term.h"

namespace dossier::extract {

/// In what way a relation is single-valued; none if it is not.
struct SingleValued {
  enum class When : unsigned char { no, always, at_a_time, of_things, in_a_year };
  When object = When::no;
  When subject = When::no;
  When time = When::no;
  When amount = When::no;
  std::set<Term> counted_by;  ///< relations that give the amount the other way round
};

/// By relation.
using SingleValuedRelations = std::map<Term, SingleValued>;

/// The text of extract/conflict/single_valued.ttl.
std::string_view builtin_single_valued();
/// Takes in what a triple declares; others are passed over.
void declare_single_valued(const Triple& triple, SingleValuedRelations& relations);
/// The built-in ones, those that triples of the knowledge base declare, and those of `turtle`.
/// Throws Error(syntax) for faulty Turtle.
SingleValuedRelations single_valued_relations(const KnowledgeBase& kb, std::string_view turtle);

}  // namespace dossier::extract
