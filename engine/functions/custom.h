// SPDX-License-Identifier: Apache-2.0
// Functions and aggregates that the application has added, by IRI.
#pragma once

#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/custom_aggregate.h"
#include "dossier/custom_function.h"
#include "dossier/error.h"
#include "engine/functions/node.h"

namespace dossier::functions {

/// Some time of the application's: limits are looked at every few thousand calls.
constexpr std::size_t kCallCost = 64;

/// A function or an aggregate: one of the two is empty.
struct Custom {
  std::string iri;
  Arity arity;
  CustomFunction call;
  AggregateFactory aggregate;
};
/// The functions of a knowledge base. Thread-safe. Its tables are immutable: a query keeps the
/// functions it was started with.
class CustomRegistry {
 public:
  /// Throws Error(usage); see KnowledgeBase::register_function().
  void add(const std::string& iri, Arity arity, CustomFunction function);
  /// Throws Error(usage); see KnowledgeBase::register_aggregate().
  void add(const std::string& iri, AggregateFactory aggregate);
  CustomTablePtr table() const;

 private:
  void put(Custom added);

  mutable std::mutex mutex_;
  CustomTablePtr table_ = std::make_shared<const CustomTable>();
};

bool is_aggregate(const CustomTable* custom, std::string_view iri);
/// The IRIs of the aggregates, in order. What a text means depends on them.
std::vector<std::string> aggregates_of(const CustomTable* custom);

/// Throws Error(usage) "<iri> failed: ...".
[[noreturn]] void fail_call(const std::string& iri, std::string_view reason);

/// Runs code of the application, whose exceptions become errors that name it.
template <typename Call>
auto called(const std::string& iri, Call call) {
  try {
    return call();
  } catch (const Error&) {
    throw;
  } catch (const std::exception& error) {
    fail_call(iri, error.what());
  }
}

/// A call of a function, row by row.
NodePtr make_custom_call(std::shared_ptr<const Custom> function, std::vector<NodePtr> arguments);

}  // namespace dossier::functions
