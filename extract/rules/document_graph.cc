// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/document_graph.h"

#include <fmt/format.h>

#include <utility>

#include "extract/graph/analysis_terms.h"
#include "extract/graph/vocabulary.h"
#include "extract/interruption.h"
#include "extract/rules/circumstances.h"
#include "extract/rules/frame_terms.h"
#include "extract/rules/inner_names.h"
#include "extract/rules/title_case.h"
#include "model/vocabulary.h"

namespace dossier::extract::rules {

WantedTerms::WantedTerms(const std::vector<Term>& constants, bool everything)
    : everything_(everything) {
  for (const Term& term : constants) {
    if (term.is_iri()) iris_.insert(term.value());
  }
}

/// Makes the quads of one document, sentence by sentence.
class GraphBuilder {
 public:
  GraphBuilder(const Analysis& analysis, const Resolution& resolution, const WantedTerms& wanted,
               DocumentGraph& graph)
      : analysis_(analysis),
        resolution_(resolution),
        wanted_(wanted),
        graph_(graph),
        words_(wanted(nif::kWord) || wanted(nif::kInSentence) || wanted(nif::kNextWord) ||
               wanted(nif::kAnchorOf) || wanted(conll::kWord) || wanted(conll::kLemma) ||
               wanted(conll::kUpos) || wanted(conll::kXpos) || wanted(conll::kEdge) ||
               wanted(conll::kHead) || wanted(k::kHead)) {}

  std::vector<Quad> build() {
    add_entities();
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      Interruption::look();
      add_sentence(s);
    }
    return std::move(quads_);
  }

 private:
  void add(const Term& subject, std::string_view predicate, const Term& object) {
    if (wanted_(predicate))
      quads_.push_back({subject, Term::iri(std::string(predicate)), object, std::nullopt});
  }
  void add_text(const Term& subject, std::string_view predicate, std::string_view text) {
    if (!text.empty() && wanted_(predicate))
      add(subject, predicate, Term::string(std::string(text)));
  }
  void add_type(const Term& subject, std::string_view type) {
    if (wanted_(type)) add(subject, vocabulary::rdf::kType, Term::iri(std::string(type)));
  }

  void add_entities() {
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
      add_type(term, class_iri(entity.type).value());
      if (entity.type == MentionType::country || entity.type == MentionType::city)
        add_type(term, kPlace);
      if (is_actor(entity.type)) add_type(term, k::kActor);
      if (is_name(entity.type)) add_type(term, k::kNameClass);
      add_text(term, kLabel, entity.label);
    }
  }

  void add_sentence(std::uint32_t s) {
    const Sentence& sentence = analysis_.sentences[s];
    const Term iri = sentence_iri(analysis_.document.slug, sentence.index);
    graph_.sentences_.emplace(iri.value(), s);
    prefix_ = iri.value();
    add_type(iri, nif::kSentence);
    if (wanted_(k::kText)) add_text(iri, k::kText, analysis_.document.utf8(sentence.span));
    if (s > 0)
      add(sentence_iri(analysis_.document.slug, analysis_.sentences[s - 1].index),
          nif::kNextSentence, iri);
    add_speaker(sentence, iri);
    if (words_) add_words(sentence, iri);
    if (wanted_(k::kOf)) add_mentions(sentence, iri);
    quantities_.clear();
    for (std::uint32_t q = 0; q < sentence.quantities.size(); ++q) add_quantity(s, q);
    for (std::uint32_t f = 0; f < sentence.frames.size(); ++f) add_frame(s, f, iri);
  }

  void add_frame(std::uint32_t s, std::uint32_t f, const Term& iri) {
    const Sentence& sentence = analysis_.sentences[s];
    const Frame& frame = sentence.frames[f];
    if (frame.denied) return;
    const Term node = frame_iri(f);
    graph_.frames_.emplace(node.value(), FramePlace{s, f});
    add_frame_node(sentence, frame, node, iri);
    add_text(node, k::kLemma, frame.lemma);
    add_text(node, k::kTitle, title_case(frame.title));
    if (frame.former) add(node, k::kFormer, Term::boolean(true));
    for (std::uint32_t a = 0; a < frame.arguments.size(); ++a)
      add_argument(sentence, frame, node, a);
  }

  void add_speaker(const Sentence& sentence, const Term& iri) {
    if (sentence.headline) return;
    const auto speaker = sentence.turn ? resolution_.speakers[*sentence.turn] : resolution_.author;
    if (speaker) add(iri, k::kSpeaker, entities_[*speaker]);
  }

  Term word_iri(std::size_t token) const { return Term::iri(fmt::format("{}w{}", prefix_, token)); }

  void add_words(const Sentence& sentence, const Term& iri) {
    for (std::size_t t = 0; t < sentence.tokens.size(); ++t) {
      const Token& token = sentence.tokens[t];
      const Term word = word_iri(t);
      add_type(word, nif::kWord);
      add(word, nif::kInSentence, iri);
      if (t > 0) add(word_iri(t - 1), nif::kNextWord, word);
      add_text(word, nif::kAnchorOf, token.text);
      add_text(word, conll::kWord, token.text);
      add_text(word, conll::kLemma, token.lemma);
      add_text(word, conll::kUpos, token.upos.name());
      add_text(word, conll::kXpos, token.xpos.name());
      add_text(word, conll::kEdge, token.relation.name());
      if (token.relation.empty()) continue;
      add(word, conll::kHead,
          token.head < 0 ? iri : word_iri(static_cast<std::size_t>(token.head)));
    }
  }

  void add_mentions(const Sentence& sentence, const Term& iri) {
    for (std::size_t m = 0; m < sentence.mentions.size(); ++m) {
      const Mention& mention = sentence.mentions[m];
      if (!mention.entity) continue;
      const Term node = Term::iri(fmt::format("{}m{}", prefix_, m));
      add_type(node, k::kMention);
      add(node, k::kOf, entities_[*mention.entity]);
      add(node, k::kPartOf, iri);
      add_text(node, k::kText, mention.text);
      add_text(node, k::kTitle, mention.title);
      if (words_ && !mention.tokens.empty()) add(node, k::kHead, word_iri(mention.tokens.last - 1));
    }
  }

  void add_quantity(std::uint32_t s, std::uint32_t q) {
    const Quantity& quantity = analysis_.sentences[s].quantities[q];
    const Term node = Term::iri(fmt::format("{}q{}", prefix_, q));
    quantities_.push_back(node);
    FactNode value;
    value.quantity = q;
    value.sentence = s;
    graph_.nodes_.emplace(node.value(), std::move(value));
    add_type(node, k::kQuantity);
    if (!quantity.value.empty()) add(node, k::kValue, number_literal(quantity.value));
    if (!quantity.value_max.empty()) add(node, k::kValueMax, number_literal(quantity.value_max));
    add_text(node, k::kUnit, quantity.unit);
    add_text(node, kLabel, quantity.text);
  }

  void add_frame_node(const Sentence& sentence, const Frame& frame, const Term& node,
                      const Term& iri) {
    add_type(node, k::kFrame);
    add(node, k::kPartOf, iri);
    add_text(node, k::kKind, name_of(frame.kind));
    add_text(node, k::kConstruction, name_of(frame.construction));
    if (words_) add(node, k::kHead, word_iri(frame.head));
    if (frame.passive) add_text(node, k::kVoice, "passive");
    if (frame.negated) add_text(node, k::kPolarity, "negative");
    if (modality_of(frame) != Modality::asserted)
      add_text(node, k::kModality, modality_name(modality_of(frame)));
    if (frame.attributed && frame.attributed->entity)
      add(node, k::kAttributedTo, entities_[*frame.attributed->entity]);
    add_time(sentence, frame, node);
    if (const Argument* place = place_of(analysis_, frame))
      add(node, k::kPlace, entities_[*place->entity]);
  }

  Term frame_iri(std::uint32_t f) const { return Term::iri(fmt::format("{}f{}", prefix_, f)); }

  void add_time(const Sentence& sentence, const Frame& frame, const Term& node) {
    const auto index = time_of(frame);
    if (!index) return;
    const TimeExpression& time = sentence.times[*index];
    if (!time.value.empty()) add(node, k::kTime, time_literal(time.value));
    if (time.value.empty() && time.value_end.empty()) add_text(node, k::kTime, time.text);
    if (!time.value_end.empty()) add(node, k::kTimeEnd, time_literal(time.value_end));
  }

  void add_argument(const Sentence& sentence, const Frame& frame, const Term& node,
                    std::uint32_t number) {
    const FrameArgument& argument = frame.arguments[number];
    if (argument.role == ArgumentRole::adverb)
      add_text(node, k::kAdverb, words(sentence, argument.extent));
    if (argument.role == ArgumentRole::complement && argument.frame)
      add(node, k::kComplement, frame_iri(*argument.frame));
    const std::string straight = shortcut(argument);
    const std::string_view lemma = lemma_shortcut(argument.role);
    for (const Argument& member : argument.members) {
      if (!straight.empty()) add_filler(node, straight, member);
      if (!lemma.empty()) add_text(node, lemma, sentence.tokens[member.head].lemma);
      if (argument.role == ArgumentRole::object) add_inner(sentence, node, k::kInObject, member);
      if (argument.role == ArgumentRole::attribute)
        add_inner(sentence, node, k::kInAttribute, member);
    }
    if (wanted_(k::kArgument)) add_argument_node(sentence, argument, node, number);
  }

  void add_argument_node(const Sentence& sentence, const FrameArgument& argument, const Term& frame,
                         std::uint32_t number) {
    const Term node = Term::iri(fmt::format("{}a{}", frame.value(), number));
    add(frame, k::kArgument, node);
    add_text(node, k::kRole, name_of(argument.role));
    add_text(node, k::kMarker, argument.marker);
    add_text(node, k::kText, words(sentence, argument.extent));
    for (const Argument& member : argument.members) {
      add_filler(node, k::kFiller, member);
      add_text(node, k::kLemma, sentence.tokens[member.head].lemma);
      if (words_) add(node, k::kHead, word_iri(member.head));
    }
  }

  /// Names inside a phrase, by the preposition before them: "an agreement with X".
  void add_inner(const Sentence& sentence, const Term& node, std::string_view stem,
                 const Argument& phrase) {
    for (const Mention& mention : sentence.mentions) {
      if (!mention.entity || mention.tokens.empty()) continue;
      for (std::uint32_t t = mention.tokens.first; t < mention.tokens.last; ++t) {
        if (!belongs_to(sentence, t, phrase)) continue;
        const std::string marker = preposition_of(sentence, t);
        if (!marker.empty())
          add(node, fmt::format("{}{}", stem, marker), entities_[*mention.entity]);
      }
    }
  }

  /// What an argument refers to; nothing if it is not resolved.
  void add_filler(const Term& subject, std::string_view predicate, const Argument& argument) {
    if (argument.quantity)
      add(subject, predicate, quantities_[*argument.quantity]);
    else if (argument.entity)
      add(subject, predicate, entities_[*argument.entity]);
  }

  std::string words(const Sentence& sentence, TokenRange tokens) const {
    if (tokens.empty()) return {};
    return single_line(analysis_.document, span_of(sentence, tokens));
  }

  const Analysis& analysis_;
  const Resolution& resolution_;
  const WantedTerms& wanted_;
  DocumentGraph& graph_;
  bool words_;
  std::string prefix_;  ///< of the nodes of the sentence being added
  std::vector<Term> entities_;
  std::vector<Term> quantities_;
  std::vector<Quad> quads_;
};

DocumentGraph::DocumentGraph(const Analysis& analysis, const Resolution& resolution,
                             const WantedTerms& wanted, std::span<const Term> first_terms) {
  const std::vector<Quad> quads = GraphBuilder(analysis, resolution, wanted, *this).build();
  size_ = quads.size();
  source_.emplace(quads, first_terms);
}

FactNode DocumentGraph::node(const Term& term) const {
  if (term.is_iri()) {
    if (const auto found = nodes_.find(term.value()); found != nodes_.end()) return found->second;
  }
  FactNode node;
  node.term = term;
  return node;
}

std::optional<FramePlace> DocumentGraph::frame(const Term& term) const {
  const auto found = frames_.find(term.value());
  return found == frames_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint32_t> DocumentGraph::sentence(const Term& term) const {
  const auto found = sentences_.find(term.value());
  return found == sentences_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace dossier::extract::rules
