// SPDX-License-Identifier: Apache-2.0
// The objects that stand for a knowledge base and its transactions in Python.
#pragma once

#include <memory>
#include <string>

#include "bindings/python/native/base.h"
#include "bindings/python/native/call.h"
#include "bindings/python/native/python.h"
#include "bindings/python/native/stream.h"

namespace dossier::python {

/// dossier.KnowledgeBase.
struct KnowledgeBaseObject {
  std::string path;
  std::shared_ptr<Base> base;

  /// Calls `work` with the knowledge base, without the interpreter's lock.
  template <typename Work>
  auto run(Work work, std::optional<CancellationToken> cancelled = std::nullopt) const {
    Call call(base, std::move(cancelled));
    return call.run([&] { return work(base->kb()); });
  }
  Started started(QueryResult result, std::optional<CancellationToken> cancelled) const {
    return {base, std::make_shared<Gate>(), std::move(cancelled), std::move(result)};
  }
};

using KnowledgeBaseClass = py::class_<KnowledgeBaseObject>;

// Each defines some of its methods, and the classes that they return.
void bind_queries(py::module_& module, KnowledgeBaseClass& bound);
void bind_upkeep(KnowledgeBaseClass& bound);
void bind_saved_queries(KnowledgeBaseClass& bound);
void bind_functions(KnowledgeBaseClass& bound);
void bind_transactions(py::module_& module, KnowledgeBaseClass& bound);
void bind_rdf(KnowledgeBaseClass& bound);
void bind_documents(KnowledgeBaseClass& bound);
void bind_evidence(KnowledgeBaseClass& bound);
void bind_entities(KnowledgeBaseClass& bound);
void bind_find(KnowledgeBaseClass& bound);
void bind_views(KnowledgeBaseClass& bound);
void bind_fact_views(KnowledgeBaseClass& bound);

}  // namespace dossier::python
