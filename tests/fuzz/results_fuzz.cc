// SPDX-License-Identifier: Apache-2.0
// Query results in JSON, XML, CSV and TSV: any bytes give an Error with a place or a result that,
// written again, is read as the same.
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "parser/results/results.h"
#include "tests/fuzz/demand.h"

namespace {

using dossier::fuzz::demand;

struct Result : dossier::ResultsSink {
  std::vector<std::string> variables;
  std::vector<std::vector<std::optional<dossier::Term>>> rows;
  std::optional<bool> answer;
  bool ended = false;

  void begin(const std::vector<std::string>& names) override { variables = names; }
  void row(dossier::Solution values) override {
    demand(values.size() == variables.size(), "a row of another width");
    auto& to = rows.emplace_back();
    for (const auto& value : values) {
      to.push_back(value ? std::optional(dossier::fuzz::unlabelled(*value)) : std::nullopt);
    }
  }
  void end() override { ended = true; }
  void boolean(bool value) override { answer = value; }

  bool same(const Result& other) const {
    return variables == other.variables && rows == other.rows && answer == other.answer;
  }
};

std::string written(const Result& result, dossier::ResultsFormat format) {
  std::ostringstream out;
  const auto writer = dossier::make_results_writer(out, format);
  if (result.answer) {
    writer->boolean(*result.answer);
  } else {
    writer->begin(result.variables);
    for (const auto& row : result.rows) writer->row(row);
    writer->end();
  }
  return out.str();
}

void check(std::string_view text, dossier::ResultsFormat format) {
  Result result;
  try {
    dossier::parse_results(text, format, result, 100);
  } catch (const dossier::Error& error) {
    dossier::fuzz::check_error(error, text, format != dossier::ResultsFormat::xml);
    return;
  }
  demand(result.ended != result.answer.has_value(), "neither rows nor a truth value, or both");
  Result again;
  try {
    dossier::parse_results(written(result, format), format, again, 200);
  } catch (const dossier::Error& error) {
    demand(false, error.what());
  }
  demand(again.same(result), "what was written is read as something else");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto format : {dossier::ResultsFormat::json, dossier::ResultsFormat::xml,
                            dossier::ResultsFormat::csv, dossier::ResultsFormat::tsv}) {
    check(text, format);
  }
  return 0;
}
