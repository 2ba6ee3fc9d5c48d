// SPDX-License-Identifier: Apache-2.0
// Loads generated graphs of given sizes into empty stores and prints, for each: seconds, rate,
// bytes a triple on disk, the process's peak memory, and what each phase took.
//
//   load_bench newsroom 1000000,10000000 [MEMORY_MIB [THREADS]]
//   load_bench memory 1000000 [MEMORY_MIB [THREADS]]
//   load_bench file DATA.nt [MEMORY_MIB [THREADS]]
//
// "memory" makes its triples in memory and compares three ways into a store: a file of them, a
// generator, and one transaction. "file" loads a file of N-Triples.
//
// The graph comes from the program `generate`, which stands beside this one. Each load has a
// process of its own, so that its peak is its own.
#include <fmt/core.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/store.h"

namespace {

namespace fs = std::filesystem;
using namespace dossier;
using namespace dossier::storage;

class Watch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// When each phase began.
class Phases {
 public:
  bool note(const Progress& progress) {
    if (begun_.empty() || begun_.back().first != progress.phase) {
      begun_.emplace_back(progress.phase, watch_.seconds());
    }
    return true;
  }
  std::string text() const {
    std::string out;
    const double end = watch_.seconds();
    for (std::size_t i = 0; i < begun_.size(); ++i) {
      const double until = i + 1 < begun_.size() ? begun_[i + 1].second : end;
      out +=
          fmt::format("{}{} {:.1f}", i == 0 ? "" : ", ", begun_[i].first, until - begun_[i].second);
    }
    return out;
  }
  double seconds() const { return watch_.seconds(); }

 private:
  Watch watch_;
  std::vector<std::pair<std::string, double>> begun_;
};

/// Triple number `i`: ten for each subject, of IRIs, integers and texts.
Quad made_triple(std::uint64_t i) {
  const auto resource = [](std::uint64_t n) {
    return Term::iri("http://example.org/resource/" + std::to_string(n));
  };
  Quad quad{resource(i / 10), Term::iri("http://example.org/property/" + std::to_string(i % 10)),
            resource(i * 7919 % (i / 10 + 1)), std::nullopt};
  if (i % 10 == 0) quad.object = Term::integer(static_cast<std::int64_t>(i));
  if (i % 10 == 1) quad.object = Term::string("the name of the resource " + std::to_string(i));
  return quad;
}

void write_made_triples(const std::string& path, std::uint64_t count) {
  std::ofstream file(path);
  for (std::uint64_t i = 0; i < count; ++i) {
    const Quad quad = made_triple(i);
    file << quad.subject.to_string() << ' ' << quad.predicate.to_string() << ' '
         << quad.object.to_string() << " .\n";
  }
}

enum class From { file, generator, transaction };

struct Setup {
  std::string data;
  std::string store;
  LoadOptions options;
  From from = From::file;
  std::uint64_t made_triples = 0;
};

LoadReport put(Store& store, const Setup& setup) {
  if (setup.from == From::file) {
    const LoadInput input{.path = setup.data, .format = RdfFormat::ntriples};
    return store.load(std::span(&input, 1), setup.options);
  }
  std::uint64_t next = 0;
  if (setup.from == From::generator) {
    const QuadGenerator generator = [&](Quad& quad) {
      if (next == setup.made_triples) return false;
      quad = made_triple(next++);
      return true;
    };
    return store.load(generator, setup.options);
  }
  const auto transaction = store.begin();
  while (next < setup.made_triples) transaction->insert(made_triple(next++));
  transaction->commit();
  return {.read = next, .added = transaction->inserted(), .bad_lines = 0};
}

void load(Setup setup) {
  Phases phases;
  setup.options.progress = [&](const Progress& progress) { return phases.note(progress); };
  const auto store = Store::open(setup.store);
  const LoadReport report = put(*store, setup);
  const double seconds = phases.seconds();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto cpu = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  const auto triples = static_cast<double>(report.read);
  fmt::print("{:>11} {:>7.1f} {:>7.1f} {:>6.0f} {:>8.1f} {:>6}   {}\n", report.read, seconds,
             cpu(usage.ru_utime) + cpu(usage.ru_stime), triples / seconds / 1000,
             static_cast<double>(store->statistics().disk_bytes) / triples, usage.ru_maxrss / 1024,
             phases.text());
  std::fflush(stdout);
}

bool load_apart(const Setup& setup) {
  const pid_t child = fork();
  if (child == 0) {
    int status = 0;
    try {
      load(setup);
    } catch (const std::exception& error) {
      fmt::print(stderr, "{}\n", error.what());
      status = 1;
    }
    _exit(status);
  }
  int status = 0;
  return waitpid(child, &status, 0) == child && status == 0;
}

bool compare_ways(Setup setup, std::uint64_t triples) {
  setup.made_triples = triples;
  write_made_triples(setup.data, triples);
  bool good = true;
  for (const auto& [from, name] :
       {std::pair{From::file, "file"}, std::pair{From::generator, "generator"},
        std::pair{From::transaction, "transaction"}}) {
    fmt::print("from a {}:\n", name);
    std::fflush(stdout);
    setup.from = from;
    good = good && load_apart(setup);
    fs::remove_all(setup.store);
  }
  return good;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr,
               "usage: load_bench GRAPH|memory TRIPLES[,TRIPLES...] [MEMORY_MIB [THREADS]]\n"
               "       load_bench file DATA.nt [MEMORY_MIB [THREADS]]\n");
    return 2;
  }
  const fs::path folder =
      fs::temp_directory_path() / ("dossier-load-bench-" + std::to_string(getpid()));
  fs::create_directories(folder);
  const std::string generate =
      (fs::read_symlink("/proc/self/exe").parent_path() / "generate/generate").string();
  Setup setup{.data = folder / "data.nt", .store = folder / "kb", .options = {}};
  if (argc > 3) setup.options.memory_bytes = std::stoull(argv[3]) << 20;
  if (argc > 4) setup.options.threads = std::stoull(argv[4]);
  fmt::print("{:>11} {:>7} {:>7} {:>6} {:>8} {:>6}   phases, s\n", "triples", "s", "cpu s", "k/s",
             "B/triple", "MiB");
  std::fflush(stdout);  // a process that is forked has what is not written, too
  bool good = true;
  const bool is_file = argv[1] == std::string_view("file");
  if (is_file) {
    setup.data = argv[2];
    good = load_apart(setup);
  }
  std::stringstream sizes(is_file ? "" : argv[2]);
  for (std::string size; good && std::getline(sizes, size, ',');) {
    if (argv[1] == std::string_view("memory")) {
      good = compare_ways(setup, std::stoull(size));
      continue;
    }
    const std::string command =
        fmt::format("'{}' {} {} > '{}' 2>/dev/null", generate, argv[1], size, setup.data);
    good = std::system(command.c_str()) == 0 && load_apart(setup);
    fs::remove_all(setup.store);
  }
  fs::remove_all(folder);
  return good ? 0 : 1;
}
