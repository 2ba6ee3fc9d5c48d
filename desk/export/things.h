// SPDX-License-Identifier: Apache-2.0
// The nodes of an export: what facts are about.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/views.h"

namespace dossier::exporting {

enum class ThingKind { named, individual, concept_, quantity, value };
std::string_view name_of(ThingKind kind);

struct Thing {
  std::string id;   ///< unique in the export
  std::string iri;  ///< "" for a value and a blank node
  std::string name;
  ThingKind kind = ThingKind::named;
  std::string class_name;  ///< "Person"; "" when unknown
  std::vector<std::string> aliases;
};

/// Things by the terms of facts. A value belongs to its subject: two things with one date are not
/// joined by it.
class Things {
 public:
  /// `names`: ids are names, made different by numbers where two things share one.
  Things(const KnowledgeBase& kb, const QueryOptions& options, bool names);

  /// Looks the ends of a fact up, unless they are known.
  void add(const Triple& triple);
  /// Whether the ends of a fact are known.
  bool has(const Triple& triple) const;
  /// Of a triple that was added; the references are good until the next is.
  const Thing& subject(const Triple& triple) const { return all_[things_.at(triple.subject)]; }
  const Thing& object(const Triple& triple) const;

  /// In the order in which they were added.
  const std::vector<Thing>& all() const { return all_; }

 private:
  void add_thing(const Term& term);
  void add_value(const Term& subject, const Term& value);
  void describe(const Term& term, Thing& thing) const;
  std::string unique(std::string name);

  const KnowledgeBase& kb_;
  QueryOptions options_;
  bool names_;
  std::vector<Thing> all_;
  std::map<Term, std::size_t> things_;
  std::map<std::pair<Term, Term>, std::size_t> values_;  ///< by subject and literal
  std::map<std::string, std::size_t> taken_;             ///< names, with how often
};

}  // namespace dossier::exporting
