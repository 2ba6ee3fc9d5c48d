// SPDX-License-Identifier: Apache-2.0
#include "storage/memory_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "dossier/error.h"
#include "model/inline_term.h"
#include "model/stack.h"
#include "model/term_kind.h"
#include "storage/parts.h"

namespace dossier::storage {

namespace {

using Key = std::array<TermId, 4>;

Key key_of(const IdQuad& quad, const std::array<Position, 4>& order) {
  return {quad[order[0]], quad[order[1]], quad[order[2]], quad[order[3]]};
}

class MemoryScan : public Scan {
 public:
  MemoryScan(std::span<const Key> rows, const ScanRequest& request)
      : rows_(rows),
        graphs_(request.graphs),
        column_(request.prefix_length),
        order_(column_order(request.permutation)) {
    for (std::size_t i = 0; i < 4; ++i) {
      if (order_[i] == Position::graph) graph_ = i;
    }
  }

  std::size_t next(const std::array<TermId*, 4>& columns, std::size_t capacity) override {
    std::size_t count = 0;
    for (; count < capacity && at_ < rows_.size(); ++at_) {
      const Key& row = rows_[at_];
      if (!wanted(row)) continue;
      for (std::size_t i = 0; i < 4; ++i) {
        TermId* column = columns[static_cast<std::size_t>(order_[i])];
        if (column != nullptr) column[count] = row[i];
      }
      ++count;
    }
    return count;
  }

  void seek(TermId lower) override {
    if (column_ >= 4) return;
    auto from = rows_.begin() + static_cast<std::ptrdiff_t>(at_);
    auto it = std::lower_bound(from, rows_.end(), lower,
                               [this](const Key& row, TermId id) { return row[column_] < id; });
    at_ = static_cast<std::size_t>(it - rows_.begin());
  }

 private:
  bool wanted(const Key& row) {
    if (!graphs_.contains(row[graph_])) return false;
    if (!graphs_.distinct) return true;
    Key triple = row;
    triple[graph_] = TermId::none();
    if (graph_ != 3) return seen_.insert(triple).second;
    // The graph is the last column: equal triples are neighbours.
    if (last_ == triple) return false;
    last_ = triple;
    return true;
  }

  std::span<const Key> rows_;
  GraphScope graphs_;
  std::size_t column_;
  std::array<Position, 4> order_;
  std::size_t graph_ = 3;
  std::size_t at_ = 0;
  Key last_{};
  std::set<Key> seen_;
};

}  // namespace

MemorySource::MemorySource(std::span<const Quad> quads, std::span<const Term> first_terms) {
  for (const Term& term : first_terms) intern(term);
  std::vector<IdQuad> ids;
  ids.reserve(quads.size());
  for (const Quad& quad : quads) {
    ids.push_back({intern(quad.subject), intern(quad.predicate), intern(quad.object),
                   quad.graph ? intern(*quad.graph) : TermId::default_graph()});
  }
  for (std::size_t i = 0; i < kPermutationCount; ++i) {
    const auto order = column_order(static_cast<Permutation>(i));
    std::vector<Key>& keys = sorted_[i];
    keys.reserve(ids.size());
    for (const IdQuad& quad : ids) keys.push_back(key_of(quad, order));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  }
}

TermId MemorySource::intern(const Term& term) {
  if (std::optional<TermId> id = inline_id(term)) return *id;
  if (auto it = ids_.find(term); it != ids_.end()) return it->second;
  std::uint64_t& counter = term.is_blank_node() ? next_blank_node_ : next_row_;
  const TermId id{numbered_kind(term), ++counter};
  if (term.is_triple()) {
    const Triple& triple = term.as_triple();
    const std::array<TermId, 3> parts = {intern(triple.subject), intern(triple.predicate),
                                         intern(triple.object)};
    const Key key = {parts[0], parts[1], parts[2], TermId::none()};
    auto [it, inserted] = triple_ids_.try_emplace(key, id);
    if (inserted) triples_.emplace(id.bits(), parts);
    ids_.emplace(term, it->second);
    return it->second;
  }
  ids_.emplace(term, id);
  terms_.emplace(id.bits(),
                 term.is_blank_node() ? Term::blank_node(fmt::format("b{}", id.payload())) : term);
  return id;
}

MemorySource::Rows MemorySource::rows(const ScanRequest& request) const {
  const std::vector<Key>& keys = sorted_[static_cast<std::size_t>(request.permutation)];
  const std::size_t length = request.prefix_length;
  Key low{};
  Key high{};
  high.fill(TermId{~std::uint64_t{0}});
  for (std::size_t i = 0; i < length; ++i) low[i] = high[i] = request.prefix[i];
  if (request.range && length < 4) {
    low[length] = request.range->low;
    high[length] = request.range->high;
  }
  if (request.part) {
    low = std::max(low, request.part->first);
    high = std::min(high, request.part->last);
  }
  if (high < low) return {};
  auto first = std::lower_bound(keys.begin(), keys.end(), low);
  auto last = std::upper_bound(first, keys.end(), high);
  return {first, last};
}

std::unique_ptr<Scan> MemorySource::scan(const ScanRequest& request) const {
  return std::make_unique<MemoryScan>(rows(request), request);
}

std::vector<ScanRequest> MemorySource::split(const ScanRequest& request, std::uint64_t rows,
                                             SplitAt at) const {
  const Rows all = this->rows(request);
  std::vector<storage::Key> begins;
  for (std::uint64_t row = rows; row < all.size(); row += rows) begins.push_back(to_key(all[row]));
  return cut(request, begins, at);
}

std::uint64_t MemorySource::estimate(const ScanRequest& request) const {
  return rows(request).size();
}

std::uint64_t MemorySource::distinct_estimate(TermId predicate, Position position) const {
  const Permutation permutation =
      position == Position::subject ? Permutation::pso : Permutation::pos;
  if (position != Position::subject && position != Position::object) return 0;
  ScanRequest request;
  request.permutation = permutation;
  request.prefix[0] = predicate;
  request.prefix_length = 1;
  std::uint64_t count = 0;
  TermId last;
  for (const Key& row : rows(request)) {
    if (row[1] != last) ++count;
    last = row[1];
  }
  return count;
}

bool MemorySource::contains(const IdQuad& quad) const {
  const std::vector<Key>& keys = sorted_[static_cast<std::size_t>(Permutation::spo)];
  return std::binary_search(keys.begin(), keys.end(), key_of(quad, column_order(Permutation::spo)));
}

TermId MemorySource::find(const Term& term) const {
  if (std::optional<TermId> id = inline_id(term)) return *id;
  if (term.is_triple()) {
    const Triple& triple = term.as_triple();
    return find_triple({find(triple.subject), find(triple.predicate), find(triple.object)});
  }
  if (!term.is_blank_node()) {
    auto it = ids_.find(term);
    return it == ids_.end() ? TermId::none() : it->second;
  }
  // A blank node is called after its number, see intern().
  std::uint64_t number = 0;
  const std::string& label = term.value();
  const char* const end = label.data() + label.size();
  if (!label.starts_with('b') || std::from_chars(label.data() + 1, end, number).ptr != end)
    return TermId::none();
  const TermId id{numbered_kind(term), number};
  auto it = terms_.find(id.bits());
  return it == terms_.end() || it->second != term ? TermId::none() : id;
}

void MemorySource::find(std::span<const Term> terms, std::span<TermId> ids) const {
  for (std::size_t i = 0; i < terms.size(); ++i) ids[i] = find(terms[i]);
}

Term MemorySource::term(TermId id) const {
  if (id.is_inline()) return inline_term(id);
  if (id.is_triple()) {
    const std::array<TermId, 3> parts = triple(id);
    return with_stack([&] {
      return Term::triple({term(parts[0]), term(parts[1]), term(parts[2])});
    });
  }
  auto it = terms_.find(id.bits());
  if (it == terms_.end())
    throw Error(ErrorCode::storage, fmt::format("no term has the id {:#x}", id.bits()));
  return it->second;
}

void MemorySource::terms(std::span<const TermId> ids, std::span<Term> terms) const {
  for (std::size_t i = 0; i < ids.size(); ++i) terms[i] = ids[i] ? term(ids[i]) : Term{};
}

std::vector<TermId> MemorySource::named_graphs() const {
  std::vector<TermId> graphs;
  for (const Key& row : sorted_[static_cast<std::size_t>(Permutation::gspo)]) {
    if (row[0] != TermId::default_graph() && (graphs.empty() || graphs.back() != row[0]))
      graphs.push_back(row[0]);
  }
  return graphs;
}

}  // namespace dossier::storage
