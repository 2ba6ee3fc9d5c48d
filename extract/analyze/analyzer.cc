// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/analyzer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/analyze/names.h"
#include "extract/analyze/quantities.h"
#include "extract/analyze/sentence_reader.h"
#include "extract/analyze/time_expressions.h"
#include "extract/conllu/read_analysis.h"
#include "extract/lexicon/lexicon.h"
#include "extract/models/builtin.h"
#include "extract/segment/segment.h"

namespace dossier::extract {
namespace {

/// Sentences the network reads in one call: enough for its batches, few enough to stop in between.
constexpr std::size_t kReadAtOnce = 256;

/// What is kept for each until the document is stored, in bytes.
constexpr std::size_t kCharacterMemory = 16;
constexpr std::size_t kWordMemory = 512;
constexpr std::size_t kSentenceMemory = 6 << 10;

void charge(const std::vector<Sentence>& sentences, const Interruption& interruption) {
  for (const Sentence& sentence : sentences)
    interruption.charge(kSentenceMemory + sentence.tokens.size() * kWordMemory);
}

}  // namespace

Analyzer::Analyzer(std::unique_ptr<const Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}

Analyzer::~Analyzer() = default;

std::shared_ptr<const Analyzer> Analyzer::instance() {
  static const std::shared_ptr<const Analyzer> analyzer = [] {
    std::shared_ptr<Analyzer> made(new Analyzer(Lexicon::view(builtin_lexicon_model())));
    made->reader_ =
        std::make_unique<const SentenceReader>(builtin_tagger_model(), builtin_network_model());
    return made;
  }();
  return analyzer;
}

std::shared_ptr<const Analyzer> Analyzer::load(std::string_view tagger_model,
                                               std::string_view lexicon_model,
                                               std::string_view network_model) {
  std::shared_ptr<Analyzer> made(new Analyzer(Lexicon::load(lexicon_model)));
  made->tagger_model_ = tagger_model;
  made->network_model_ = network_model;
  made->reader_ = std::make_unique<const SentenceReader>(made->tagger_model_, made->network_model_);
  return made;
}

void Analyzer::analyze(const Document& document, std::span<Sentence> sentences) const {
  reader_->read(sentences, *lexicon_);
  find_expressions(document, sentences, {});
}

void Analyzer::find_expressions(const Document& document, std::span<Sentence> sentences,
                                const Interruption& interruption) const {
  for (Sentence& sentence : sentences) {
    interruption.check();
    sentence.times = find_times(document, sentence);
    sentence.quantities = find_quantities(document, sentence, *lexicon_);
  }
}

void Analyzer::find_names(const Document& document, std::vector<Sentence>& sentences) const {
  extract::find_names(document, *lexicon_, sentences);
}

Analysis Analyzer::analyze_document(Document document) const {
  Analysis analysis;
  analysis.document = std::move(document);
  complete(analysis);
  return analysis;
}

void Analyzer::complete(Analysis& analysis, bool retag, const Interruption& interruption) const {
  const Interruption::Scope scope(interruption);
  interruption.charge(analysis.document.text.size() * kCharacterMemory);
  if (analysis.sentences.empty()) analysis.sentences = segment(analysis.document);
  charge(analysis.sentences, interruption);
  DocumentProgress* const progress = interruption.progress();
  if (progress != nullptr) progress->sentences = analysis.sentences.size();
  std::vector<std::pair<std::size_t, std::vector<Token>>> given;
  for (std::size_t i = 0; i < analysis.sentences.size() && !retag; ++i) {
    const Sentence& sentence = analysis.sentences[i];
    if (is_annotated(sentence)) given.emplace_back(i, sentence.tokens);
  }
  const std::span<Sentence> sentences(analysis.sentences);
  for (std::size_t at = 0; at < sentences.size(); at += kReadAtOnce) {
    interruption.check();
    const std::span<Sentence> some =
        sentences.subspan(at, std::min(kReadAtOnce, sentences.size() - at));
    reader_->read(some, *lexicon_);
    if (progress != nullptr) progress->read = at + some.size();
  }
  for (auto& [index, tokens] : given) {
    analysis.sentences[index].tokens = std::move(tokens);
    analysis.sentences[index].tree_pieces = 1;
  }
  find_expressions(analysis.document, sentences, interruption);
  find_names(analysis.document, analysis.sentences);
}

}  // namespace dossier::extract
