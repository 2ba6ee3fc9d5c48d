// SPDX-License-Identifier: Apache-2.0
// From a document that has been read to its facts: the stages of extraction as one list of passes.
//
//   Analysis analysis = read_source(bytes, "minutes.txt");
//   Resolution resolution = run_passes(analysis);
//
// Ingest, extract, the tests and the evaluation programs all run this list, so that each sees the
// document as the others do. README.md says what every pass takes and gives.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analyze/analyzer.h"
#include "extract/document.h"
#include "extract/interruption.h"
#include "extract/profile.h"
#include "extract/reader/read_settings.h"
#include "extract/resolve/resolve.h"
#include "extract/rules/rule_set.h"

namespace dossier::extract {

namespace encoder {
class ReadingModel;
}

/// In the order in which they run.
enum class Pass : std::uint8_t {
  segment,
  tag,
  times,
  quantities,
  read_names,
  names,
  revise_names,
  missing_names,
  listed_names,
  anchor_times,
  relate,
  clauses,
  resolve,
  rules,
  calibrate,
  listings,
};

/// What the passes work on. Private to pipeline.cc.
struct PassContext;

struct PassInfo {
  Pass pass;
  std::string_view name;     ///< "revise-names"
  std::string_view purpose;  ///< for people
  void (*run)(PassContext& context);
};

/// All of them, in order.
std::span<const PassInfo> passes();

struct PipelineSettings {
  /// What comes after it is not run.
  Pass last = Pass::listings;
  /// Passes by name that are left out, to see what they are worth. A pass whose input is missing
  /// finds nothing.
  std::vector<std::string> without = {};
  /// Tags and trees that the document came with are replaced.
  bool retag = false;
  /// Without the reading model.
  bool fast = false;
  /// Null: the built-in ones. Must outlive the call.
  const Analyzer* analyzer = nullptr;
  const encoder::ReadingModel* model = nullptr;
  const rules::RuleSet* rules = nullptr;
  Interruption interruption = {};
  /// Where the time of each pass is added; null: nowhere.
  IngestProfile* profile = nullptr;
};

/// For a document that is read with these settings, which must outlive the result.
PipelineSettings pipeline_settings(const ReadSettings& settings);

/// Runs the passes over a document that has its text, and perhaps its sentences. Deterministic;
/// thread-safe for different analyses. Throws Error(usage) for an unknown name in `without`,
/// what the interruption throws, and what rules::RuleSet::apply() throws.
Resolution run_passes(Analysis& analysis, const PipelineSettings& settings = {});

/// A document with its sentences, tags, trees and expressions, and its names as the last pass left
/// them.
Analysis analyze_document(Document document,
                          const PipelineSettings& settings = {.last = Pass::names});

}  // namespace dossier::extract
