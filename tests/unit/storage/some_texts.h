// SPDX-License-Identifier: Apache-2.0
// A few texts in a store, and what a search finds of them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "storage/store.h"
#include "storage/text/search.h"

namespace dossier::storage {
inline const Term kLabel = Term::iri("http://www.w3.org/2000/01/rdf-schema#label");
inline const Term kText = Term::iri("urn:dossier:vocabulary:text");

inline Quad sentence(int number, const std::string& text) {
  return {Term::iri("urn:s" + std::to_string(number)), kText, Term::string(text), {}};
}

inline const std::vector<std::string> kSentences{
    "The Lake Fund and the Harbour Union met in Bergen.",
    "Anna Keller left for Kampala, and the fund left too.",
    "A ceasefire was announced; the cease-fire line holds.",
    "Talks about peace, peace talks, and more talks.",
    "José Núñez visited Tromsø with 90,000 people.",
    "The presidents leave Bergen on the left bank.",
    "北京 is far.",
};

inline void fill(Store& store) {
  const auto tx = store.begin();
  for (std::size_t i = 0; i < kSentences.size(); ++i) tx->insert(sentence(int(i), kSentences[i]));
  tx->insert(Quad{Term::iri("urn:e"), kLabel, Term::lang("Lake Fund", "en"), {}});
  tx->insert(
      Quad{Term::iri("urn:e"), Term::iri("urn:note"), Term::string("lake of no interest"), {}});
  tx->insert(Quad{Term::blank_node("m"), kText, Term::string("a mention of the lake"), {}});
  store.set_base_forms(kSentences[1], {{0, 4, "Anna"}, {12, 16, "leave"}, {43, 47, "leave"}});
  store.set_base_forms(kSentences[5], {{4, 14, "president"}, {15, 20, "leave"}, {35, 39, "left"}});
  tx->commit();
}

/// The texts that are found, the best first: the number of the sentence, or the text.
inline std::string found(const QuadSource& source, std::string_view query) {
  std::vector<TextHit> hits = TextSearch(text_index_of(source), query).hits();
  std::stable_sort(hits.begin(), hits.end(),
                   [](const TextHit& a, const TextHit& b) { return a.score > b.score; });
  std::string out;
  for (const TextHit& hit : hits) {
    const std::string text = source.term(hit.literal).value();
    const auto known = std::find(kSentences.begin(), kSentences.end(), text);
    if (!out.empty()) out += ' ';
    out += known == kSentences.end() ? text : std::to_string(known - kSentences.begin());
  }
  return out;
}
inline std::string found(const Store& store, std::string_view query) {
  return found(*store.snapshot(), query);
}

inline TextInfo info_of(const Store& store) { return text_index_of(*store.snapshot())->info(); }

}  // namespace dossier::storage
