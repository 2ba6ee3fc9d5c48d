// SPDX-License-Identifier: Apache-2.0
// The part of a document's graph that says what its sentences say.
#include "extract/graph/analysis_terms.h"
#include "extract/graph/vocabulary.h"
#include "extract/rules/circumstances.h"
#include "extract/rules/frame_terms.h"
#include "extract/rules/graph_builder.h"
#include "extract/rules/inner_names.h"

namespace dossier::extract::rules {

void GraphBuilder::add_frame(std::uint32_t s, std::uint32_t f, const Term& iri) {
  const Sentence& sentence = analysis_.sentences[s];
  const Frame& frame = sentence.frames[f];
  if (frame.denied) return;
  const Term node = frame_iri(f);
  graph_.frames_.emplace(node.value(), FramePlace{s, f});
  add_frame_node(sentence, frame, node, iri);
  add_text(node, k::kLemma, frame.lemma);
  add_text(node, k::kTitle, title_case(frame.title));
  if (frame.former) add(node, k::kFormer, Term::boolean(true));
  for (std::uint32_t a = 0; a < frame.arguments.size(); ++a) add_argument(sentence, frame, node, a);
}

void GraphBuilder::add_frame_node(const Sentence& sentence, const Frame& frame, const Term& node,
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

void GraphBuilder::add_time(const Sentence& sentence, const Frame& frame, const Term& node) {
  const auto index = time_of(frame);
  if (!index) return;
  const TimeExpression& time = sentence.times[*index];
  if (!time.value.empty()) add(node, k::kTime, time_literal(time.value));
  if (time.value.empty() && time.value_end.empty()) add_text(node, k::kTime, time.text);
  if (!time.value_end.empty()) add(node, k::kTimeEnd, time_literal(time.value_end));
}

void GraphBuilder::add_argument(const Sentence& sentence, const Frame& frame, const Term& node,
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

void GraphBuilder::add_argument_node(const Sentence& sentence, const FrameArgument& argument,
                                     const Term& frame, std::uint32_t number) {
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
void GraphBuilder::add_inner(const Sentence& sentence, const Term& node, std::string_view stem,
                             const Argument& phrase) {
  for (const Mention& mention : sentence.mentions) {
    if (!mention.entity || mention.tokens.empty()) continue;
    for (std::uint32_t t = mention.tokens.first; t < mention.tokens.last; ++t) {
      if (!belongs_to(sentence, t, phrase)) continue;
      const std::string marker = preposition_of(sentence, t);
      if (!marker.empty()) add(node, fmt::format("{}{}", stem, marker), entities_[*mention.entity]);
    }
  }
}

/// What an argument refers to; nothing if it is not resolved.
void GraphBuilder::add_filler(const Term& subject, std::string_view predicate,
                              const Argument& argument) {
  if (argument.quantity)
    add(subject, predicate, quantities_[*argument.quantity]);
  else if (argument.entity)
    add(subject, predicate, entities_[*argument.entity]);
}

std::string GraphBuilder::words(const Sentence& sentence, TokenRange tokens) const {
  if (tokens.empty()) return {};
  return single_line(analysis_.document, span_of(sentence, tokens));
}

}  // namespace dossier::extract::rules
