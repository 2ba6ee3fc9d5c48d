// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections/decision.h"

#include "extract/corrections/graph_view.h"
#include "extract/corrections/reject_fact.h"
#include "extract/corrections/split_name.h"
#include "extract/corrections/substitute.h"
#include "extract/graph/vocabulary.h"
#include "extract/names/name_forms.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

bool is_name(const Triple& triple) {
  return triple.predicate.value() == kLabel || triple.predicate.value() == kAltLabel;
}

bool is_class(const Triple& triple) { return triple.predicate.value() == vocabulary::rdf::kType; }

/// Takes every triple about `from` out and puts what `replace` makes of it in its place.
template <typename Replace>
Patch replaced(const TripleSet& graph, const Term& from, Replace replace) {
  Patch patch;
  const auto add = [&](Triple triple) {
    if (!graph.contains(triple)) patch.added.insert(std::move(triple));
  };
  for (const Triple& triple : graph) {
    if (!speaks_of(triple, from)) continue;
    patch.removed.insert(triple);
    replace(triple, add);
  }
  return patch;
}

Patch merge(const Decision& decision, const TripleSet& graph) {
  const Term& kept = decision.entity;
  return replaced(graph, decision.other, [&](const Triple& triple, const auto& add) {
    const bool own = triple.subject == decision.other;
    if (own && is_name(triple) && !decision.entity_label.empty()) {
      add({kept, iri(kLabel), Term::string(decision.entity_label)});
      if (triple.object.value() != decision.entity_label)
        add({kept, iri(kAltLabel), triple.object});
    } else if (own && is_class(triple) && !decision.entity_classes.empty()) {
      for (const Term& one : decision.entity_classes) add({kept, triple.predicate, one});
    } else {
      add(substitute(triple, decision.other, kept));
    }
  });
}

Patch rename(const Decision& decision, const TripleSet& graph) {
  Patch patch;
  const Term label = Term::string(decision.names.front());
  const GraphView view(graph);
  const auto has = [&](std::string_view predicate) {
    return graph.contains({decision.entity, iri(predicate), label});
  };
  const std::vector<Term> labels = view.objects(decision.entity, kLabel);
  if (labels.empty() && !has(kAltLabel)) return patch;
  for (const Term& old : labels) {
    if (old == label) continue;
    patch.removed.insert({decision.entity, iri(kLabel), old});
    if (!graph.contains({decision.entity, iri(kAltLabel), old}))
      patch.added.insert({decision.entity, iri(kAltLabel), old});
  }
  if (has(kAltLabel)) patch.removed.insert({decision.entity, iri(kAltLabel), label});
  if (!has(kLabel)) patch.added.insert({decision.entity, iri(kLabel), label});
  return patch;
}

/// The label may have come from other documents: here only names this one has are taken along.
Patch split_document(const Decision& decision, const TripleSet& graph) {
  const std::set<std::string> here = GraphView(graph).names_in_text(decision.entity);
  return replaced(graph, decision.entity, [&](const Triple& triple, const auto& add) {
    if (triple.subject != decision.entity || !is_name(triple)) {
      add(substitute(triple, decision.entity, decision.other));
      return;
    }
    add({decision.other, iri(kLabel), Term::string(decision.other_label)});
    const std::string& name = triple.object.value();
    if (name == decision.other_label) return;
    if (name != decision.entity_label || here.contains(name))
      add({decision.other, iri(kAltLabel), triple.object});
  });
}

}  // namespace

void Patch::apply_to(TripleSet& graph) const {
  for (const Triple& triple : removed) graph.erase(triple);
  graph.insert(added.begin(), added.end());
}

Patch patch_of(const Decision& decision, const TripleSet& graph, const Term& graph_name) {
  switch (decision.kind) {
    case Decision::Kind::merge:
      return merge(decision, graph);
    case Decision::Kind::split_name:
      return split_name(decision, graph);
    case Decision::Kind::split_document:
      return decision.document == graph_name ? split_document(decision, graph) : Patch();
    case Decision::Kind::rename:
      return rename(decision, graph);
    case Decision::Kind::reject:
      return decision.document.value_or(Term()) == graph_name ? reject_fact(decision.reading, graph)
                                                              : Patch();
    case Decision::Kind::refuse:
      break;
  }
  return {};
}

std::string name_in_text(const std::string& text) { return bare_name(text); }

}  // namespace dossier::extract
