// SPDX-License-Identifier: Apache-2.0
// Runs the W3C test suites: see README.md in this folder.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "tests/skip.h"
#include "tests/w3c/scoreboard.h"
#include "tests/w3c/workbench.h"

namespace dossier::w3c {
namespace {

constexpr const char* kManifests[] = {
    "sparql/sparql10/manifest.ttl", "sparql/sparql11/manifest-all.ttl",
    "sparql/sparql12/manifest.ttl", "rdf/rdf11/manifest.ttl",
    "rdf/rdf12/manifest.ttl",
};

struct Arguments {
  std::string suites = test::shared_folder() + "/w3c";
  std::string only;   ///< part of the ids to run
  bool show = false;  ///< print details of what fails
  bool list = false;  ///< print every test
  bool update = false;
};

constexpr const char* kUsage =
    "w3c_test [--suites DIR] [--only PART-OF-ID] [--show] [--list] [--update]\n";

bool parse_arguments(int argc, char** argv, Arguments& arguments) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool more = i + 1 < words.size();
    if (words[i] == "--suites" && more) {
      arguments.suites = words[++i];
    } else if (words[i] == "--only" && more) {
      arguments.only = words[++i];
    } else if (words[i] == "--show") {
      arguments.show = true;
    } else if (words[i] == "--list") {
      arguments.list = true;
    } else if (words[i] == "--update") {
      arguments.update = true;
    } else {
      return false;
    }
  }
  return true;
}

std::vector<Result> run_all(const Suites& suites, const Scoreboard& board,
                            const std::string& only) {
  std::vector<Result> results;
  Workbench workbench;
  for (Test& test : read_manifests(suites, kManifests)) {
    if (test.id.find(only) == std::string::npos) continue;
    const std::optional<std::string> skip = board.skip_reason(test);
    Outcome outcome =
        skip ? Outcome{Verdict::skipped, *skip, {}} : run_test(suites, test, workbench);
    results.push_back({std::move(test), std::move(outcome)});
  }
  return results;
}

void print_tests(const std::vector<Result>& results, const Arguments& arguments) {
  static constexpr const char* kWords[] = {"pass", "FAIL", "skip"};
  for (const Result& result : results) {
    const bool bad = result.outcome.verdict == Verdict::failed;
    if (!arguments.list && !(arguments.show && bad)) continue;
    fmt::print("{} {} {}\n", kWords[static_cast<int>(result.outcome.verdict)], result.test.id,
               result.outcome.reason);
    if (arguments.show && !result.outcome.detail.empty()) {
      fmt::print("{}\n\n", result.outcome.detail);
    }
  }
}

void print_scores(const std::vector<Result>& results) {
  Score total;
  fmt::print("{:<42} {:>6} {:>6} {:>7}\n", "directory", "passed", "failed", "skipped");
  for (const auto& [directory, score] : scores(results)) {
    fmt::print("{:<42} {:>6} {:>6} {:>7}\n", directory, score.passed, score.failed, score.skipped);
    total.passed += score.passed;
    total.failed += score.failed;
    total.skipped += score.skipped;
  }
  const auto by_value = std::count_if(results.begin(), results.end(), [](const Result& result) {
    return result.outcome.verdict == Verdict::passed && !result.outcome.reason.empty();
  });
  fmt::print("{} of those passed have their numbers compared by value, not by lexical form\n",
             by_value);
  fmt::print("{} passed, {} failed, {} skipped\n", total.passed, total.failed, total.skipped);
}

int run(const Arguments& arguments) {
  if (!std::filesystem::exists(arguments.suites)) {
    fmt::print("skipped: the W3C suites are not at {}\n", arguments.suites);
    return test::kSkipped;
  }
  const Scoreboard board = Scoreboard::load(DOSSIER_SCOREBOARD);
  const bool complete = arguments.only.empty();
  const std::vector<Result> results = run_all(Suites(arguments.suites), board, arguments.only);
  print_tests(results, arguments);
  print_scores(results);
  for (const std::string& id : board.better(results)) {
    fmt::print("passes now, --update strikes it from failures.tsv: {}\n", id);
  }
  if (arguments.update && complete) {
    board.update(DOSSIER_SCOREBOARD, results);
    return 0;
  }
  const std::vector<std::string> worse = board.worse(results, complete);
  for (const std::string& line : worse) fmt::print("worse: {}\n", line);
  return worse.empty() ? 0 : 1;
}

}  // namespace
}  // namespace dossier::w3c

int main(int argc, char** argv) {
  dossier::w3c::Arguments arguments;
  if (!dossier::w3c::parse_arguments(argc, argv, arguments)) {
    std::fputs(dossier::w3c::kUsage, stderr);
    return 2;
  }
  try {
    return dossier::w3c::run(arguments);
  } catch (const dossier::Error& error) {
    std::fputs((error.describe() + '\n').c_str(), stderr);
    return 2;
  }
}
