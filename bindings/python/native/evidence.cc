// SPDX-License-Identifier: Apache-2.0
// The sentences behind facts, and conflicts between them.
#include "bindings/python/native/evidence.h"

#include <utility>

#include "bindings/python/native/handles.h"
#include "bindings/python/native/named.h"
#include "bindings/python/native/options.h"
#include "bindings/python/native/reports.h"
#include "bindings/python/native/terms.h"
#include "dossier/conflicts.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

py::object why(const KnowledgeBaseObject& self, const py::object& subject,
               const py::object& predicate, const py::object& object,
               const std::optional<std::size_t>& limit, std::size_t offset,
               const py::object& timeout) {
  const Named of(subject, "the subject");
  const Named relation(predicate, "the predicate");
  const Named value(object, "the object");
  const EvidenceOptions options{.offset = offset,
                                .limit = limit,
                                .cancellation = Call::token(),
                                .timeout = to_milliseconds(timeout)};
  const std::vector<Evidence> found = self.run([&](KnowledgeBase& kb) {
    const FactPattern pattern{.subject = of.term(kb, TermUse::subject),
                              .predicate = relation.term(kb, TermUse::predicate),
                              .object = value.term(kb, TermUse::object)};
    return evidence_of(kb, pattern, options);
  });
  py::list list;
  for (const Evidence& evidence : found) list.append(to_object(evidence));
  return report("EvidenceList", list);
}

py::list all_conflicts(const KnowledgeBaseObject& self, const std::string& relations) {
  py::list list;
  for (const Conflict& conflict :
       self.run([&](KnowledgeBase& kb) { return conflicts(kb, relations); })) {
    list.append(report("Conflict", name_of(conflict.kind), to_object(conflict.one),
                       to_object(conflict.other), conflict.one_sentences,
                       conflict.other_sentences));
  }
  return list;
}

}  // namespace

py::object to_object(const Evidence& evidence) {
  return report("Evidence", "fact"_a = to_python(evidence.fact),
                "document"_a = to_python(evidence.document),
                "sentence"_a = to_python(evidence.sentence), "headline"_a = evidence.headline,
                "date"_a = evidence.date, "source_file"_a = evidence.source_file,
                "speaker"_a = evidence.speaker, "attributed_to"_a = evidence.attributed_to,
                "text"_a = evidence.text, "begin"_a = evidence.begin, "end"_a = evidence.end,
                "spans"_a = evidence.spans, "polarity"_a = evidence.polarity,
                "modality"_a = evidence.modality, "time"_a = evidence.time,
                "time_from"_a = evidence.time_from, "time_to"_a = evidence.time_to,
                "time_text"_a = evidence.time_text, "place"_a = evidence.place,
                "confidence"_a = evidence.confidence, "asserted"_a = evidence.asserted);
}

void bind_evidence(KnowledgeBaseClass& bound) {
  bound
      .def("why", &why, "subject"_a = py::none(), "predicate"_a = py::none(),
           "object"_a = py::none(), py::kw_only(), "limit"_a = py::none(), "offset"_a = 0,
           "timeout"_a = py::none(),
           "The sentences that say a fact. None is any; a str is a term in Turtle syntax or the "
           "name of a thing.")
      .def("conflicts", &all_conflicts, "relations"_a = "",
           "Facts that cannot both be so. relations is a Turtle text that declares more of the "
           "relations that have one value.");
}

}  // namespace dossier::python
