// SPDX-License-Identifier: Apache-2.0
// Tags, lemmas, trees, time expressions, quantities and names of segmented sentences.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/interruption.h"

namespace dossier::extract {

class Lexicon;
class SentenceReader;

/// Immutable once made, so one instance serves any number of threads.
class Analyzer {
 public:
  /// The analyser over the models built into the library, made at the first call.
  /// Throws Error(input) when a model is damaged.
  static std::shared_ptr<const Analyzer> instance();

  /// An analyser over other model files' bytes (format: extract/models/README.md), which
  /// are copied. Throws Error(input) when one is damaged or of another version.
  static std::shared_ptr<const Analyzer> load(std::string_view tagger_model,
                                              std::string_view lexicon_model,
                                              std::string_view network_model);

  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  /// Fills in tags, lemmas, trees, name readings, times and quantities. Many sentences in one call
  /// are read faster than one by one, and to the same result.
  void analyze(const Document& document, std::span<Sentence> sentences) const;

  /// Fills in the mentions of all sentences: names with their types, titles before them apart.
  /// A pass over the whole document because other occurrences of a name show its type.
  void find_names(const Document& document, std::vector<Sentence>& sentences) const;

  /// segment(), analyze(), then find_names().
  Analysis analyze_document(Document document) const;

  /// What analyze_document() does for a document that was read already (read_source()): sentences
  /// that are there stay, and keep tags, lemmas and tree where all of them are given, unless
  /// `retag`.
  void complete(Analysis& analysis, bool retag = false,
                const Interruption& interruption = {}) const;

  /// Gazetteer and word classes; lives as long as the analyser.
  const Lexicon& lexicon() const noexcept { return *lexicon_; }

 private:
  explicit Analyzer(std::unique_ptr<const Lexicon> lexicon);
  void find_expressions(const Document& document, std::span<Sentence> sentences,
                        const Interruption& interruption) const;

  std::string tagger_model_;   ///< what reader_ reads from, unless it is the built-in model
  std::string network_model_;  ///< likewise
  std::unique_ptr<const SentenceReader> reader_;
  std::unique_ptr<const Lexicon> lexicon_;
};

}  // namespace dossier::extract
