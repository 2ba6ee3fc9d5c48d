// SPDX-License-Identifier: Apache-2.0
// How much faster a query becomes with a second thread, operator by operator.
//
//   scaling_bench [TRIPLES [THREADS [ROUNDS [NAME]]]]
//
// Makes a graph of so many triples (1,000,000) and asks each query with one thread and with THREADS
// (2) in turn, ROUNDS times (7); with NAME only those whose names contain it. Prints the least
// times as rows of a Markdown table, and the CPU time of the busiest thread, which other programs
// disturb less; fails when the answers differ.
#include <fmt/core.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "engine/knowledge_base.h"
#include "storage/store.h"

namespace {

namespace fs = std::filesystem;
using namespace dossier;

struct Measured {
  const char* name;
  const char* query;
};

const Measured kQueries[] = {
    {"scan, COUNT", "SELECT (COUNT(?o) AS ?n) { ?s ?p ?o }"},
    {"scan and filter", "SELECT (COUNT(*) AS ?n) { ?s x:number ?v FILTER(?v * 3 > 1000) }"},
    {"scan and REGEX", "SELECT (COUNT(*) AS ?n) { ?s x:name ?v FILTER(REGEX(?v, \"7.*3\")) }"},
    {"SUM, MIN, MAX, AVG",
     "SELECT (SUM(?v) AS ?a) (MIN(?v) AS ?b) (MAX(?v) AS ?c) (AVG(?v) AS ?d) { ?s x:number ?v }"},
    {"GROUP BY, few groups", "SELECT ?k (COUNT(*) AS ?n) { ?s x:kind ?k } GROUP BY ?k"},
    {"GROUP BY, many groups",
     "SELECT (COUNT(*) AS ?g) { SELECT ?o (COUNT(*) AS ?n) { ?s x:knows ?o } GROUP BY ?o }"},
    {"COUNT(DISTINCT)", "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s x:knows ?o }"},
    {"DISTINCT", "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?p ?o { ?s ?p ?o } }"},
    {"star of three, GROUP BY",
     "SELECT ?k (SUM(?v) AS ?n) { ?s x:kind ?k ; x:number ?v ; x:knows ?o } GROUP BY ?k"},
    {"path of two", "SELECT (COUNT(*) AS ?n) { ?a x:knows ?b . ?b x:knows ?c }"},
    {"self-join on the object", "SELECT (COUNT(*) AS ?n) { ?a x:city ?c . ?b x:city ?c }"},
    {"OPTIONAL", "SELECT (COUNT(?w) AS ?n) { ?a x:knows ?b OPTIONAL { ?b x:city ?w } }"},
    {"NOT EXISTS", "SELECT (COUNT(*) AS ?n) { ?a x:number ?v FILTER NOT EXISTS { ?a x:city ?c } }"},
    {"MINUS", "SELECT (COUNT(*) AS ?n) { ?a x:number ?v MINUS { ?a x:city ?c } }"},
    {"hash join", "SELECT (COUNT(*) AS ?n) { ?a x:knows ?b . ?b x:knows ?c . ?c x:number ?v }"},
    {"GROUP BY, many groups of a join",
     "SELECT (COUNT(*) AS ?g) { SELECT ?a (COUNT(*) AS ?n) { ?a x:knows ?b . ?b x:knows ?c } GROUP "
     "BY ?a }"},
    {"ORDER BY numbers", "SELECT ?s { ?s x:number ?v } ORDER BY ?v OFFSET 1000000000 LIMIT 1"},
    {"ORDER BY numbers of a join",
     "SELECT ?s { ?s x:number ?v ; x:knows ?o } ORDER BY ?v OFFSET 1000000000 LIMIT 1"},
    {"ORDER BY texts", "SELECT ?s { ?s x:name ?v } ORDER BY ?v OFFSET 1000000000 LIMIT 1"},
    {"top 10 over a join",
     "SELECT ?s ?v { ?s x:number ?v ; x:knows ?o } ORDER BY DESC(?v) LIMIT 10"},
};

/// Triple number `i`: eight for each subject.
Quad triple(std::uint64_t i, std::uint64_t subjects) {
  const auto x = [](const std::string& name) { return Term::iri("urn:x:" + name); };
  const auto mixed = [](std::uint64_t n) {
    n = (n ^ (n >> 31)) * 0x9E3779B97F4A7C15ULL;
    return n ^ (n >> 29);
  };
  const std::uint64_t random = mixed(i);
  const std::uint64_t subject = i / 8;
  Quad quad{x("s" + std::to_string(subject)), x("knows"),
            x("s" + std::to_string(random % subjects)), std::nullopt};
  const auto set = [&](const char* predicate, Term object) {
    quad.predicate = x(predicate);
    quad.object = std::move(object);
  };
  switch (i % 8) {
    case 0:
      set("kind", x("kind" + std::to_string(random % 20)));
      break;
    case 1:
      set("number", Term::integer(static_cast<std::int64_t>(random % 1000000)));
      break;
    case 2:
      set("name", Term::string("the name of number " + std::to_string(random % 1000000)));
      break;
    case 3:
      set(subject % 2 == 0 ? "city" : "village",
          x("city" + std::to_string(random % (subjects / 20))));
      break;
    default:
      break;
  }
  return quad;
}

void fill(KnowledgeBase& kb, std::uint64_t triples) {
  std::uint64_t next = 0;
  const QuadGenerator generator = [&](Quad& quad) {
    if (next == triples) return false;
    quad = triple(next++, triples / 8);
    return true;
  };
  kb.store().load(generator, {});
}

double cpu_milliseconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Milliseconds: that passed, of CPU time over all threads, and of the busiest one's. The last is
/// what would pass on a machine where nothing else runs, the others' share being even.
struct Times {
  double wall = 0;
  double cpu = 0;
  double busiest = 0;

  void take_least(const Times& other) {
    wall = std::min(wall, other.wall);
    cpu = std::min(cpu, other.cpu);
    busiest = std::min(busiest, other.busiest);
  }
};

class Watch {
 public:
  Times times(std::size_t threads) const {
    const std::chrono::duration<double, std::milli> wall =
        std::chrono::steady_clock::now() - start_;
    const double cpu = cpu_milliseconds(CLOCK_PROCESS_CPUTIME_ID) - process_;
    const double own = cpu_milliseconds(CLOCK_THREAD_CPUTIME_ID) - thread_;
    const double other = threads < 2 ? 0 : (cpu - own) / static_cast<double>(threads - 1);
    return {wall.count(), cpu, std::max(own, other)};
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  double process_ = cpu_milliseconds(CLOCK_PROCESS_CPUTIME_ID);
  double thread_ = cpu_milliseconds(CLOCK_THREAD_CPUTIME_ID);
};

struct Run {
  Times times;
  std::vector<std::string> rows;
};

Run run(const KnowledgeBase& kb, const char* query, std::size_t threads) {
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  options.threads = threads;
  const Watch watch;
  Run result{};
  for (const Row& row : kb.query(query, options)) {
    std::string& line = result.rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) line += row[i] ? row[i]->to_string() + " " : "- ";
  }
  result.times = watch.times(threads);
  std::sort(result.rows.begin(), result.rows.end());
  return result;
}

/// Whether the answers agree.
bool measure(const KnowledgeBase& kb, const Measured& one, std::size_t threads, int rounds) {
  Times alone{1e300, 1e300, 1e300};
  Times together = alone;
  for (int i = 0; i < rounds; ++i) {
    const Run first = run(kb, one.query, 1);
    const Run second = run(kb, one.query, threads);
    if (first.rows != second.rows) {
      fmt::print(stderr, "{}: the answers differ\n", one.name);
      return false;
    }
    alone.take_least(first.times);
    together.take_least(second.times);
  }
  fmt::print("| {} | {:.1f} | {:.1f} | {:.2f} | {:.1f} | {:.1f} | {:.2f} |\n", one.name, alone.wall,
             together.wall, alone.wall / together.wall, alone.busiest, together.busiest,
             alone.busiest / together.busiest);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const auto number = [&](int i, std::uint64_t usual) {
    return argc > i ? std::strtoull(argv[i], nullptr, 10) : usual;
  };
  const std::uint64_t triples = number(1, 1'000'000);
  const std::size_t threads = number(2, 2);
  const int rounds = static_cast<int>(number(3, 7));
  std::string folder = (fs::temp_directory_path() / "scaling_bench_XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return 1;
  bool agree = true;
  {
    KnowledgeBase kb = KnowledgeBase::open(folder + "/kb");
    fill(kb, triples);
    fmt::print(
        "| query | 1 thread, ms | {} threads, ms | faster | CPU ms of 1 | of the busiest of "
        "{} | faster |\n| --- | --- | --- | --- | --- | --- | --- |\n",
        threads, threads);
    for (const Measured& one : kQueries) {
      if (argc > 4 && std::string(one.name).find(argv[4]) == std::string::npos) continue;
      agree = measure(kb, one, threads, rounds) && agree;
    }
  }
  fs::remove_all(folder);
  return agree ? 0 : 1;
}
