// SPDX-License-Identifier: Apache-2.0
// Lists the facts among a document's quads, with the properties of their reifiers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "dossier/quad.h"

namespace dossier::extract {

/// Term values by predicate; of several the first.
using Properties = std::unordered_map<std::string, Term>;

struct ShownFact {
  Triple triple;
  Properties says;
  bool asserted = false;
};

class FactList {
 public:
  explicit FactList(const std::vector<Quad>& quads);

  /// In the order they were written: by sentence.
  const std::vector<ShownFact>& facts() const { return facts_; }
  /// Facts of a sentence, by its IRI.
  std::vector<const ShownFact*> of_sentence(const std::string& sentence) const;
  /// The rdfs:label of a node; its IRI with a prefix if it has none.
  std::string label(const Term& term) const;
  bool is_quantity(const Term& term) const { return quantities_.contains(term.value()); }
  /// A thing without a name: its IRI says nothing.
  bool is_individual(const Term& term) const { return individuals_.contains(term.value()); }

 private:
  std::vector<ShownFact> facts_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_sentence_;
  std::unordered_map<std::string, std::string> labels_;       ///< by IRI
  std::unordered_set<std::string> quantities_, individuals_;  ///< IRIs
};

/// "e:Anna_Berg", "r:visit", `"President"`.
std::string short_name(const Term& term);
/// The lexical form of what a fact says; empty if it says nothing.
std::string_view text_of(const Properties& says, std::string_view predicate);

}  // namespace dossier::extract
