// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/rule_set.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "dossier/error.h"
#include "extract/embedded.h"
#include "extract/rules/typical_document.h"
#include "storage/regular_file.h"

namespace dossier::extract::rules {
namespace {

constexpr std::size_t kLargestRule = std::size_t{64} << 20;

}  // namespace

std::vector<RuleText> builtin_rules() {
  std::vector<RuleText> texts;
  for (const embedded::File& file : embedded::rules()) {
    const std::string_view stem = file.name().substr(0, file.name().rfind('.'));
    texts.push_back({std::string(stem), std::string(file.path), std::string(file.bytes)});
  }
  return texts;
}

std::vector<RuleText> rules_in(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code failure;
  std::vector<fs::path> files;
  for (fs::directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    if (it->path().extension() == ".rq") files.push_back(it->path());
  }
  if (failure)
    throw Error(ErrorCode::input, "cannot read the rules in " + folder + ": " + failure.message());
  if (files.empty()) throw Error(ErrorCode::input, "there are no rules (*.rq) in " + folder);
  std::sort(files.begin(), files.end());
  std::vector<RuleText> result;
  for (const fs::path& file : files) {
    storage::RegularFile in(file.string());
    result.push_back({file.stem().string(), file.string(), storage::read_whole(in, kLargestRule)});
  }
  return result;
}

RuleSet::RuleSet(std::vector<RuleText> texts, RuleLimits limits) : limits_(limits) {
  std::map<std::string, RuleText> by_name;
  for (RuleText& text : texts) by_name.insert_or_assign(text.name, std::move(text));
  std::set<Term> seen;
  bool everything = false;
  for (auto& [name, text] : by_name) {
    const Rule& rule = rules_.emplace_back(std::move(text));
    everything = everything || rule.reads_any_predicate();
    for (const Term& term : rule.constants()) {
      if (seen.insert(term).second) constants_.push_back(term);
    }
  }
  wanted_ = WantedTerms(constants_, everything);
  const TypicalDocument typical;
  const DocumentGraph graph(typical.analysis, typical.resolution, wanted_, constants_);
  for (Rule& rule : rules_) rule.plan(graph.source());
}

std::vector<StatedFactor> RuleSet::apply(Analysis& analysis, const Resolution& resolution,
                                         const Interruption& interruption) const {
  std::vector<StatedFactor> factors;
  if (rules_.empty()) return factors;
  const DocumentGraph graph(analysis, resolution, wanted_, constants_);
  for (const Rule& rule : rules_) {
    interruption.check();
    rule.apply(graph, limits_, interruption.token(), analysis, factors);
  }
  return factors;
}

}  // namespace dossier::extract::rules
