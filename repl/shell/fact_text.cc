// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/fact_text.h"

#include <algorithm>
#include <utility>

#include "engine/results/one_line.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "model/vocabulary.h"
#include "repl/format/display_width.h"

namespace dossier::repl {

FactText::FactText(const KnowledgeBase& kb, Prefixes prefixes)
    : kb_(kb), prefixes_(std::move(prefixes)) {}

std::string FactText::thing(const Term& term) {
  if (term == Term::boolean(true)) return {};
  if (!term.is_iri() && !term.is_blank_node()) return short_text(term, prefixes_);
  const auto known = labels_.find(term);
  if (known != labels_.end()) return known->second;
  return labels_.emplace(term, one_line(label_of(kb_, term))).first->second;
}

std::string FactText::predicate(const Term& term) const {
  if (!term.value().starts_with(vocabulary::kRelation)) return short_text(term, prefixes_);
  std::string text = term.value().substr(vocabulary::kRelation.size());
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string FactText::fact(const Triple& triple) {
  std::string text = thing(triple.subject) + ' ' + predicate(triple.predicate);
  const std::string object = thing(triple.object);
  if (!object.empty()) text += ' ' + object;
  return text;
}

std::string qualifiers(const Evidence& evidence) {
  std::string text = evidence.polarity;
  if (!text.empty() && !evidence.modality.empty()) text += ", ";
  return text + evidence.modality;
}

}  // namespace dossier::repl
