// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/analyzer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/analyze/sentence_reader.h"
#include "extract/lexicon/lexicon.h"
#include "extract/models/builtin.h"

namespace dossier::extract {
namespace {

/// Sentences the network reads in one call: enough for its batches, few enough to stop in between.
constexpr std::size_t kReadAtOnce = 256;

/// Every word gets to the one root by its heads.
bool is_tree(const std::vector<Token>& tokens) {
  const auto roots = std::count_if(tokens.begin(), tokens.end(),
                                   [](const Token& token) { return token.head < 0; });
  if (roots != 1) return false;
  enum class State : std::uint8_t { unseen, open, done };
  std::vector<State> states(tokens.size(), State::unseen);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::vector<std::size_t> path;
    std::size_t at = i;
    while (states[at] == State::unseen) {
      states[at] = State::open;
      path.push_back(at);
      if (tokens[at].head < 0) break;
      at = static_cast<std::size_t>(tokens[at].head);
    }
    const bool circle = states[at] == State::open && at != path.back();
    if (circle || (states[at] == State::open && tokens[at].head >= 0)) return false;
    for (const std::size_t seen : path) states[seen] = State::done;
  }
  return true;
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

void Analyzer::tag(std::span<Sentence> sentences, bool retag,
                   const Interruption& interruption) const {
  DocumentProgress* const progress = interruption.progress();
  std::vector<std::pair<std::size_t, std::vector<Token>>> given;
  for (std::size_t i = 0; i < sentences.size() && !retag; ++i) {
    if (is_annotated(sentences[i])) given.emplace_back(i, sentences[i].tokens);
  }
  for (std::size_t at = 0; at < sentences.size(); at += kReadAtOnce) {
    interruption.check();
    const std::span<Sentence> some =
        sentences.subspan(at, std::min(kReadAtOnce, sentences.size() - at));
    reader_->read(some, *lexicon_);
    if (progress != nullptr) progress->read = at + some.size();
  }
  for (auto& [index, tokens] : given) {
    sentences[index].tokens = std::move(tokens);
    sentences[index].tree_pieces = 1;
  }
}

bool is_annotated(const Sentence& sentence) {
  const bool filled_in =
      sentence.tree_pieces > 0 &&
      std::all_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) {
        return !token.upos.empty() && !token.xpos.empty() && !token.lemma.empty() &&
               !token.relation.empty();
      });
  return filled_in && is_tree(sentence.tokens);
}

}  // namespace dossier::extract
