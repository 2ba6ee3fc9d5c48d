// SPDX-License-Identifier: Apache-2.0
// Tags, lemmas and trees of segmented sentences, and the network's readings of names.
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

  /// Fills in tags, lemmas, trees and name readings. Sentences that have tag, lemma and tree for
  /// every word (CoNLL-U) keep them, unless `retag`. Many sentences in one call are read faster
  /// than one by one, and to the same result. Throws what the interruption throws.
  void tag(std::span<Sentence> sentences, bool retag = false,
           const Interruption& interruption = {}) const;

  /// Gazetteer and word classes; lives as long as the analyser.
  const Lexicon& lexicon() const noexcept { return *lexicon_; }

 private:
  explicit Analyzer(std::unique_ptr<const Lexicon> lexicon);

  std::string tagger_model_;   ///< what reader_ reads from, unless it is the built-in model
  std::string network_model_;  ///< likewise
  std::unique_ptr<const SentenceReader> reader_;
  std::unique_ptr<const Lexicon> lexicon_;
};

/// Whether every word of the sentence has tag and lemma and the heads make one tree.
bool is_annotated(const Sentence& sentence);

}  // namespace dossier::extract
