// SPDX-License-Identifier: Apache-2.0
// Writes each sentence with its facts and the rule or construction behind them.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "extract/export/document_facts.h"
#include "extract/export/fact_list.h"
#include "extract/graph/data_model.h"
#include "extract/graph/vocabulary.h"

namespace dossier::extract {

namespace {

std::string name(const FactList& list, const Term& term) {
  const bool nameless = list.is_quantity(term) || list.is_individual(term);
  return nameless ? fmt::format("[{}]", list.label(term)) : short_name(term);
}

/// Whatever keeps the fact from being asserted, and when and where it is said to be.
std::string circumstances(const FactList& list, const ShownFact& fact) {
  std::string result;
  const auto add = [&](std::string_view predicate, std::string_view before) {
    const auto found = fact.says.find(std::string(predicate));
    if (found == fact.says.end()) return;
    const bool literal = found->second.is_literal();
    result +=
        fmt::format("  {}{}", before, literal ? found->second.value() : name(list, found->second));
  };
  add(k::kPolarity, "");
  add(k::kModality, "");
  add(k::kTime, "time ");
  if (!fact.says.contains(std::string(k::kTime))) add(k::kTimeText, "time ");
  add(k::kPlace, "place ");
  return result;
}

}  // namespace

void write_trace(const DocumentFacts& facts, std::ostream& out) {
  const FactList list(facts.quads);
  for (const Sentence& sentence : facts.analysis.sentences) {
    const Document& document = facts.analysis.document;
    const auto found = list.of_sentence(sentence_iri(document.slug, sentence.index).value());
    if (found.empty()) continue;
    out << fmt::format("[{}] {}\n", sentence.index, single_line(document, sentence.span));
    for (const ShownFact* fact : found) {
      const Term& object = fact->triple.object;
      out << fmt::format("    {}  {} {}{}  {}{}\n", text_of(fact->says, k::kRule),
                         name(list, fact->triple.subject), short_name(fact->triple.predicate),
                         is_no_object(object) ? "" : " " + name(list, object),
                         text_of(fact->says, k::kConfidence), circumstances(list, *fact));
    }
  }
}

}  // namespace dossier::extract
