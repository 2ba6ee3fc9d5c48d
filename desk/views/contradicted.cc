// SPDX-License-Identifier: Apache-2.0
#include "desk/views/contradicted.h"

#include <algorithm>
#include <map>
#include <string>

#include "extract/conflict/single_valued.h"

namespace dossier {
namespace {

/// "1950" and "1950-05-03" can both be so.
bool differ(const FactRow& a, const FactRow& b) {
  const std::string& one = a.triple.object.value();
  const std::string& other = b.triple.object.value();
  return !one.starts_with(other) && !other.starts_with(one);
}

}  // namespace

std::vector<Term> contradicted_relations(const KnowledgeBase& kb,
                                         const std::vector<FactRow>& rows) {
  using When = extract::SingleValued::When;
  std::map<Term, std::vector<const FactRow*>> by_relation;
  for (const FactRow& row : rows) by_relation[row.triple.predicate].push_back(&row);
  std::vector<Term> out;
  for (const auto& [relation, single] : extract::single_valued_relations(kb, "")) {
    const auto found = by_relation.find(relation);
    if (single.object == When::no || found == by_relation.end()) continue;
    const bool always = single.object == When::always;
    const std::vector<const FactRow*>& all = found->second;
    const bool contradicted = std::any_of(all.begin(), all.end(), [&](const FactRow* one) {
      return std::any_of(all.begin(), all.end(), [&](const FactRow* other) {
        return differ(*one, *other) && (always || (one->time.empty() && other->time.empty()));
      });
    });
    if (contradicted) out.push_back(relation);
  }
  return out;
}

}  // namespace dossier
