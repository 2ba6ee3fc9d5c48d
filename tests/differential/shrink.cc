// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/shrink.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace dossier::naive {
namespace {

/// Collects ways to drop one thing from a query, as functions on a copy of it: the n-th way drops
/// the n-th thing met on a walk.
class Dropper {
 public:
  explicit Dropper(std::size_t target) : target_(target) {}

  /// True when the walk reached the target and dropped it.
  bool run(ast::SelectQuery& query) {
    select(query);
    return dropped_;
  }

 private:
  bool here() { return !dropped_ && met_++ == target_ ? (dropped_ = true) : false; }

  template <typename T>
  void drop_one(std::vector<T>& from, std::size_t least) {
    for (std::size_t i = 0; i < from.size() && from.size() > least; ++i) {
      if (!here()) continue;
      from.erase(from.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }

  void select(ast::SelectQuery& query) {
    group(query.where);
    if (!query.star) drop_one(query.projection, 1);
    drop_one(query.modifier.having, 0);
    if (query.values && here()) query.values.reset();
    if (query.duplicates != ast::Duplicates::keep && here())
      query.duplicates = ast::Duplicates::keep;
  }

  void group(ast::GroupGraphPattern& group) {
    drop_one(group.elements, 0);
    for (ast::PatternElement& element : group.elements) {
      if (dropped_) return;
      std::visit(*this, element.node);
    }
  }

  void expression(ast::Expression& e) {
    auto* operation = std::get_if<ast::Operation>(&e.node);
    auto* call = std::get_if<ast::BuiltinCall>(&e.node);
    if (!operation && !call) return;
    auto& parts = operation ? operation->operands : call->arguments;
    for (ast::Expression& part : parts) {
      if (here()) {
        ast::Expression kept = part;
        e = std::move(kept);
        return;
      }
    }
    for (ast::Expression& part : parts) {
      if (dropped_) return;
      expression(part);
    }
  }

 public:
  void operator()(ast::TriplesBlock& block) { drop_one(block.triples, 1); }
  void operator()(ast::OptionalPattern& pattern) { group(*pattern.pattern); }
  void operator()(ast::MinusPattern& pattern) { group(*pattern.pattern); }
  void operator()(ast::GroupOrUnionPattern& pattern) {
    drop_one(pattern.alternatives, 1);
    for (ast::GroupGraphPattern& alternative : pattern.alternatives) group(alternative);
  }
  void operator()(ast::GraphPattern& pattern) { group(*pattern.pattern); }
  void operator()(ast::ServicePattern& pattern) { group(*pattern.pattern); }
  void operator()(ast::Filter& filter) {
    if (auto* exists = std::get_if<ast::Exists>(&filter.condition.node)) {
      group(*exists->pattern);
    } else {
      expression(filter.condition);
    }
  }
  void operator()(ast::Bind& bind) { expression(bind.expression); }
  void operator()(ast::InlineData& data) { drop_one(data.rows, 1); }
  void operator()(ast::SubSelect& inner) { select(*inner.query); }

 private:
  std::size_t target_;
  std::size_t met_ = 0;
  bool dropped_ = false;
};

bool drop_from_query(Case& smallest, const std::function<bool(const Case&)>& fails) {
  for (std::size_t target = 0;; ++target) {
    Case candidate = smallest;
    if (!Dropper(target).run(std::get<ast::SelectQuery>(candidate.query.form))) return false;
    if (!fails(candidate)) continue;
    smallest = std::move(candidate);
    return true;
  }
}

bool drop_from_data(Case& smallest, const std::function<bool(const Case&)>& fails) {
  for (std::size_t i = 0; i < smallest.data.size(); ++i) {
    Case candidate = smallest;
    candidate.data.erase(candidate.data.begin() + static_cast<std::ptrdiff_t>(i));
    if (!fails(candidate)) continue;
    smallest = std::move(candidate);
    return true;
  }
  return false;
}

}  // namespace

Case shrink(Case failing, const std::function<bool(const Case&)>& fails) {
  while (drop_from_query(failing, fails) || drop_from_data(failing, fails)) {
  }
  return failing;
}

}  // namespace dossier::naive
