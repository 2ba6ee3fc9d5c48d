// SPDX-License-Identifier: Apache-2.0
#include "extract/calibrate/calibrate.h"

#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "extract/confidence.h"
#include "extract/embedded.h"

namespace dossier::extract::calibrate {

namespace {

std::size_t sign_named(std::string_view name) {
  for (std::size_t i = 0; i < kSigns; ++i)
    if (name_of(static_cast<Sign>(i)) == name) return i;
  throw std::logic_error("weights.tsv: there is no sign '" + std::string(name) + "'");
}

/// Lines of a name, a tabulator and a number; "#" begins a comment.
Signs read_weights(std::string_view table) {
  Signs weights{};
  std::size_t read = 0;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(line.size() + 1, table.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) throw std::logic_error("weights.tsv: a line has no weight");
    weights[sign_named(line.substr(0, tab))] =
        std::strtod(std::string(line.substr(tab + 1)).c_str(), nullptr);
    ++read;
  }
  if (read != kSigns) throw std::logic_error("weights.tsv does not have one weight a sign");
  return weights;
}

const Signs& weights() {
  static const Signs fitted =
      read_weights(embedded::file_named(embedded::declarations(), "weights.tsv").bytes);
  return fitted;
}

}  // namespace

double fitted_confidence(const Signs& signs) {
  double sum = 0;
  for (std::size_t i = 0; i < kSigns; ++i) sum += weights()[i] * signs[i];
  return confidence::bounded(1 / (1 + std::exp(-sum)));
}

void calibrate(Analysis& analysis) {
  for (Sentence& sentence : analysis.sentences) {
    std::vector<double> fitted;
    for (const Said& fact : facts_of(sentence))
      fitted.push_back(fitted_confidence(signs_of(analysis, sentence, fact)));
    auto next = fitted.begin();
    for (Clause& clause : sentence.clauses) clause.confidence = *next++;
    for (TypedFact& fact : sentence.typed_facts) fact.said.confidence = *next++;
  }
}

}  // namespace dossier::extract::calibrate
