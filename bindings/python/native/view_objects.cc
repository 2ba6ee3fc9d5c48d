// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/view_objects.h"

#include <string_view>

#include "bindings/python/native/terms.h"
#include "model/utf8.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

bool is_nothing(const Term& term) { return term == Term(); }

/// Spans of bytes as Python counts: in code points. They are in order.
py::list characters(std::string_view text, const TextSpans& spans) {
  py::list list;
  for (const auto& [begin, end] : spans)
    list.append(
        py::make_tuple(utf8::length(text.substr(0, begin)), utf8::length(text.substr(0, end))));
  return list;
}

void append_span(py::list& list, std::uint64_t begin, std::uint64_t end) {
  if (begin < end) list.append(py::make_tuple(begin, end));
}

py::list spans_of(const FactRow& row) {
  py::list list;
  for (const auto& [begin, end] : {row.subject_span, row.predicate_span, row.object_span})
    append_span(list, begin, end);
  return list;
}

py::object period_object(const Period& period) {
  return view("Period", period.from, period.to, period.time, period.text, period_text(period));
}

py::list arguments_of(const FactRow& row) {
  py::list list;
  for (const auto& [name, value] : row.arguments)
    list.append(py::make_tuple(name, to_python(value)));
  return list;
}

}  // namespace

py::object node_or_none(const Term& term) {
  return is_nothing(term) ? py::none() : to_python(term);
}

py::object to_object(const NamedTerm& named) {
  const bool nothing = named.kind == "none";
  return view("NamedTerm", nothing ? py::none() : to_python(named.term), named.label, named.kind);
}

py::object to_object(const FoundEntity& found) {
  return view("FoundEntity", to_python(found.entity), to_python(found.entity_class), found.label,
              found.name, found.mentions);
}

py::object to_object(const FoundDocument& found) {
  return view("FoundDocument", to_python(found.document), found.headline, found.date);
}

py::object to_object(const FoundSentence& found) {
  return view("FoundSentence", to_python(found.sentence), to_python(found.document), found.headline,
              found.date, found.speaker, found.text, characters(found.text, found.marks),
              found.score);
}

py::object to_object(const FactRow& row) {
  const bool has_triple = row.triple.predicate.is_iri();
  return view(
      "Fact", "fact"_a = node_or_none(row.fact),
      "triple"_a = has_triple ? to_python(row.triple) : py::none(), "subject"_a = row.subject,
      "predicate"_a = row.predicate, "object"_a = row.object, "polarity"_a = row.polarity,
      "modality"_a = row.modality, "asserted"_a = row.asserted, "qualifier"_a = row.qualifier(),
      "status"_a = row.status(), "time"_a = period_object(row.time), "place"_a = row.place,
      "document"_a = node_or_none(row.document), "sentence"_a = node_or_none(row.sentence),
      "headline"_a = row.headline, "date"_a = row.date, "text"_a = row.text, "begin"_a = row.begin,
      "end"_a = row.end, "spans"_a = spans_of(row), "speaker"_a = row.speaker,
      "attributed_to"_a = row.attributed_to, "index"_a = row.index, "page"_a = row.page,
      "confidence"_a = row.confidence, "arguments"_a = arguments_of(row));
}

py::object to_object(const MentionCount& count) {
  return view("MentionCount", to_python(count.thing), count.name, count.date, count.sentences);
}

}  // namespace dossier::python
