// SPDX-License-Identifier: Apache-2.0
// A user's correction of an entity, and how it changes one graph.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dossier/term.h"

namespace dossier::extract {

/// Two things are one, or one thing is two. Names and classes are those of the time of the
/// decision, before it was carried out.
struct Decision {
  enum class Kind : std::uint8_t { merge, split_name, split_document };

  std::uint64_t number = 0;  ///< in the order they were taken, and are carried out
  Kind kind = Kind::merge;
  std::string date;  ///< xsd:dateTime
  Term entity;       ///< what stays: another is merged into it, or a part is taken out of it
  Term other;        ///< what is merged into it, or the part
  std::string entity_label, other_label;
  std::vector<Term> entity_classes, other_classes;
  /// Merge: the names `other` has and `entity` has not. Split: the name taken out.
  std::vector<std::string> names;
  std::string rest_label;        ///< split_name: what `entity` is called without the name
  std::optional<Term> document;  ///< split_document: the only graph it concerns
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
