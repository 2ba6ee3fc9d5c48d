// SPDX-License-Identifier: Apache-2.0
// Expressions over one variable, computed by the distinct id: a maintainer of a thousand packages
// is matched against a regular expression once.
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "engine/functions/node.h"
#include "engine/runtime/memory_budget.h"

namespace dossier::functions {
namespace {

/// Results by id, from batch to batch: those that are inline or errors, which stay valid. It stops
/// when few ids come again.
class KeptResults {
 public:
  explicit KeptResults(MemoryBudget& memory) : charge_(memory) {}

  bool is_worth_it() const noexcept { return asked_ < kEnoughAsked || 4 * found_ >= asked_; }
  const TermId* find(TermId id) {
    ++asked_;
    const auto found = results_.find(id);
    if (found == results_.end()) return nullptr;
    ++found_;
    return &found->second;
  }
  void keep(TermId id, TermId result) {
    if (results_.size() >= kMost || (result && !result.is_inline())) return;
    if (results_.size() * kEntryBytes >= charge_.bytes()) charge_.add(kMore * kEntryBytes);
    results_.emplace(id, result);
  }
  void clear() {
    if (results_.empty()) return;
    results_ = {};
    charge_.clear();
  }

 private:
  static constexpr std::size_t kMost = std::size_t{1} << 16;
  static constexpr std::size_t kMore = 64;
  static constexpr std::size_t kEntryBytes = 2 * (2 * sizeof(TermId) + 1);  // half of it empty
  static constexpr std::uint64_t kEnoughAsked = 4096;

  boost::unordered_flat_map<TermId, TermId, std::hash<TermId>> results_;
  std::uint64_t asked_ = 0;
  std::uint64_t found_ = 0;
  MemoryCharge charge_;
};

/// The different ids of some rows.
struct DifferentIds {
  std::vector<std::uint32_t> rows;    ///< one of each id
  std::vector<std::uint32_t> places;  ///< of every row: in `rows`

  DifferentIds(const TermId* column, Rows all) {
    rows.reserve(all.size());
    places.reserve(all.size());
    const auto ascends = [column](std::uint32_t a, std::uint32_t b) {
      return column[a] < column[b];
    };
    if (std::is_sorted(all.begin(), all.end(), ascends))
      find_neighbours(column, all);
    else
      find_all(column, all);
  }

 private:
  void add_new(std::uint32_t row) {
    places.push_back(static_cast<std::uint32_t>(rows.size()));
    rows.push_back(row);
  }
  // Equal ids come one behind the other.
  void find_neighbours(const TermId* column, Rows all) {
    for (const std::uint32_t row : all) {
      if (rows.empty() || column[rows.back()] != column[row])
        add_new(row);
      else
        places.push_back(places.back());
    }
  }
  void find_all(const TermId* column, Rows all) {
    boost::unordered_flat_map<TermId, std::uint32_t, std::hash<TermId>> place_of;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const TermId id = column[all[i]];
      if (i > 0 && column[all[i - 1]] == id) {
        places.push_back(places.back());
        continue;
      }
      const auto [entry, is_new] = place_of.emplace(id, static_cast<std::uint32_t>(rows.size()));
      if (is_new)
        add_new(all[i]);
      else
        places.push_back(entry->second);
    }
  }
};

class OncePerIdNode : public Node {
 public:
  OncePerIdNode(NodePtr inner, Slot slot, TermTable& terms)
      : inner_(std::move(inner)), slot_(slot), kept_(terms.memory()) {}

  void do_evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
    constexpr std::size_t kFewRows = 8;
    const TermId* const column = evaluation.batch().find(slot_);
    if (column == nullptr || rows.size() <= kFewRows)
      return inner_->evaluate(evaluation, rows, out);
    MemoryCharge charge(evaluation.terms().memory());
    charge.add(rows.size() * (sizeof(TermId) + 4 * sizeof(std::uint32_t)));
    const DifferentIds different(column, rows);
    const std::vector<TermId> results = results_of(evaluation, column, different.rows);
    for (std::size_t i = 0; i < rows.size(); ++i) out[i] = results[different.places[i]];
  }

 private:
  std::vector<TermId> results_of(Evaluation& evaluation, const TermId* column, Rows rows) const {
    std::vector<TermId> results(rows.size());
    if (!kept_.is_worth_it()) {
      kept_.clear();
      inner_->evaluate(evaluation, rows, results.data());
      return results;
    }
    std::vector<std::uint32_t> wanted, places;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (const TermId* const known = kept_.find(column[rows[i]])) {
        results[i] = *known;
      } else {
        wanted.push_back(rows[i]);
        places.push_back(static_cast<std::uint32_t>(i));
      }
    }
    std::vector<TermId> made(wanted.size());
    inner_->evaluate(evaluation, wanted, made.data());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      results[places[i]] = made[i];
      kept_.keep(column[wanted[i]], made[i]);
    }
    return results;
  }

  NodePtr inner_;
  Slot slot_;
  mutable KeptResults kept_;  // one thread at a time, as the context of the expression
};

}  // namespace

NodePtr make_once_per_id(NodePtr inner, Slot slot, TermTable& terms) {
  return make_flat<OncePerIdNode>(std::move(inner), slot, terms);
}

}  // namespace dossier::functions
