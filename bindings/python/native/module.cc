// SPDX-License-Identifier: Apache-2.0
// The module dossier._native, which the package dossier is made of.

#include "bindings/python/native/errors.h"
#include "bindings/python/native/handles.h"
#include "bindings/python/native/options.h"
#include "bindings/python/native/results.h"
#include "bindings/python/native/terms.h"
#include "dossier/prefixes.h"
#include "dossier/version.h"

PYBIND11_MODULE(_native, module) {
  using namespace dossier::python;
  translate_errors();
  module.attr("version") = DOSSIER_VERSION;
  py::dict prefixes;
  for (const auto& [name, iri] : dossier::predeclared_prefixes()) prefixes[py::str(name)] = iri;
  module.attr("prefixes") = prefixes;
  bind_terms(module);
  bind_cancellation(module);
  bind_results(module);
  KnowledgeBaseClass knowledge_base(module, "KnowledgeBase",
                                    "An open knowledge base. Threads may share it.");
  bind_upkeep(knowledge_base);
  bind_queries(module, knowledge_base);
  bind_saved_queries(knowledge_base);
  bind_functions(knowledge_base);
  bind_transactions(module, knowledge_base);
  bind_rdf(knowledge_base);
  bind_documents(knowledge_base);
  bind_evidence(knowledge_base);
  bind_entities(knowledge_base);
  bind_find(knowledge_base);
  bind_views(knowledge_base);
  bind_fact_views(knowledge_base);
}
