// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <fmt/core.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kPredicates = 40;
constexpr std::size_t kSample = 1'000'000;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string resource(std::size_t i) { return fmt::format("https://example.org/resource/{}", i); }
std::string property(std::size_t i) { return fmt::format("https://example.org/property/{}", i); }

void write_input(const std::string& path, std::size_t quads) {
  Random random(1);
  std::ofstream file(path);
  const std::size_t subjects = quads / 10 + 1;
  for (std::size_t i = 0; i < quads; ++i) {
    file << '<' << resource(i / 10) << "> <" << property((i % 10) * 4 + random() % 4) << "> ";
    switch (i % 10) {
      case 0:
        file << "\"The name of thing number " << i / 10 << "\"@en";
        break;
      case 1:
        file << '"' << random() % 100'000 << "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
        break;
      default:
        file << '<' << resource(random() % subjects) << '>';
    }
    file << " .\n";
  }
}

}  // namespace

World& World::get() {
  static World world;
  return world;
}

World::World() {
  const char* quads = std::getenv("DOSSIER_BENCH_QUADS");
  quads_ = quads == nullptr ? 1'000'000 : std::stoul(quads);
  if (const char* directory = std::getenv("DOSSIER_BENCH_DIR")) {
    directory_ = directory;
    keep_ = true;
  } else {
    std::string name = (fs::temp_directory_path() / "dossier-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::exit(1);
    directory_ = name;
  }
  fs::create_directories(directory_);
  OpenOptions options;
  if (const char* mebibytes = std::getenv("DOSSIER_BENCH_MEMORY")) {
    options.memory_bytes = std::stoul(mebibytes) << 20;
  }
  store_ = Store::open(path(), options);
  const std::uint64_t there = store_->statistics().quads;
  if (there == 0) {
    load();
  } else {
    quads_ = there / 10 * 10;
  }
  const Statistics now = store_->statistics();
  fmt::print("store: {} quads, {} terms, {} in the delta, {:.1f} bytes a quad on disk\n", now.quads,
             now.terms, now.delta_quads,
             static_cast<double>(now.disk_bytes) / static_cast<double>(now.quads));
  find_terms();
}

World::~World() {
  store_.reset();
  graph_store_.reset();
  fs::remove_all(directory_ / "graphs");
  if (!keep_) fs::remove_all(directory_);
}

void World::load() {
  const std::string input = (directory_ / "input.nt").string();
  write_input(input, quads_);
  const LoadInput file{.path = input, .format = RdfFormat::ntriples, .base = {}, .graph = {}};
  const auto start = Clock::now();
  const LoadReport report = store_->load(std::span(&file, 1));
  const double time = seconds_since(start);
  fs::remove(input);
  fmt::print("load: {} quads in {:.2f} s, {:.0f} k/s\n", report.added, time,
             static_cast<double>(report.read) / time / 1000);
}

void World::find_terms() {
  const auto source = store_->snapshot();
  const std::size_t step = std::max<std::size_t>(1, subjects() / kSample);
  std::vector<Term> terms;
  for (std::size_t i = 0; i < subjects(); i += step) terms.push_back(Term::iri(resource(i)));
  subjects_.resize(terms.size());
  source->find(terms, subjects_);
  for (int i = 0; i < kPredicates; ++i) {
    predicates_.push_back(source->find(Term::iri(property(static_cast<std::size_t>(i)))));
  }
}

Store& World::graph_store() {
  if (graph_store_ != nullptr) return *graph_store_;
  constexpr std::size_t kTriples = 300'000;
  constexpr std::size_t kGraphs = 8;
  fs::remove_all(directory_ / "graphs");
  graph_store_ = Store::open((directory_ / "graphs").string());
  Random random(8);
  const auto tx = graph_store_->begin();
  std::vector<TermId> graphs;
  std::vector<TermId> terms;
  for (std::size_t i = 0; i < kGraphs; ++i) graphs.push_back(tx->intern(Term::iri(property(i))));
  for (std::size_t i = 0; i < kTriples / 10; ++i)
    terms.push_back(tx->intern(Term::iri(resource(i))));
  for (std::size_t i = 0; i < kTriples; ++i) {
    const IdQuad quad{terms[i / 10], graphs[random() % 8], terms[random() % terms.size()],
                      graphs[random() % kGraphs]};
    tx->insert(quad);
    for (std::size_t n = i % 3 == 0 ? 2 : 0; n > 0; --n) {
      tx->insert(IdQuad{quad.subject, quad.predicate, quad.object, graphs[random() % kGraphs]});
    }
  }
  tx->commit();
  graph_store_->compact();
  return *graph_store_;
}

void World::reopen() {
  store_.reset();
  store_ = Store::open(path());
}

void World::grow_delta(double percent) {
  constexpr std::size_t kCommit = 10'000;
  Random random(9);
  const auto wanted = static_cast<std::uint64_t>(static_cast<double>(quads_) * percent / 100);
  while (store_->statistics().delta_quads < wanted) {
    const auto tx = store_->begin();
    for (std::size_t i = 0; i < kCommit; ++i) {
      tx->insert(IdQuad{subject(random), predicate(random), subject(random)});
    }
    tx->commit(Durability::relaxed);
  }
}

}  // namespace dossier::storage
