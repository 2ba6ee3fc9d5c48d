// SPDX-License-Identifier: Apache-2.0
// A user's correction of an entity or a fact, and how it changes one graph.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dossier/term.h"

namespace dossier::extract {

/// A fact by what it was read from, which stays when the facts of a document get other numbers.
struct Reading {
  Term fact;                              ///< its IRI at the time of the decision
  Term relation;                          ///< the predicate
  std::string sentence, subject, object;  ///< as written
  std::string saying;                     ///< "asserted", "denied", or the modality
};

/// Two things are one, one thing is two, a thing has another name, a fact is none, or a proposal
/// was refused. Names and classes are those of the time of the decision, before it was carried out.
struct Decision {
  enum class Kind : std::uint8_t {
    merge,
    split_name,
    split_document,
    rename,  ///< names: the new label
    reject,  ///< of the fact `reading` in `document`
    refuse,  ///< changes nothing: `proposal` is not made again
  };

  std::uint64_t number = 0;  ///< in the order they were taken, and are carried out
  Kind kind = Kind::merge;
  std::string date;  ///< xsd:dateTime
  Term entity;       ///< what stays: another is merged into it, or a part is taken out of it
  Term other;        ///< what is merged into it, or the part
  std::string entity_label, other_label;
  std::vector<Term> entity_classes, other_classes;
  /// Merge: the names `other` has and `entity` has not. Split: the name taken out.
  std::vector<std::string> names;
  std::string rest_label;  ///< split_name: what `entity` is called without the name
  /// split_document and reject: the only graph it concerns; of a rejection none is the default one.
  std::optional<Term> document;
  Reading reading;       ///< reject
  std::string proposal;  ///< refuse: what was proposed, as the review queue names it

  bool is_split() const { return kind == Kind::split_name || kind == Kind::split_document; }
};

using TripleSet = std::set<Triple>;

/// How a graph changes: the triples removed and the triples added.
struct Patch {
  TripleSet removed, added;

  bool empty() const { return removed.empty() && added.empty(); }
  void apply_to(TripleSet& graph) const;
};

/// What the decision does to a graph. Pure: the same graph gives the same patch, and undoing the
/// patch gives the graph back.
Patch patch_of(const Decision& decision, const TripleSet& graph, const Term& graph_name);

/// A name as a text has it, without article, possessive and quotation marks.
std::string name_in_text(const std::string& text);

}  // namespace dossier::extract
