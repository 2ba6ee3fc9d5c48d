// SPDX-License-Identifier: Apache-2.0
// Corrections of entities and facts, and what documents say against each other.

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "bindings/c/errors.h"
#include "bindings/c/handles.h"
#include "bindings/c/terms.h"
#include "dossier/conflicts.h"
#include "dossier/entities.h"
#include "dossier/fact_corrections.h"

using dossier::Conflict;
using dossier::decision_time;
using dossier::EntityDecision;
using dossier::KnowledgeBase;
using dossier::Term;
using dossier::c::deref;
using dossier::c::guarded;
using dossier::c::need;
using dossier::c::status;
using dossier::c::term_of;

namespace {

/// Runs a correction; gives the number of its decision, or -1.
template <typename Correct>
std::int64_t corrected(dossier_kb* kb, dossier_error** error, Correct correct) {
  return guarded<std::int64_t>(error, -1, [&] {
    const EntityDecision made = correct(deref(kb, "kb").base);
    return static_cast<std::int64_t>(made.number);
  });
}

}  // namespace

char* dossier_entities_named(dossier_kb* kb, const char* name, dossier_error** error) {
  return guarded<char*>(error, nullptr, [&] {
    need(name, "name");
    std::string lines;
    for (const Term& entity : dossier::entities_named(deref(kb, "kb").base, name))
      lines += entity.value() + "\n";
    return dossier::c::owned_text(lines);
  });
}

int64_t dossier_merge_entities(dossier_kb* kb, const char* kept, const char* gone,
                               dossier_error** error) {
  return corrected(kb, error, [&](KnowledgeBase& base) {
    return merge_entities(base, term_of(kept, "kept"), term_of(gone, "gone"), decision_time());
  });
}

int64_t dossier_split_name(dossier_kb* kb, const char* entity, const char* name,
                           dossier_error** error) {
  return corrected(kb, error, [&](KnowledgeBase& base) {
    need(name, "name");
    return split_name(base, term_of(entity, "entity"), name, decision_time());
  });
}

int64_t dossier_split_document(dossier_kb* kb, const char* entity, const char* document,
                               dossier_error** error) {
  return corrected(kb, error, [&](KnowledgeBase& base) {
    return split_document(base, term_of(entity, "entity"), term_of(document, "document"),
                          decision_time());
  });
}

int64_t dossier_rename_entity(dossier_kb* kb, const char* entity, const char* name,
                              dossier_error** error) {
  return corrected(kb, error, [&](KnowledgeBase& base) {
    need(name, "name");
    return rename_entity(base, term_of(entity, "entity"), name, decision_time());
  });
}

int64_t dossier_reject_fact(dossier_kb* kb, const char* fact, dossier_error** error) {
  return corrected(kb, error, [&](KnowledgeBase& base) {
    return reject_fact(base, term_of(fact, "fact"), decision_time());
  });
}

int dossier_restore_fact(dossier_kb* kb, const char* fact, dossier_error** error) {
  return status(error, [&] { restore_fact(deref(kb, "kb").base, term_of(fact, "fact")); });
}

int dossier_undo_decision(dossier_kb* kb, uint64_t number, dossier_error** error) {
  return status(error, [&] { dossier::undo_decision(deref(kb, "kb").base, number); });
}

dossier_evidence* dossier_conflicts(dossier_kb* kb, dossier_error** error) {
  return guarded<dossier_evidence*>(error, nullptr, [&] {
    auto evidence = std::make_unique<dossier_evidence>();
    for (Conflict& conflict : dossier::conflicts(deref(kb, "kb").base)) {
      evidence->add(std::move(conflict.one));
      evidence->add(std::move(conflict.other));
      evidence->kinds.emplace_back(name_of(conflict.kind));
    }
    return evidence.release();
  });
}

const char* dossier_conflict_kind(const dossier_evidence* conflicts, size_t number) {
  if (conflicts == nullptr || number >= conflicts->kinds.size()) return nullptr;
  return conflicts->kinds[number].c_str();
}
