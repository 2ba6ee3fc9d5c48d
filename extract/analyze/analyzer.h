// Tags, lemmas, time expressions, quantities and names of segmented sentences.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

class Lexicon;
class Tagger;

/// Immutable once made, so one instance serves any number of threads.
class Analyzer {
 public:
  /// The analyser over the models built into the library, made at the first call.
  /// Throws Error(input) when a model is damaged.
  static std::shared_ptr<const Analyzer> instance();

  /// An analyser over other model files' bytes (extract/models/README.md tells the format), which
  /// are copied. Throws Error(input) when one is damaged or of another version.
  static std::shared_ptr<const Analyzer> load(std::string_view tagger_model,
                                              std::string_view lexicon_model);

  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  /// Fills in tags, lemmas, times and quantities of one sentence.
  void analyze(const Document& document, Sentence& sentence) const;

  /// Fills in the mentions of all sentences: names with their types, titles before them apart.
  /// A pass over the whole document because a name's other occurrences tell what it is.
  void find_names(const Document& document, std::vector<Sentence>& sentences) const;

  /// segment(), analyze() for each sentence, then find_names().
  Analysis analyze_document(Document document) const;

  /// Gazetteer and word classes; lives as long as the analyser.
  const Lexicon& lexicon() const noexcept { return *lexicon_; }

 private:
  Analyzer(std::string tagger_model, std::unique_ptr<const Lexicon> lexicon);

  std::string tagger_model_;  ///< what tagger_ reads from, unless it is the built-in model
  std::unique_ptr<const Tagger> tagger_;
  std::unique_ptr<const Lexicon> lexicon_;
};

}  // namespace dossier::extract
