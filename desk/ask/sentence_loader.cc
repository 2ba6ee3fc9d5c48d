// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/sentence_loader.h"

#include "desk/ask/patterns.h"
#include "desk/views/rows.h"
#include "model/vocabulary.h"

namespace dossier::asking {

std::vector<Answer> SentenceLoader::load(const std::vector<Term>& sentences,
                                         const Prefixes& prefixes) {
  const std::string values = value_list(sentences, prefixes);
  for (const Row& row :
       kb_.query("SELECT ?sentence ?text ?document ?begin ?end ?index ?headline ?date WHERE { "
                 "VALUES ?sentence " +
                     values +
                     " ?sentence k:text ?text ; k:partOf ?document ; k:begin ?begin ; k:end ?end ; "
                     "k:index ?index OPTIONAL { ?document schema:headline ?headline } OPTIONAL { "
                     "?document schema:datePublished ?date } } ORDER BY ?sentence",
                 options_))
    add(row);
  for (const Row& row : kb_.query(
           "SELECT ?sentence ?entity ?label ?class ?begin ?end WHERE { VALUES ?sentence " + values +
               " ?mention k:partOf ?sentence ; k:of ?entity ; k:begin ?begin ; k:end ?end . "
               "?entity a ?class ; rdfs:label ?label } ORDER BY ?sentence ?begin ?end "
               "?entity ?class",
           options_))
    add_name(row);
  return std::move(answers_);
}

std::string SentenceLoader::around(const FactRow& fact) const {
  QueryOptions own = options_;
  own.parameters = {{"document", fact.document},
                    {"index", Term::integer(static_cast<std::int64_t>(fact.index))}};
  std::string out = fact.headline;
  for (const Row& row :
       kb_.query("SELECT ?text WHERE { ?one k:partOf $document ; k:index ?at ; k:text ?text "
                 "FILTER(?at >= $index - 5 && ?at <= $index + 1 && ?at != $index) } ORDER BY ?at",
                 own))
    out += "\n" + text_of(row["text"]);
  return out;
}

void SentenceLoader::add(const Row& row) {
  Answer answer;
  FactRow& fact = answer.fact;
  take_sentence(row, fact);
  fact.index = row["index"].as<std::uint64_t>();
  if (!begins_.emplace(fact.sentence, fact.begin).second) return;
  answers_.push_back(std::move(answer));
}

void SentenceLoader::add_name(const Row& row) {
  const auto sentence = begins_.find(*row["sentence"]);
  if (sentence == begins_.end()) return;
  const auto begin = row["begin"].as<std::uint64_t>();
  const auto end = row["end"].as<std::uint64_t>();
  if (begin < sentence->second || end <= begin) return;
  const extract::TextSpan span{static_cast<std::uint32_t>(begin - sentence->second),
                               static_cast<std::uint32_t>(end - sentence->second)};
  std::vector<NamedPlace>& names = names_[sentence->first];
  const bool same =
      !names.empty() && names.back().span == span && names.back().thing == *row["entity"];
  if (!same) names.push_back({span, *row["entity"], text_of(row["label"]), {}, true});
  const Term kind = *row["class"];
  names.back().classes.push_back(kind);
  for (const std::string_view local : {"Concept", "Individual", "Quantity"})
    if (kind == Term::iri(vocabulary::iri(vocabulary::kDossier, local))) names.back().named = false;
}

}  // namespace dossier::asking
