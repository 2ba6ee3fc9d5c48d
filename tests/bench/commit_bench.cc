// SPDX-License-Identifier: Apache-2.0
// Commits and opening.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "storage/store.h"
#include "world.h"

namespace dossier::storage {
namespace {

/// Tells the slowest commit beside the mean: folding must not pile up in one.
class Slowest {
 public:
  explicit Slowest(benchmark::State& state) : state_(state) {}
  ~Slowest() {
    if (times_.empty()) return;
    std::sort(times_.begin(), times_.end());
    state_.counters["p50_us"] = times_[times_.size() / 2];
    state_.counters["p99_us"] = times_[times_.size() * 99 / 100];
    state_.counters["max_us"] = times_.back();
  }
  template <typename Action>
  void time(const Action& action) {
    const auto start = std::chrono::steady_clock::now();
    action();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    times_.push_back(took.count());
  }

 private:
  benchmark::State& state_;
  std::vector<double> times_;
};

void insert_values(WriteTransaction& tx, World& world, Random& random, std::size_t size) {
  const TermId predicate = world.predicate(random);
  for (std::size_t i = 0; i < size; ++i) {
    const TermId number{TermId::Kind::integer, (std::uint64_t{1} << 55) + world.fresh()};
    tx.insert(IdQuad{world.subject(random), predicate, number});
  }
}

// Facts as terms, of a subject no one has named, five facts a subject.
void insert_terms(WriteTransaction& tx, World& world, Random& random, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint64_t fact = world.fresh();
    tx.insert(Quad{Term::iri(fmt::format("https://example.org/new/{}", fact / 5)),
                   Term::iri(fmt::format("https://example.org/property/{}", random() % 40)),
                   fact % 5 == 0 ? Term::lang(fmt::format("A new thing, number {}", fact), "en")
                                 : Term::iri(fmt::format("https://example.org/resource/{}",
                                                         random() % world.subjects())),
                   std::nullopt});
  }
}

using Insert = void(WriteTransaction&, World&, Random&, std::size_t);

void commit(benchmark::State& state, Insert* insert, Durability durability) {
  World& world = World::get();
  const auto size = static_cast<std::size_t>(state.range(0));
  Random random(5);
  Slowest slowest(state);
  for (auto _ : state) {
    slowest.time([&] {
      const auto tx = world.store().begin();
      insert(*tx, world, random, size);
      tx->commit(durability);
    });
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

// All threads count, RocksDB's work behind the commits included.
void commit_sizes(benchmark::internal::Benchmark* bench) {
  bench->Arg(1)->Arg(1000)->MeasureProcessCPUTime()->UseRealTime()->Unit(benchmark::kMicrosecond);
}
BENCHMARK_CAPTURE(commit, ids_synced, &insert_values, Durability::synced)->Apply(commit_sizes);
BENCHMARK_CAPTURE(commit, terms_synced, &insert_terms, Durability::synced)->Apply(commit_sizes);
BENCHMARK_CAPTURE(commit, ids_relaxed, &insert_values, Durability::relaxed)
    ->Apply(commit_sizes)
    ->MinTime(4);
BENCHMARK_CAPTURE(commit, terms_relaxed, &insert_terms, Durability::relaxed)
    ->Apply(commit_sizes)
    ->MinTime(4);

// What the disk allows: as many bytes as a commit of so many quads logs, appended and synced.
void disk_sync(benchmark::State& state) {
  const std::string path = World::get().path() + "/../sync";
  const int file = open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
  const std::string bytes(static_cast<std::size_t>(state.range(0)), 'x');
  for (auto _ : state) {
    if (write(file, bytes.data(), bytes.size()) < 0 || fdatasync(file) != 0) std::abort();
  }
  state.SetItemsProcessed(state.iterations());
  close(file);
  unlink(path.c_str());
}
BENCHMARK(disk_sync)->Arg(200)->Arg(50'000)->UseRealTime()->Unit(benchmark::kMicrosecond);

void open_store(benchmark::State& state) {
  for (auto _ : state) World::get().reopen();
}
BENCHMARK(open_store)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(5);

}  // namespace
}  // namespace dossier::storage
