// SPDX-License-Identifier: Apache-2.0
// Entities and their corrections.
#include "dossier/entities.h"

#include <optional>

#include "bindings/python/native/handles.h"
#include "bindings/python/native/named.h"
#include "bindings/python/native/reports.h"
#include "bindings/python/native/terms.h"
#include "dossier/evidence.h"
#include "dossier/fact_corrections.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

const char* kind_name(EntityDecision::Kind kind) {
  switch (kind) {
    case EntityDecision::Kind::merge:
      return "merge";
    case EntityDecision::Kind::split_name:
      return "split_name";
    case EntityDecision::Kind::split_document:
      return "split_document";
    case EntityDecision::Kind::rename:
      return "rename";
    case EntityDecision::Kind::reject_fact:
      return "reject_fact";
    case EntityDecision::Kind::refuse_proposal:
      break;
  }
  return "refuse_proposal";
}

/// None for a decision that has no second thing.
std::optional<Term> named(const Term& term) {
  return term == Term() ? std::nullopt : std::optional<Term>(term);
}

py::object to_object(const EntityDecision& decision) {
  return report("Decision", decision.number, kind_name(decision.kind), decision.date,
                to_python(decision.entity), to_python(named(decision.other)), decision.name,
                to_python(decision.document));
}

py::list to_list(const std::vector<EntityDecision>& decisions) {
  py::list list;
  for (const EntityDecision& decision : decisions) list.append(to_object(decision));
  return list;
}

py::object to_object(const EntityCard& card) {
  py::list classes;
  for (const Term& one : card.classes) classes.append(to_python(one));
  py::list mentions;
  for (const EntityMention& one : card.mentions) {
    mentions.append(report("Mention", to_python(one.document), to_python(one.sentence), one.index,
                           one.text, one.begin, one.end, one.sieve, one.antecedent));
  }
  return report("Entity", to_python(card.entity), card.label, classes, card.aliases, mentions,
                to_list(card.decisions));
}

py::object entity(const KnowledgeBaseObject& self, const py::object& value) {
  const Named named(value, "the entity");
  return to_object(
      self.run([&](KnowledgeBase& kb) { return entity_card(kb, named.needed_entity(kb)); }));
}

py::list with_name(const KnowledgeBaseObject& self, const std::string& name) {
  py::list list;
  for (const Term& term : self.run([&](KnowledgeBase& kb) { return entities_named(kb, name); }))
    list.append(to_python(term));
  return list;
}

py::object merge(const KnowledgeBaseObject& self, const py::object& kept, const py::object& gone) {
  const Named one(kept, "the entity that is kept");
  const Named other(gone, "the entity that goes");
  return to_object(self.run([&](KnowledgeBase& kb) {
    return merge_entities(kb, one.needed_entity(kb), other.needed_entity(kb), decision_time());
  }));
}

py::object split_by_name(const KnowledgeBaseObject& self, const py::object& value,
                         const std::string& name) {
  const Named named(value, "the entity");
  return to_object(self.run([&](KnowledgeBase& kb) {
    return split_name(kb, named.needed_entity(kb), name, decision_time());
  }));
}

py::object split_by_document(const KnowledgeBaseObject& self, const py::object& value,
                             const py::object& document) {
  const Named named(value, "the entity");
  const Term of = to_iri(document, "the document");
  return to_object(self.run([&](KnowledgeBase& kb) {
    return split_document(kb, named.needed_entity(kb), of, decision_time());
  }));
}

py::object rename(const KnowledgeBaseObject& self, const py::object& value,
                  const std::string& name) {
  const Named named(value, "the entity");
  return to_object(self.run([&](KnowledgeBase& kb) {
    return rename_entity(kb, named.needed_entity(kb), name, decision_time());
  }));
}

py::object reject(const KnowledgeBaseObject& self, const py::object& value) {
  const Term fact = to_iri(value, "the fact");
  return to_object(
      self.run([&](KnowledgeBase& kb) { return reject_fact(kb, fact, decision_time()); }));
}

void restore(const KnowledgeBaseObject& self, const py::object& value) {
  const Term fact = to_iri(value, "the fact");
  self.run([&](KnowledgeBase& kb) { restore_fact(kb, fact); });
}

py::list rejected(const KnowledgeBaseObject& self) {
  py::list list;
  for (const RejectedFact& one : self.run([](KnowledgeBase& kb) { return rejected_facts(kb); })) {
    const std::optional<Term> said =
        one.triple ? std::optional(Term::triple(*one.triple)) : std::nullopt;
    list.append(report("RejectedFact", to_object(one.decision), to_python(said), one.subject,
                       to_python(one.relation), one.object, one.saying, one.decision.text));
  }
  return list;
}

void undo(const KnowledgeBaseObject& self, std::uint64_t number) {
  self.run([&](KnowledgeBase& kb) { undo_decision(kb, number); });
}

py::list decisions(const KnowledgeBaseObject& self) {
  return to_list(self.run([](KnowledgeBase& kb) { return entity_decisions(kb); }));
}

}  // namespace

void bind_entities(KnowledgeBaseClass& bound) {
  bound
      .def("entity", &entity, "entity"_a,
           "What an entity is and where it is mentioned; it is an Iri, or a str that names one.")
      .def("entities_named", &with_name, "name"_a, "The entities with exactly this name.")
      .def("merge_entities", &merge, "kept"_a, "gone"_a,
           "Two entities are one, here and in later documents.")
      .def("split_name", &split_by_name, "entity"_a, "name"_a,
           "The mentions that are written so are another entity.")
      .def("split_document", &split_by_document, "entity"_a, "document"_a,
           "The mentions of one document are another entity.")
      .def("rename_entity", &rename, "entity"_a, "name"_a,
           "It is called so; what it was called becomes another name.")
      .def("reject_fact", &reject, "fact"_a,
           "Takes out a fact that was read wrongly; reading its document again does not bring it "
           "back. It is the Iri of the fact, as in evidence or ?fact rdf:reifies.")
      .def("restore_fact", &restore, "fact"_a, "Brings a rejected fact back.")
      .def("rejected_facts", &rejected, "Those that were taken out, by number.")
      .def("undo_decision", &undo, "number"_a, "Takes a correction back.")
      .def("entity_decisions", &decisions, "All corrections, by number.");
}

}  // namespace dossier::python
