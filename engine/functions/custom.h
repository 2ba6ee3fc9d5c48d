// SPDX-License-Identifier: Apache-2.0
// Functions that the application has added, by IRI.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "dossier/custom_function.h"
#include "engine/functions/node.h"

namespace dossier::functions {

struct Custom {
  std::string iri;
  Arity arity;
  CustomFunction call;
};
/// The functions of a knowledge base. Thread-safe. Its tables are immutable: a query keeps the
/// functions it was started with.
class CustomRegistry {
 public:
  /// Throws Error(usage); see KnowledgeBase::register_function().
  void add(const std::string& iri, Arity arity, CustomFunction function);
  CustomTablePtr table() const;

 private:
  mutable std::mutex mutex_;
  CustomTablePtr table_ = std::make_shared<const CustomTable>();
};

/// A call of it, row by row.
NodePtr make_custom_call(std::shared_ptr<const Custom> function, std::vector<NodePtr> arguments);

}  // namespace dossier::functions
