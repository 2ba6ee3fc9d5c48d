// SPDX-License-Identifier: Apache-2.0
// stage_speed DOCUMENT...
//
// What each stage from bytes to typed facts costs in one thread, by CPU time: microseconds a
// sentence, milliseconds of rules a document, and their share of the whole.
#include <fmt/format.h>

#include <array>
#include <ctime>
#include <string>
#include <vector>

#include "dossier/ingest.h"
#include "extract/analyze/analyzer.h"
#include "extract/find_facts.h"
#include "extract/reader/read_source.h"
#include "extract/rules/rule_set.h"
#include "extract/rules/rules_access.h"
#include "program.h"
#include "read_file.h"

namespace dossier::extract {
namespace {

constexpr int kRounds = 5;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Costs {
  std::array<double, 3> seconds{};  ///< reading; clauses and resolution; rules
  std::size_t sentences = 0;
  std::size_t documents = 0;
};

void measure(const std::string& bytes, const std::string& file, const rules::RuleSet& rules,
             Costs& costs) {
  std::array<double, 4> at{};
  at[0] = cpu_seconds();
  Analysis analysis = read_source(bytes, file);
  Analyzer::instance()->complete(analysis);
  at[1] = cpu_seconds();
  static const rules::RuleSet no_rules({});
  const Resolution resolution = find_facts(analysis, no_rules);
  at[2] = cpu_seconds();
  rules.apply(analysis, resolution);
  at[3] = cpu_seconds();
  for (std::size_t i = 0; i < 3; ++i) costs.seconds[i] += at[i + 1] - at[i];
  costs.sentences += analysis.sentences.size();
  ++costs.documents;
}

void run(const std::vector<std::string>& files) {
  Analyzer::instance();  // loads the models, which is no stage's cost
  const double before = cpu_seconds();
  const Rules rules;
  fmt::print("rules compiled in {:.0f} ms\n", 1000 * (cpu_seconds() - before));
  Costs costs;
  for (const std::string& file : files) {
    const std::string bytes = read_file(file);
    for (int round = 0; round < kRounds; ++round)
      measure(bytes, file, RulesAccess::set(rules), costs);
  }
  const auto& seconds = costs.seconds;
  const double all = seconds[0] + seconds[1] + seconds[2];
  const auto each = static_cast<double>(costs.sentences) / 1e6;
  fmt::print(
      "a sentence: reading {:.0f} us, clauses and resolution {:.0f}, rules {:.0f}; {:.0f} "
      "sentences/s\n",
      seconds[0] / each, seconds[1] / each, seconds[2] / each,
      static_cast<double>(costs.sentences) / all);
  fmt::print("rules: {:.2f} ms a document, {:.1f} % of the whole\n",
             1000 * seconds[2] / static_cast<double>(costs.documents), 100 * seconds[2] / all);
}

}  // namespace
}  // namespace dossier::extract

int main(int argc, char** argv) {
  using namespace dossier::extract;
  return Program{"stage_speed DOCUMENT...", {}, {}}.run(argc, argv, [](const Arguments& words) {
    run(words.files);
    return 0;
  });
}
