// SPDX-License-Identifier: Apache-2.0
#include "storage/quad_source.h"

#include <algorithm>

namespace dossier::storage {

std::array<Position, 4> column_order(Permutation permutation) {
  constexpr Position s = Position::subject;
  constexpr Position p = Position::predicate;
  constexpr Position o = Position::object;
  constexpr Position g = Position::graph;
  static constexpr std::array<std::array<Position, 4>, kPermutationCount> kOrders = {{
      {s, p, o, g},
      {s, o, p, g},
      {p, s, o, g},
      {p, o, s, g},
      {o, s, p, g},
      {o, p, s, g},
      {g, s, p, o},
  }};
  return kOrders[static_cast<std::size_t>(permutation)];
}

bool QuadSource::terms_within(std::span<const TermId> ids, std::span<Term> terms,
                              std::size_t) const {
  this->terms(ids, terms);
  return true;
}

std::vector<ScanRequest> QuadSource::split(const ScanRequest& request, std::uint64_t,
                                           SplitAt) const {
  return {request};
}

namespace {

/// Reads the terms of any source one by one.
class PlainTermReader : public TermReader {
 public:
  explicit PlainTermReader(const QuadSource& source) : source_(source) {}

  bool read(std::span<const TermId> ids, const Visit& visit) override {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const Term term = source_.term(ids[i]);
      viewer_.clear();
      if (!visit(i, viewer_.view(term))) return false;
    }
    return true;
  }

 private:
  const QuadSource& source_;
  Viewer viewer_;
};

}  // namespace

std::unique_ptr<TermReader> QuadSource::term_reader() const {
  return std::make_unique<PlainTermReader>(*this);
}

void QuadSource::triples(std::span<const TermId> ids,
                         std::span<std::array<TermId, 3>> parts) const {
  for (std::size_t i = 0; i < ids.size(); ++i) parts[i] = triple(ids[i]);
}

std::optional<std::uint64_t> QuadSource::exact_count(const ScanRequest&) const { return {}; }

std::optional<std::uint64_t> QuadSource::exact_distinct(const ScanRequest&) const { return {}; }

bool GraphScope::contains(TermId graph) const {
  switch (kind) {
    case Kind::all:
      return true;
    case Kind::named:
      return graph != TermId::default_graph();
    case Kind::list:
      return std::binary_search(graphs.begin(), graphs.end(), graph);
  }
  return false;
}

}  // namespace dossier::storage
