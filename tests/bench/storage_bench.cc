// Scans, look-ups, terms and commits of a store, against the figures of storage/README.md.
//
// DOSSIER_BENCH_QUADS in the environment sets the size of the store (1,000,000 unless told). The
// graph: subjects with ten facts each over forty predicates; objects are resources, texts, numbers.
#include <benchmark/benchmark.h>
#include <fmt/core.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "storage/store.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::size_t quad_count() {
  const char* text = std::getenv("DOSSIER_BENCH_QUADS");
  return text == nullptr ? 1'000'000 : std::stoul(text);
}

void write_input(const std::string& path, std::size_t quads) {
  std::mt19937_64 random(1);
  std::ofstream file(path);
  const std::size_t subjects = quads / 10 + 1;
  for (std::size_t i = 0; i < quads; ++i) {
    file << "<https://example.org/resource/" << i / 10 << "> <https://example.org/property/"
         << (i % 10) * 4 + random() % 4 << "> ";
    switch (i % 10) {
      case 0:
        file << "\"The name of thing number " << i / 10 << "\"@en";
        break;
      case 1:
        file << '"' << random() % 100'000 << "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
        break;
      default:
        file << "<https://example.org/resource/" << random() % subjects << '>';
    }
    file << " .\n";
  }
}

/// The store all benchmarks share.
class World {
 public:
  static World& get() {
    static World world;
    return world;
  }
  Store& store() { return *store_; }
  std::string path() const { return (directory_ / "kb").string(); }
  std::size_t subjects() const { return quad_count() / 10; }

  TermId subject(std::mt19937_64& random) const { return subjects_[random() % subjects_.size()]; }
  TermId predicate(std::mt19937_64& random) const {
    return predicates_[random() % predicates_.size()];
  }

  void reopen() {
    store_.reset();
    store_ = Store::open(path());
  }

 private:
  World() {
    std::string name = (fs::temp_directory_path() / "dossier-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::exit(1);
    directory_ = name;
    store_ = Store::open(path());
    const std::string input = (directory_ / "input.nt").string();
    write_input(input, quad_count());
    const LoadInput load{.path = input, .format = RdfFormat::ntriples, .base = {}, .graph = {}};
    const auto start = Clock::now();
    const LoadReport report = store_->load(std::span(&load, 1));
    const double time = seconds_since(start);
    const StoreStatistics statistics = store_->statistics();
    fmt::print("load: {} quads in {:.2f} s, {:.0f} k/s; {:.1f} bytes a quad on disk, {} terms\n",
               report.added, time, static_cast<double>(report.read) / time / 1000,
               static_cast<double>(statistics.disk_bytes) / static_cast<double>(statistics.quads),
               statistics.terms);
    const auto source = store_->snapshot();
    for (std::size_t i = 0; i < subjects(); ++i) {
      const Term term = Term::iri("https://example.org/resource/" + std::to_string(i));
      subjects_.push_back(source->find(term));
    }
    for (int i = 0; i < 40; ++i) {
      predicates_.push_back(
          source->find(Term::iri("https://example.org/property/" + std::to_string(i))));
    }
  }
  ~World() {
    store_.reset();
    fs::remove_all(directory_);
  }

  fs::path directory_;
  std::unique_ptr<Store> store_;
  std::vector<TermId> subjects_;
  std::vector<TermId> predicates_;
};

void scan_two_columns(benchmark::State& state) {
  const auto source = World::get().store().snapshot();
  std::vector<TermId> a(4096);
  std::vector<TermId> b(4096);
  std::size_t rows = 0;
  ScanRequest request;
  request.permutation = static_cast<Permutation>(state.range(0));
  request.graphs.distinct = request.permutation != Permutation::gspo;
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
BENCHMARK(scan_two_columns)->DenseRange(0, 6)->Unit(benchmark::kMillisecond);

void look_up_subject_predicate(benchmark::State& state) {
  World& world = World::get();
  const auto source = world.store().snapshot();
  std::mt19937_64 random(2);
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
  std::mt19937_64 random(3);
  ScanRequest request;
  request.permutation = Permutation::pos;
  request.prefix_length = 1;
  for (auto _ : state) {
    request.prefix = {world.predicate(random)};
    benchmark::DoNotOptimize(source->estimate(request));
  }
}
BENCHMARK(estimate_range);

void terms_of_ids(benchmark::State& state) {
  World& world = World::get();
  const auto source = world.store().snapshot();
  std::mt19937_64 random(4);
  std::vector<TermId> ids(1000);
  std::vector<Term> terms(1000);
  for (auto _ : state) {
    state.PauseTiming();
    // As many as a result that fits its cache: warm.
    for (auto& id : ids) id = world.subject(random);
    state.ResumeTiming();
    source->terms(ids, terms);
  }
  state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(terms_of_ids);

void commit_synced(benchmark::State& state) {
  World& world = World::get();
  const auto size = static_cast<std::size_t>(state.range(0));
  static std::uint64_t fresh = 0;
  std::mt19937_64 random(5);
  for (auto _ : state) {
    const auto tx = world.store().begin();
    const TermId predicate = world.predicate(random);
    for (std::size_t i = 0; i < size; ++i) {
      const TermId number{TermId::Kind::integer, (std::uint64_t{1} << 55) + ++fresh};
      tx->insert(IdQuad{world.subject(random), predicate, number});
    }
    tx->commit();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(commit_synced)->Arg(1)->Arg(1000)->Unit(benchmark::kMicrosecond);

void open_store(benchmark::State& state) {
  for (auto _ : state) World::get().reopen();
}
BENCHMARK(open_store)->Unit(benchmark::kMillisecond)->Iterations(5);

}  // namespace
}  // namespace dossier::storage

BENCHMARK_MAIN();
