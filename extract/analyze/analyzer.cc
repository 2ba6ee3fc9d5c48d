#include "extract/analyze/analyzer.h"

#include <string>
#include <utility>

#include "extract/analyze/names.h"
#include "extract/analyze/quantities.h"
#include "extract/analyze/tagger.h"
#include "extract/analyze/time_expressions.h"
#include "extract/lexicon/lexicon.h"
#include "extract/models/builtin.h"
#include "extract/segment/segment.h"

namespace dossier::extract {

Analyzer::Analyzer(std::string tagger_model, std::unique_ptr<const Lexicon> lexicon)
    : tagger_model_(std::move(tagger_model)), lexicon_(std::move(lexicon)) {}

Analyzer::~Analyzer() = default;

std::shared_ptr<const Analyzer> Analyzer::instance() {
  static const std::shared_ptr<const Analyzer> analyzer = [] {
    std::shared_ptr<Analyzer> made(new Analyzer({}, Lexicon::view(builtin_lexicon_model())));
    made->tagger_ = std::make_unique<const Tagger>(builtin_tagger_model());
    return made;
  }();
  return analyzer;
}

std::shared_ptr<const Analyzer> Analyzer::load(std::string_view tagger_model,
                                               std::string_view lexicon_model) {
  std::shared_ptr<Analyzer> made(
      new Analyzer(std::string(tagger_model), Lexicon::load(lexicon_model)));
  made->tagger_ = std::make_unique<const Tagger>(made->tagger_model_);
  return made;
}

void Analyzer::analyze(const Document& document, Sentence& sentence) const {
  tagger_->tag(sentence.tokens, *lexicon_);
  sentence.times = find_times(document, sentence);
  sentence.quantities = find_quantities(document, sentence, *lexicon_);
}

void Analyzer::find_names(const Document& document, std::vector<Sentence>& sentences) const {
  extract::find_names(document, *lexicon_, sentences);
}

Analysis Analyzer::analyze_document(Document document) const {
  Analysis analysis;
  analysis.document = std::move(document);
  analysis.sentences = segment(analysis.document);
  for (Sentence& sentence : analysis.sentences) analyze(analysis.document, sentence);
  find_names(analysis.document, analysis.sentences);
  return analysis;
}

}  // namespace dossier::extract
