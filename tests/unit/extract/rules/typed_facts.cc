// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/extract/rules/typed_facts.h"

#include <algorithm>

#include "extract/export/fact_list.h"
#include "extract/graph/vocabulary.h"
#include "extract/rules/rule_set.h"
#include "extract/rules/rules_access.h"
#include "tests/unit/extract/analysed_text.h"

namespace dossier::test {

using extract::Analysis;
using extract::FactNode;
using extract::Modality;
using extract::Sentence;
using extract::TypedFact;

Analysis ruled(const std::string& text, const Rules& rules) {
  return analysed(text, "2021-03-10", {.rules = &extract::RulesAccess::set(rules)});
}

namespace {

std::string name(const Analysis& analysis, const FactNode& node) {
  if (node.quantity) return analysis.sentences[node.sentence].quantities[*node.quantity].text;
  return node.entity ? analysis.entities[*node.entity].label : node.term.value();
}

std::string flags(const Analysis& analysis, const Sentence& sentence, const TypedFact& fact) {
  const extract::Claim& said = fact.said;
  std::string result;
  const auto add = [&](const std::string& flag) { result += (result.empty() ? "" : " ") + flag; };
  if (said.negated) add("not");
  if (said.modality != Modality::asserted) add(std::string(extract::modality_name(said.modality)));
  if (fact.time)
    add("time=" + fact.time->value());
  else if (said.time)
    add("time=" + sentence.times[*said.time].value);
  if (said.place) add("place=" + analysis.entities[*said.place->entity].label);
  if (said.attributed && said.attributed->entity)
    add("by=" + analysis.entities[*said.attributed->entity].label);
  return result;
}

}  // namespace

std::vector<std::string> typed_facts(const Analysis& analysis, std::string_view rule) {
  std::vector<std::string> result;
  for (const Sentence& sentence : analysis.sentences) {
    for (const TypedFact& fact : sentence.typed_facts) {
      if (!rule.empty() && fact.said.rule != rule) continue;
      std::string line = name(analysis, fact.subject) + " | " +
                         extract::short_name(fact.predicate) + " | " + name(analysis, fact.object);
      const std::string said = flags(analysis, sentence, fact);
      result.push_back(said.empty() ? line : line + " | " + said);
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace dossier::test
