// SPDX-License-Identifier: Apache-2.0
// Collects what the knowledge base has about one entity: see dossier/entities.h.
#include <algorithm>
#include <tuple>

#include "dossier/entities.h"
#include "extract/graph/graph_reader.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"
#include "storage/store.h"

namespace dossier {

namespace {

using extract::GraphReader;
namespace k = extract::k;

EntityMention read_mention(const GraphReader& known, const Term& node) {
  EntityMention mention;
  mention.sentence = known.object(node, k::kPartOf).value_or(Term());
  mention.document = known.object(mention.sentence, k::kPartOf).value_or(Term());
  mention.index = known.number(mention.sentence, k::kIndex);
  mention.text = known.text(node, k::kText);
  mention.begin = known.number(node, k::kBegin);
  mention.end = known.number(node, k::kEnd);
  mention.sieve = known.text(node, k::kResolvedBy);
  if (const auto antecedent = known.object(node, k::kAntecedent))
    mention.antecedent = known.text(*antecedent, k::kText);
  return mention;
}

}  // namespace

EntityCard entity_card(const KnowledgeBase& kb, const Term& entity) {
  const GraphReader known(kb.store().snapshot());
  EntityCard card;
  card.entity = entity;
  card.label = known.text(entity, extract::kLabel);
  card.classes = known.objects(entity, vocabulary::rdf::kType);
  for (const Term& name : known.objects(entity, extract::kAltLabel))
    card.aliases.push_back(name.value());
  std::sort(card.aliases.begin(), card.aliases.end());
  for (const Term& node : known.subjects(k::kOf, entity))
    card.mentions.push_back(read_mention(known, node));
  std::sort(card.mentions.begin(), card.mentions.end(),
            [](const EntityMention& a, const EntityMention& b) {
              return std::tie(a.document, a.begin, a.end) < std::tie(b.document, b.begin, b.end);
            });
  for (EntityDecision& decision : entity_decisions(kb))
    if (decision.entity == entity || decision.other == entity)
      card.decisions.push_back(std::move(decision));
  return card;
}

}  // namespace dossier
