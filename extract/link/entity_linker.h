// SPDX-License-Identifier: Apache-2.0
// Finds the IRI of each entity of a document: one IRI for one thing in the whole knowledge base.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/corrections/decisions.h"
#include "extract/document.h"
#include "extract/graph/graph_reader.h"

namespace dossier::extract {

/// An entity of a document as the knowledge base knows it.
struct NamedEntity {
  Term iri;
  std::string label;             ///< the fullest name, the document's or the knowledge base's
  std::set<std::string> names;   ///< those the document uses
  std::vector<Term> old_labels;  ///< of the knowledge base, to replace by the fuller label
  MentionType type = MentionType::unknown;
  std::vector<Term> namesakes;    ///< loaded things of its name that may be it, or not
  std::optional<Term> old_class;  ///< the knowledge base's guess, where this document knows better
};

/// Finds the IRI of each entity of `analysis`: a thing of the same name and a fitting class that is
/// known already, read or loaded, or a new one. Where only the name agrees with something that was
/// loaded, that is a namesake, for people to decide about. An individual belongs to its document,
/// so nothing known is meant. A bare surname is a known person only if a post agrees. The names are
/// those without people's decisions, which Decisions::apply() then applies; an entity under a
/// decision keeps its label.
class EntityLinker {
 public:
  /// `decisions` are those of `known`. All must outlive the object.
  EntityLinker(const Analysis& analysis, const GraphReader& known, const Decisions& decisions);

  const NamedEntity& operator[](std::uint32_t entity) const { return names_[entity]; }

 private:
  void name(std::uint32_t entity);
  std::optional<Term> find_known(std::uint32_t entity) const;
  std::optional<Term> known_by(const std::string& form, std::string_view predicate,
                               MentionType type) const;
  std::optional<Term> known_person(std::uint32_t entity) const;
  std::vector<Term> holders_of_roles(std::uint32_t entity) const;
  std::optional<Term> decided(const std::string& label, MentionType type) const;
  bool take_doubtful(NamedEntity& named, const Entity& thing);
  std::optional<Term> known_body(const Entity& thing) const;
  bool same_origin(const Term& candidate) const;
  static bool is_linkable(const Term& candidate);
  std::vector<Term> namesakes(const Entity& thing, const Term& own) const;
  bool is_loaded_as(const Term& candidate, std::string_view predicate, const Term& name) const;
  bool class_fits(const Term& candidate, MentionType type) const;
  Term mint(const std::string& label);
  void choose_label(NamedEntity& named, const Entity& entity) const;

  const Analysis& analysis_;
  const GraphReader& known_;
  const Decisions& decisions_;
  std::vector<NamedEntity> names_;
  std::unordered_set<std::string> taken_;
  std::uint32_t individuals_ = 0;  ///< named so far
};

}  // namespace dossier::extract
