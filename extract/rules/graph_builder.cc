// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/graph_builder.h"

#include <utility>

#include "extract/graph/analysis_terms.h"
#include "extract/graph/vocabulary.h"
#include "extract/interruption.h"
#include "extract/rules/frame_terms.h"
#include "model/vocabulary.h"

namespace dossier::extract::rules {

GraphBuilder::GraphBuilder(const Analysis& analysis, const Resolution& resolution,
                           const WantedTerms& wanted, DocumentGraph& graph)
    : analysis_(analysis),
      resolution_(resolution),
      wanted_(wanted),
      graph_(graph),
      words_(wanted(nif::kWord) || wanted(nif::kInSentence) || wanted(nif::kNextWord) ||
             wanted(nif::kAnchorOf) || wanted(conll::kWord) || wanted(conll::kLemma) ||
             wanted(conll::kUpos) || wanted(conll::kXpos) || wanted(conll::kEdge) ||
             wanted(conll::kHead) || wanted(k::kHead)),
      out_(
          {}, [this](Quad quad) { quads_.push_back(std::move(quad)); },
          [this](std::string_view iri) { return wanted_(iri); }) {}

std::vector<Quad> GraphBuilder::build() {
  add_entities();
  for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
    Interruption::look();
    add_sentence(s);
  }
  return std::move(quads_);
}

void GraphBuilder::add_entities() {
  for (std::uint32_t i = 0; i < analysis_.entities.size(); ++i) {
    const Entity& entity = analysis_.entities[i];
    const std::string base = vocabulary::iri(vocabulary::kEntity, local_name(entity.label));
    std::string iri = base;
    for (int n = 2; graph_.nodes_.contains(iri); ++n) iri = fmt::format("{}_{}", base, n);
    FactNode node;
    node.entity = i;
    graph_.nodes_.emplace(iri, node);
    const Term term = Term::iri(std::move(iri));
    entities_.push_back(term);
    out_.entity_class(term, entity.type);
    if (is_actor(entity.type)) out_.type(term, k::kActor);
    if (is_name(entity.type)) out_.type(term, k::kNameClass);
    out_.text(term, kLabel, entity.label);
  }
}

void GraphBuilder::add_sentence(std::uint32_t s) {
  const Sentence& sentence = analysis_.sentences[s];
  const Term iri = sentence_iri(analysis_.document.slug, sentence.index);
  graph_.sentences_.emplace(iri.value(), s);
  prefix_ = iri.value();
  out_.type(iri, nif::kSentence);
  if (wanted_(k::kText)) out_.text(iri, k::kText, analysis_.document.utf8(sentence.span));
  if (s > 0)
    out_.add(sentence_iri(analysis_.document.slug, analysis_.sentences[s - 1].index),
             nif::kNextSentence, iri);
  add_speaker(sentence, iri);
  if (words_) add_words(sentence, iri);
  if (wanted_(k::kOf)) add_mentions(sentence, iri);
  quantities_.clear();
  for (std::uint32_t q = 0; q < sentence.quantities.size(); ++q) add_quantity(s, q);
  for (std::uint32_t f = 0; f < sentence.frames.size(); ++f) add_frame(s, f, iri);
}

void GraphBuilder::add_speaker(const Sentence& sentence, const Term& iri) {
  if (sentence.headline) return;
  const auto speaker = sentence.turn ? resolution_.speakers[*sentence.turn] : resolution_.author;
  if (speaker) out_.add(iri, k::kSpeaker, entities_[*speaker]);
}

void GraphBuilder::add_words(const Sentence& sentence, const Term& iri) {
  for (std::size_t t = 0; t < sentence.tokens.size(); ++t) {
    const Token& token = sentence.tokens[t];
    const Term word = word_iri(t);
    out_.type(word, nif::kWord);
    out_.add(word, nif::kInSentence, iri);
    if (t > 0) out_.add(word_iri(t - 1), nif::kNextWord, word);
    out_.text(word, nif::kAnchorOf, token.text);
    out_.text(word, conll::kWord, token.text);
    out_.text(word, conll::kLemma, token.lemma);
    out_.text(word, conll::kUpos, token.upos.name());
    out_.text(word, conll::kXpos, token.xpos.name());
    out_.text(word, conll::kEdge, token.relation.name());
    if (token.relation.empty()) continue;
    out_.add(word, conll::kHead,
             token.head < 0 ? iri : word_iri(static_cast<std::size_t>(token.head)));
  }
}

void GraphBuilder::add_mentions(const Sentence& sentence, const Term& iri) {
  for (std::size_t m = 0; m < sentence.mentions.size(); ++m) {
    const Mention& mention = sentence.mentions[m];
    if (!mention.entity) continue;
    const Term node = Term::iri(fmt::format("{}m{}", prefix_, m));
    out_.type(node, k::kMention);
    out_.add(node, k::kOf, entities_[*mention.entity]);
    out_.add(node, k::kPartOf, iri);
    out_.text(node, k::kText, mention.text);
    out_.text(node, k::kTitle, mention.title);
    if (words_ && !mention.tokens.empty())
      out_.add(node, k::kHead, word_iri(mention.tokens.last - 1));
  }
}

void GraphBuilder::add_quantity(std::uint32_t s, std::uint32_t q) {
  const Term node = Term::iri(fmt::format("{}q{}", prefix_, q));
  quantities_.push_back(node);
  FactNode value;
  value.quantity = q;
  value.sentence = s;
  graph_.nodes_.emplace(node.value(), std::move(value));
  out_.quantity(node, analysis_.sentences[s].quantities[q]);
}

}  // namespace dossier::extract::rules
