// SPDX-License-Identifier: Apache-2.0
// Compares the engine with the naive evaluator on generated cases and on the kept ones.
//
//   differential_test FOLDER_OF_CASES [CASES [SEED]] [--each-pass]
//   differential_test --show SEED
//   differential_test --answers SEED CASES      see answers.h; for oracle.py
//
// A case is asked with all passes in both default-graph modes, by one thread and by several, and
// with one pass off, which its seed chooses; with --each-pass, with each of them off. Then one of
// its variables becomes a parameter, and the query, prepared once, is run with several values. Then
// its pattern becomes the WHERE of an update. A kept case is a file of N-Quads, a line "#---", and
// the query; with it every pass is switched off once. Prints "N passed, N failed, N open": a case
// is open when a sub-SELECT may cut its rows differently. Failing cases are shrunk and printed in
// that form.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "dossier/rdf.h"
#include "engine/plan/passes.h"
#include "parser/rdf/write.h"
#include "parser/sparql/parse.h"
#include "parser/sparql/print.h"
#include "tests/differential/answers.h"
#include "tests/differential/bench.h"
#include "tests/differential/compare.h"
#include "tests/differential/generate.h"
#include "tests/differential/naive_algebra.h"
#include "tests/differential/prepared.h"
#include "tests/differential/shrink.h"
#include "tests/differential/updates.h"

namespace {

namespace fs = std::filesystem;
using namespace dossier;
using naive::Bench;
using naive::Case;
using naive::Way;

/// All that can be done in parts is done so, by several threads.
Way by_threads(std::size_t threads, std::uint64_t part_rows) {
  Way way{DefaultGraph::union_of_all, {}, threads};
  way.passes.part_rows = part_rows;
  return way;
}

/// All passes on in both modes; then one pass off by `seed`, or without a seed each; then by
/// several threads.
std::vector<Way> ways(std::optional<std::uint64_t> seed) {
  std::vector<Way> result = {{DefaultGraph::union_of_all, {}}, {DefaultGraph::strict, {}}};
  result.push_back(by_threads(2, 1 + seed.value_or(0) % 4));
  result.push_back(by_threads(4, 1));
  const std::vector<std::string> names = plan::all_switches();
  if (seed) {
    result.push_back({DefaultGraph::union_of_all, {{names[*seed % names.size()]}}});
  } else {
    for (const std::string& name : names) result.push_back({DefaultGraph::union_of_all, {{name}}});
    result.push_back({DefaultGraph::union_of_all, {{names.begin(), names.end()}}});
  }
  return result;
}

/// What is wrong with the engine's answers to the case; empty when nothing is.
std::string difference(Bench& bench, const Case& test, const std::vector<Way>& ways) {
  const std::vector<Quad> data = bench.fill(test.data);
  const std::string text = print(test.query);
  const auto& query = std::get<ast::SelectQuery>(test.query.form);
  std::map<DefaultGraph, naive::Solutions> wanted;
  for (const DefaultGraph mode : {DefaultGraph::union_of_all, DefaultGraph::strict}) {
    const auto dataset =
        naive::Dataset::of(data, mode == DefaultGraph::union_of_all, test.query.dataset);
    wanted[mode] = naive::evaluate(query, dataset.default_graph, dataset);
  }
  for (const Way& way : ways) {
    try {
      const std::string wrong = naive::compare(query, wanted[way.mode], bench.ask(text, way));
      if (!wrong.empty()) return way.name() + wrong;
    } catch (const Error& error) {
      return way.name() + "\n  " + error.describe();
    }
  }
  return {};
}

std::string printed(const Case& test) {
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, RdfFormat::nquads);
  for (const Quad& quad : test.data) writer->write(quad);
  writer->finish();
  return out.str() + "#---\n" + print(test.query) + "\n";
}

Case read_case(const fs::path& path) {
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::size_t cut = text.find("#---\n");
  Case out;
  parse_rdf(text.substr(0, cut), {.format = RdfFormat::nquads, .base = ""},
            [&](Quad&& quad) { out.data.push_back(std::move(quad)); });
  out.query = parse_query(text.substr(cut + 5));
  return out;
}

using Difference = std::function<std::string(const Case&)>;
enum class Outcome : std::uint8_t { passed, failed, open };

Outcome worse(Outcome a, Outcome b) {
  if (a == Outcome::failed || b == Outcome::failed) return Outcome::failed;
  return a == Outcome::open ? a : b;
}

/// Runs one case; a failing one is shrunk and printed.
Outcome outcome(const Case& test, const Difference& difference, const std::string& name) {
  try {
    if (difference(test).empty()) return Outcome::passed;
  } catch (const naive::Ambiguous&) {
    return Outcome::open;
  }
  const Case small = naive::shrink(test, [&](const Case& c) {
    try {
      return !difference(c).empty();
    } catch (const naive::Ambiguous&) {
      return false;
    }
  });
  std::cout << "FAILED " << name << ": " << difference(small) << "\n"
            << printed(small) << std::endl;
  return Outcome::failed;
}

/// Plain, with a parameter, and as an update.
Outcome outcome(Bench& bench, const Case& test, const std::vector<Way>& ways, std::uint64_t seed,
                const std::string& name) {
  const std::pair<const char*, Difference> kinds[] = {
      {"", [&](const Case& c) { return difference(bench, c, ways); }},
      {", prepared", [&](const Case& c) { return naive::prepared_difference(bench, c, seed); }},
      {", as an update", [&](const Case& c) { return naive::update_difference(bench, c, seed); }},
  };
  Outcome result = Outcome::passed;
  for (const auto& [kind, difference] : kinds) {
    if (result == Outcome::failed) break;
    result = worse(result, outcome(test, difference, name + kind));
  }
  return result;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  if (fs::exists(folder))
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

int run(const fs::path& kept, std::uint64_t cases, std::uint64_t first, bool each_pass) {
  constexpr std::uint64_t kMaxFailures = 10;
  Bench bench;
  std::map<Outcome, std::uint64_t> counts;
  for (const fs::path& path : files_in(kept))
    ++counts[outcome(bench, read_case(path), ways({}), first, path.filename().string())];
  for (std::uint64_t seed = first; seed < first + cases; ++seed) {
    if (counts[Outcome::failed] == kMaxFailures) break;
    const auto own = ways(each_pass ? std::nullopt : std::optional(seed));
    ++counts[outcome(bench, naive::generate(seed), own, seed, "seed " + std::to_string(seed))];
  }
  std::cout << counts[Outcome::passed] << " passed, " << counts[Outcome::failed] << " failed, "
            << counts[Outcome::open] << " open\n";
  return counts[Outcome::failed] == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  const bool each_pass = std::erase(words, "--each-pass") != 0;
  if (words.size() == 2 && words.front() == "--show") {
    std::cout << printed(naive::generate(std::stoull(words[1])));
    return 0;
  }
  if (words.size() == 3 && words.front() == "--answers") {
    Bench bench;
    naive::write_answers(std::cout, bench, std::stoull(words[1]), std::stoull(words[2]));
    return 0;
  }
  if (words.empty()) {
    std::cerr << "usage: differential_test FOLDER_OF_CASES [CASES [SEED]] [--each-pass]\n"
                 "       differential_test --show SEED\n";
    return 2;
  }
  return run(words[0], words.size() > 1 ? std::stoull(words[1]) : 2000,
             words.size() > 2 ? std::stoull(words[2]) : 1, each_pass);
}
