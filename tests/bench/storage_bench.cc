// SPDX-License-Identifier: Apache-2.0
// Scans, look-ups and terms, against the goals of docs/benchmarks.md. Benchmarks run in the order
// of their registration: the clean store first, then the same with a delta, then commits.
#include <benchmark/benchmark.h>

#include "storage/store.h"
#include "world.h"

namespace dossier::storage {
namespace {

// Columns 0 and 1 of the permutation, the whole range.
void scan_columns(benchmark::State& state, const Store& store, const ScanRequest& request) {
  const auto source = store.snapshot();
  std::vector<TermId> a(4096);
  std::vector<TermId> b(4096);
  std::size_t rows = 0;
  const auto order = column_order(request.permutation);
  std::array<TermId*, 4> columns{};
  columns[static_cast<std::size_t>(order[0])] = a.data();
  columns[static_cast<std::size_t>(order[1])] = b.data();
  for (auto _ : state) {
    const auto scan = source->scan(request);
    while (const std::size_t count = scan->next(columns, a.size())) rows += count;
    benchmark::DoNotOptimize(a.data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(rows));
}

void scan_two_columns(benchmark::State& state) {
  ScanRequest request;
  request.permutation = static_cast<Permutation>(state.range(0));
  request.graphs.distinct = request.permutation != Permutation::gspo;
  scan_columns(state, World::get().store(), request);
}
BENCHMARK(scan_two_columns)->DenseRange(0, 6)->Unit(benchmark::kMillisecond);

// Every triple of eight graphs once; a third of them stand in several. 0: spo, 3: pos.
void scan_union_of_graphs(benchmark::State& state) {
  ScanRequest request;
  request.permutation = static_cast<Permutation>(state.range(0));
  scan_columns(state, World::get().graph_store(), request);
}
BENCHMARK(scan_union_of_graphs)->Arg(0)->Arg(3)->Unit(benchmark::kMillisecond);

// Half of the graphs, as they are.
void scan_some_graphs(benchmark::State& state) {
  World& world = World::get();
  ScanRequest request;
  request.permutation = static_cast<Permutation>(state.range(0));
  const auto graphs = world.graph_store().snapshot()->named_graphs();
  request.graphs = {.kind = GraphScope::Kind::list, .graphs = {}, .distinct = false};
  for (std::size_t i = 0; i < graphs.size(); i += 2) request.graphs.graphs.push_back(graphs[i]);
  scan_columns(state, world.graph_store(), request);
}
BENCHMARK(scan_some_graphs)->Arg(0)->Arg(3)->Unit(benchmark::kMillisecond);

// Forward from subject to subject, a thousand apart on average.
void seek_forward(benchmark::State& state) {
  World& world = World::get();
  const auto source = world.store().snapshot();
  const std::uint64_t stride = 1 + world.subjects() / 1000;
  TermId subject;
  std::int64_t seeks = 0;
  for (auto _ : state) {
    const auto scan = source->scan(ScanRequest{});
    for (TermId at{TermId::Kind::iri, 1};; ++seeks) {
      scan->seek(at);
      if (scan->next({&subject, nullptr, nullptr, nullptr}, 1) == 0) break;
      at = TermId{subject.bits() + stride};
    }
  }
  state.SetItemsProcessed(seeks);
}
BENCHMARK(seek_forward)->Unit(benchmark::kMillisecond);

void look_up_subject_predicate(benchmark::State& state) {
  World& world = World::get();
  const auto source = world.store().snapshot();
  Random random(2);
  std::array<TermId, 16> objects;
  ScanRequest request;
  request.prefix_length = 2;
  for (auto _ : state) {
    request.prefix = {world.subject(random), world.predicate(random)};
    const auto scan = source->scan(request);
    benchmark::DoNotOptimize(scan->next({nullptr, nullptr, objects.data(), nullptr}, 16));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(look_up_subject_predicate);

void estimate_range(benchmark::State& state) {
  World& world = World::get();
  const auto source = world.store().snapshot();
  Random random(3);
  ScanRequest request;
  request.permutation = Permutation::pos;
  request.prefix_length = 1;
  for (auto _ : state) {
    request.prefix = {world.predicate(random)};
    benchmark::DoNotOptimize(source->estimate(request));
  }
}
BENCHMARK(estimate_range);

// Every term the benchmark asks for, once: what the cache has room for is then there.
void warm_terms(const QuadSource& source) {
  const std::vector<TermId>& ids = World::get().sample();
  std::vector<Term> terms(1000);
  for (std::size_t i = 0; i + terms.size() <= ids.size(); i += terms.size()) {
    source.terms(std::span(ids).subspan(i, terms.size()), terms);
  }
}

void terms_of_ids(benchmark::State& state) {
  World& world = World::get();
  const auto source = world.store().snapshot();
  Random random(4);
  std::vector<TermId> ids(1000);
  std::vector<Term> terms(1000);
  warm_terms(*source);
  for (auto _ : state) {
    state.PauseTiming();
    for (auto& id : ids) id = world.subject(random);
    state.ResumeTiming();
    source->terms(ids, terms);
  }
  state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(terms_of_ids);

void scan_with_delta(benchmark::State& state) {
  World::get().grow_delta(static_cast<double>(state.range(1)));
  scan_two_columns(state);
}
BENCHMARK(scan_with_delta)
    ->ArgsProduct({{0, 3}, {1}})
    ->ArgsProduct({{0, 3}, {4}})
    ->Unit(benchmark::kMillisecond);

void look_up_with_delta(benchmark::State& state) { look_up_subject_predicate(state); }
BENCHMARK(look_up_with_delta);

}  // namespace
}  // namespace dossier::storage

BENCHMARK_MAIN();
