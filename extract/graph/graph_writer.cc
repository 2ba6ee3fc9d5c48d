// SPDX-License-Identifier: Apache-2.0
#include "extract/graph/graph_writer.h"

#include "extract/graph/time_bounds.h"
#include "extract/graph/vocabulary.h"
#include "extract/text/unicode.h"
#include "model/vocabulary.h"

namespace dossier::extract {

void GraphWriter::add(const Term& subject, std::string_view predicate, const Term& object) const {
  if (wants(predicate)) sink_({subject, iri(predicate), object, graph_});
}

void GraphWriter::type(const Term& subject, std::string_view class_iri) const {
  if (wants(class_iri)) add(subject, vocabulary::rdf::kType, iri(class_iri));
}

void GraphWriter::text(const Term& subject, std::string_view predicate,
                       std::string_view value) const {
  if (!value.empty() && wants(predicate)) add(subject, predicate, Term::string(well_formed(value)));
}

void GraphWriter::number(const Term& subject, std::string_view predicate,
                         std::uint64_t value) const {
  add(subject, predicate, Term::integer(static_cast<std::int64_t>(value)));
}

void GraphWriter::quantity(const Term& node, const Quantity& quantity) const {
  type(node, k::kQuantity);
  if (!quantity.value.empty()) add(node, k::kValue, number_literal(quantity.value));
  if (!quantity.value_max.empty()) add(node, k::kValueMax, number_literal(quantity.value_max));
  text(node, k::kUnit, quantity.unit);
  if (quantity.approximate) add(node, k::kApproximate, Term::boolean(true));
  text(node, kLabel, quantity.text);
}

void GraphWriter::time(const Term& node, const TimeExpression& time, std::string_view words) const {
  if (!time.value.empty()) add(node, k::kTime, time_literal(time.value));
  const TimeBounds bounds = bounds_of(time);
  if (!bounds.from.empty()) add(node, k::kFrom, time_literal(bounds.from));
  if (!bounds.to.empty()) add(node, k::kTo, time_literal(bounds.to));
  text(node, k::kTimeText, words);
}

void GraphWriter::entity_class(const Term& entity, MentionType type_of) const {
  type(entity, class_iri(type_of).value());
  if (type_of == MentionType::country || type_of == MentionType::city) type(entity, kPlace);
}

}  // namespace dossier::extract
