#include "engine/exec/scan.h"

#include <algorithm>

namespace dossier {

namespace {

constexpr std::array<Position, 4> kPositions = {Position::subject, Position::predicate,
                                                Position::object, Position::graph};

std::size_t index(Position position) { return static_cast<std::size_t>(position); }

/// The one graph a scope names, or none().
TermId only_graph(const storage::GraphScope& scope) {
  const bool one = scope.kind == storage::GraphScope::Kind::list && scope.graphs.size() == 1;
  return one ? scope.graphs.front() : TermId::none();
}

}  // namespace

PatternColumns::PatternColumns(const plan::QuadPattern& pattern, storage::Permutation permutation) {
  const std::array<const plan::Item*, 3> items = {&pattern.subject, &pattern.predicate,
                                                  &pattern.object};
  std::array<TermId, 4> constants{};
  for (std::size_t i = 0; i < 3; ++i) {
    if (const auto* id = std::get_if<TermId>(items[i])) {
      constants[i] = *id;
      impossible = impossible || id->is_local();
    } else {
      slots[i] = std::get<Slot>(*items[i]);
    }
  }
  request.permutation = permutation;
  request.graphs = pattern.graph.scope;
  slots[index(Position::graph)] = pattern.graph.variable;
  impossible = impossible || (request.graphs.kind == storage::GraphScope::Kind::list &&
                              request.graphs.graphs.empty());
  if (permutation == storage::Permutation::gspo)
    constants[index(Position::graph)] = only_graph(request.graphs);

  const auto order = storage::column_order(permutation);
  while (request.prefix_length < 4 && constants[index(order[request.prefix_length])]) {
    request.prefix[request.prefix_length] = constants[index(order[request.prefix_length])];
    constants[index(order[request.prefix_length])] = TermId::none();
    ++request.prefix_length;
  }
  residual = constants;
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = i + 1; j < 4; ++j) {
      if (slots[i] && slots[i] == slots[j]) {
        equal.emplace_back(kPositions[i], kPositions[j]);
        break;
      }
    }
  }
}

ScanOperator::ScanOperator(QueryState& state, Layout layout, const plan::Scan& scan)
    : Operator(state, std::move(layout)),
      columns_(scan.pattern, scan.permutation),
      ranges_(scan.ranges) {
  targets_.fill(kNoColumn);
  std::vector<Slot> placed;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!columns_.slots[i]) continue;
    if (std::find(placed.begin(), placed.end(), *columns_.slots[i]) != placed.end()) continue;
    placed.push_back(*columns_.slots[i]);
    targets_[i] = column_of(this->layout(), *columns_.slots[i]);
  }
  const auto need = [this](std::size_t i) {
    if (targets_[i] == kNoColumn && !extra_[i])
      extra_[i] = std::make_unique_for_overwrite<TermId[]>(Batch::kCapacity);
  };
  for (const auto& [a, b] : columns_.equal) {
    need(index(a));
    need(index(b));
  }
  for (std::size_t i = 0; i < 4; ++i) {
    if (columns_.residual[i]) need(i);
  }
}

void ScanOperator::do_open() {
  range_ = 0;
  scan_.reset();
  if (columns_.impossible) return;
  if (ranges_)
    next_range();
  else
    scan_ = state().source().scan(columns_.request);
}

bool ScanOperator::next_range() {
  if (!ranges_ || range_ == ranges_->size()) return false;
  columns_.request.range = (*ranges_)[range_++];
  scan_ = state().source().scan(columns_.request);
  return true;
}

bool ScanOperator::do_next(Batch& out) {
  if (!scan_) return false;
  std::array<TermId*, 4> pointers{};
  for (std::size_t i = 0; i < 4; ++i)
    pointers[i] = targets_[i] != kNoColumn ? out.column(targets_[i]) : extra_[i].get();
  const std::size_t count = scan_->next(pointers, Batch::kCapacity);
  if (count == 0) return next_range();
  out.resize(count);

  const bool compares =
      !columns_.equal.empty() || std::any_of(columns_.residual.begin(), columns_.residual.end(),
                                             [](TermId id) { return static_cast<bool>(id); });
  if (!compares) return true;
  rows_.clear();
  for (std::size_t row = 0; row < count; ++row) {
    bool keep = true;
    for (const auto& [a, b] : columns_.equal)
      keep = keep && pointers[index(a)][row] == pointers[index(b)][row];
    for (std::size_t i = 0; i < 4; ++i)
      keep = keep && (!columns_.residual[i] || pointers[i][row] == columns_.residual[i]);
    if (keep) rows_.push_back(static_cast<std::uint32_t>(row));
  }
  out.select(rows_);
  return true;
}

}  // namespace dossier
