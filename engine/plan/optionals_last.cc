// SPDX-License-Identifier: Apache-2.0
// Optionals last: (A OPTIONAL B) joined with C becomes (A joined with C) OPTIONAL B where that is
// the same, so that all required patterns are ordered together.
//
// It is not the same when C may bind what B binds or reads, and A may not. A chain of joins and
// optionals is done in one go, from its base upwards, so that long ones take linear time.
#include <algorithm>
#include <cstddef>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/algebra/walk.h"
#include "engine/plan/passes.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

using algebra::add_all;
using algebra::SlotSet;

/// An optional without its left side.
struct Optional {
  algebra::LeftJoin join;
  SlotSet inside;  ///< what it may bind or read
};

Optional make_optional(algebra::LeftJoin join, const PassContext& context) {
  SlotSet inside = algebra::binds(*join.right, context.work).possible;
  for (const ast::Expression& condition : join.conditions)
    add_all(inside, algebra::reads(condition, context.variables));
  for (const algebra::Mark& mark : join.marks)
    add_all(inside, algebra::mentions(*mark.pattern, context.variables, context.work));
  return {std::move(join), std::move(inside)};
}

/// A chain as far as it was read: required patterns, and optionals that may stay above whatever is
/// joined with them.
class Chain {
 public:
  Chain(algebra::Node base, const PassContext& context)
      : context_(context), core_(std::move(base)) {}

  void optional(algebra::LeftJoin join) {
    above_.push_back(make_optional(std::move(join), context_));
    note(above_.back(), lowest_ + static_cast<std::ptrdiff_t>(above_.size()) - 1);
  }

  void join(algebra::Node other) {
    if (!above_.empty()) keep_below(algebra::binds(other, context_.work).possible);
    std::vector<Optional> own = take_optionals(other);
    if (bound_) {
      const algebra::Binds binds = algebra::binds(other, context_.work);
      add_all(bound_->certain, binds.certain);
      add_all(bound_->possible, binds.possible);
    }
    core_ = algebra::Node{algebra::Join{std::move(core_), std::move(other)}};
    for (Optional& one : own) {
      note(one, --lowest_);
      above_.push_front(std::move(one));
    }
  }

  algebra::Node take() {
    while (!above_.empty()) take_in_lowest();
    return std::move(core_);
  }

 private:
  /// What the core binds. Asked for only where there is an optional: a chain may hold others, and
  /// each of them all that are below it.
  const algebra::Binds& bound() {
    if (!bound_) bound_ = algebra::binds(core_, context_.work);
    return *bound_;
  }

  void note(const Optional& optional, std::ptrdiff_t number) {
    for (Slot slot : optional.inside) {
      const auto [known, is_new] = highest_.try_emplace(slot, number);
      if (!is_new) known->second = std::max(known->second, number);
    }
  }

  /// Optionals that one of `slots` would make different become required parts.
  void keep_below(const SlotSet& slots) {
    std::ptrdiff_t last = lowest_ - 1;
    for (Slot slot : slots) {
      const auto known = highest_.find(slot);
      if (known != highest_.end() && known->second > last && !bound().certain.contains(slot))
        last = known->second;
    }
    while (lowest_ <= last) take_in_lowest();
  }

  void take_in_lowest() {
    algebra::LeftJoin join = std::move(above_.front().join);
    above_.pop_front();
    ++lowest_;
    if (bound_) add_all(bound_->possible, algebra::binds(*join.right, context_.work).possible);
    join.left = Box(std::move(core_));
    core_ = algebra::Node{std::move(join)};
  }

  /// The optionals at the top of what is to be joined, the highest first.
  std::vector<Optional> take_optionals(algebra::Node& other) {
    std::vector<Optional> result;
    while (auto* join = std::get_if<algebra::LeftJoin>(&other.node)) {
      algebra::Node left = std::move(*join->left);
      Optional optional = make_optional(std::move(*join), context_);
      const bool differs =
          std::any_of(optional.inside.begin(), optional.inside.end(), [&](Slot slot) {
            return bound().possible.contains(slot) &&
                   !algebra::binds_certainly(left, slot, context_.work);
          });
      if (differs) {
        *optional.join.left = std::move(left);
        other.node = std::move(optional.join);
        break;
      }
      result.push_back(std::move(optional));
      other = std::move(left);
    }
    return result;
  }

  const PassContext& context_;
  algebra::Node core_;
  std::optional<algebra::Binds> bound_;  ///< by the core, once somebody asked
  std::deque<Optional> above_;
  std::ptrdiff_t lowest_ = 0;  ///< the number of the first of them; the others count up from it
  std::unordered_map<Slot, std::ptrdiff_t> highest_;  ///< with the variable inside
};

Box<algebra::Node>* left_of(algebra::Node& node) {
  if (auto* join = std::get_if<algebra::Join>(&node.node)) return &join->left;
  auto* optional = std::get_if<algebra::LeftJoin>(&node.node);
  return optional == nullptr ? nullptr : &optional->left;
}

void reorder(algebra::Node& root, const PassContext& context) {
  std::vector<Box<algebra::Node>> above;  // the highest first, without what is to their left
  Box<algebra::Node> base(std::move(root));
  while (Box<algebra::Node>* left = left_of(*base)) {
    Box<algebra::Node> next = std::move(*left);
    above.push_back(std::move(base));
    base = std::move(next);
  }
  optionals_last(*base, context);
  Chain chain(std::move(*base), context);
  while (!above.empty()) {
    Box<algebra::Node> part = std::move(above.back());
    above.pop_back();
    if (auto* join = std::get_if<algebra::Join>(&part->node)) {
      optionals_last(*join->right, context);
      chain.join(std::move(*join->right));
    } else {
      auto& optional = std::get<algebra::LeftJoin>(part->node);
      optionals_last(*optional.right, context);
      for (algebra::Mark& mark : optional.marks) optionals_last(*mark.pattern, context);
      chain.optional(std::move(optional));
    }
  }
  root = chain.take();
}

}  // namespace

void optionals_last(algebra::Node& root, const PassContext& context) {
  if (left_of(root) != nullptr) {
    with_stack([&] { reorder(root, context); });
  } else {
    algebra::each_child(root, [&](algebra::Node& child) { optionals_last(child, context); });
  }
}

}  // namespace dossier::plan
