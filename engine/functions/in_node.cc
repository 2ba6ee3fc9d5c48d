// SPDX-License-Identifier: Apache-2.0
// IN and NOT IN: true where the needle equals one of the list; else an error where a comparison was
// one. Constants that are equal to nothing but themselves are looked up by their ids, so that a
// list of thousands takes no longer than a short one.
#include <boost/unordered/unordered_flat_set.hpp>
#include <utility>

#include "engine/functions/node.h"
#include "engine/functions/remaining.h"
#include "model/inline_codec.h"

namespace dossier::functions {
namespace {

/// What an item of a list costs beside its rows, in units of Limits::work().
constexpr std::size_t kItemCost = 64;

/// Terms of one of these classes are equal when their ids are; resources are not equal to literals,
/// which is no error. Literals of different classes are left to `=`.
enum class Class : std::uint8_t { other, resource, string, integer };

Class class_of(TermId id) {
  switch (id.kind()) {
    case TermId::Kind::iri:
    case TermId::Kind::blank_node:
      return Class::resource;
    case TermId::Kind::string:
    case TermId::Kind::short_string:
      return Class::string;
    case TermId::Kind::integer:
      return Class::integer;
    default:
      return Class::other;
  }
}

/// The constants of a list that have a class.
class Constants {
 public:
  bool add(TermId id) {
    const Class own = class_of(id);
    if (own == Class::other) return false;
    ids_.insert(id);
    has_strings_ = has_strings_ || own == Class::string;
    has_integers_ = has_integers_ || own == Class::integer;
    return true;
  }
  bool contains(TermId id) const { return ids_.contains(id); }
  /// Whether one that does not contain `id` has none that equals it, or cannot be compared with it.
  bool decides(TermId id) const {
    switch (class_of(id)) {
      case Class::resource:
        return true;
      case Class::string:
        return !has_integers_;
      case Class::integer:
        return !has_strings_;
      case Class::other:
        break;
    }
    return ids_.empty();
  }

 private:
  boost::unordered_flat_set<TermId, std::hash<TermId>> ids_;
  bool has_strings_ = false;
  bool has_integers_ = false;
};

class InNode : public Node {
 public:
  InNode(NodePtr needle, std::vector<NodePtr> list, bool negated)
      : needle_(std::move(needle)), list_(std::move(list)), negated_(negated) {
    for (const NodePtr& item : list_) {
      const Constant* constant = item->constant();
      if (constant == nullptr || !constants_.add(constant->id)) others_.push_back(item.get());
      all_.push_back(item.get());
    }
  }

  void do_evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
    std::vector<TermId> needle(rows.size());
    needle_->evaluate(evaluation, rows, needle.data());
    Remaining decided;  // but for the other items
    Remaining open;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool found = constants_.contains(needle[i]);
      out[i] = Evaluation::put(found != negated_);
      if (!found) (constants_.decides(needle[i]) ? decided : open).add(rows[i], i);
    }
    look_through(others_, evaluation, needle, std::move(decided), out);
    look_through(all_, evaluation, needle, std::move(open), out);
  }

 private:
  void look_through(const std::vector<const Node*>& items, Evaluation& evaluation,
                    const std::vector<TermId>& needle, Remaining remaining, TermId* out) const {
    for (const Node* item : items) {
      if (remaining.rows.empty()) return;
      evaluation.context().work(kItemCost);
      remaining = without_found(evaluation, *item, needle, remaining, out);
    }
  }

  Remaining without_found(Evaluation& evaluation, const Node& item,
                          const std::vector<TermId>& needle, const Remaining& rows,
                          TermId* out) const {
    const std::size_t size = rows.rows.size();
    std::vector<TermId> needles(size);
    for (std::size_t i = 0; i < size; ++i) needles[i] = needle[rows.places[i]];
    std::vector<TermId> items;
    if (item.constant() == nullptr) {
      items.resize(size);
      item.evaluate(evaluation, rows.rows, items.data());
    }
    const Argument arguments[] = {{needles.data(), nullptr}, {items.data(), item.constant()}};
    std::vector<TermId> equal(size);
    apply(*find_function(ast::Operator::equal), evaluation, rows.rows, arguments, equal.data());
    Remaining next;
    for (std::size_t i = 0; i < size; ++i) {
      TermId& result = out[rows.places[i]];
      if (equal[i] && inline_codec::decode_boolean(equal[i])) {
        result = Evaluation::put(!negated_);
        continue;
      }
      if (!equal[i]) result = {};
      next.add(rows.rows[i], rows.places[i]);
    }
    return next;
  }

  NodePtr needle_;
  std::vector<NodePtr> list_;
  std::vector<const Node*> all_;     ///< of the list
  std::vector<const Node*> others_;  ///< those that are not among the constants
  Constants constants_;
  bool negated_;
};

}  // namespace

NodePtr make_in(NodePtr needle, std::vector<NodePtr> list, bool negated) {
  return make_flat<InNode>(std::move(needle), std::move(list), negated);
}

}  // namespace dossier::functions
