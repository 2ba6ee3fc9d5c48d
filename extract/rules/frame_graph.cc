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
  out_.text(node, k::kLemma, frame.lemma);
  out_.text(node, k::kTitle, title_case(frame.title));
  if (frame.former) out_.add(node, k::kFormer, Term::boolean(true));
  for (std::uint32_t a = 0; a < frame.arguments.size(); ++a) add_argument(sentence, frame, node, a);
}

void GraphBuilder::add_frame_node(const Sentence& sentence, const Frame& frame, const Term& node,
                                  const Term& iri) {
  out_.type(node, k::kFrame);
  out_.add(node, k::kPartOf, iri);
  out_.text(node, k::kKind, name_of(frame.kind));
  out_.text(node, k::kConstruction, name_of(frame.construction));
  if (words_) out_.add(node, k::kHead, word_iri(frame.head));
  if (frame.passive) out_.text(node, k::kVoice, "passive");
  if (frame.negated) out_.text(node, k::kPolarity, "negative");
  if (modality_of(frame) != Modality::asserted)
    out_.text(node, k::kModality, modality_name(modality_of(frame)));
  if (frame.attributed && frame.attributed->entity)
    out_.add(node, k::kAttributedTo, entities_[*frame.attributed->entity]);
  if (const auto time = time_of(frame))
    out_.time(node, sentence.times[*time], sentence.times[*time].text);
  if (const Argument* place = place_of(analysis_, frame))
    out_.add(node, k::kPlace, entities_[*place->entity]);
}

void GraphBuilder::add_argument(const Sentence& sentence, const Frame& frame, const Term& node,
                                std::uint32_t number) {
  const FrameArgument& argument = frame.arguments[number];
  if (argument.role == ArgumentRole::adverb)
    out_.text(node, k::kAdverb, words(sentence, argument.extent));
  if (argument.role == ArgumentRole::complement && argument.frame)
    out_.add(node, k::kComplement, frame_iri(*argument.frame));
  const std::string straight = shortcut(argument);
  const std::string_view lemma = lemma_shortcut(argument.role);
  for (const Argument& member : argument.members) {
    if (!straight.empty()) add_filler(node, straight, member);
    if (!lemma.empty()) out_.text(node, lemma, sentence.tokens[member.head].lemma);
    if (argument.role == ArgumentRole::subject) add_inner(sentence, node, k::kInSubject, member);
    if (argument.role == ArgumentRole::object) add_inner(sentence, node, k::kInObject, member);
    if (argument.role == ArgumentRole::attribute)
      add_inner(sentence, node, k::kInAttribute, member);
  }
  if (wanted_(k::kArgument)) add_argument_node(sentence, argument, node, number);
}

void GraphBuilder::add_argument_node(const Sentence& sentence, const FrameArgument& argument,
                                     const Term& frame, std::uint32_t number) {
  const Term node = Term::iri(fmt::format("{}a{}", frame.value(), number));
  out_.add(frame, k::kArgument, node);
  out_.text(node, k::kRole, name_of(argument.role));
  out_.text(node, k::kMarker, argument.marker);
  out_.text(node, k::kText, words(sentence, argument.extent));
  for (const Argument& member : argument.members) {
    add_filler(node, k::kFiller, member);
    out_.text(node, k::kLemma, sentence.tokens[member.head].lemma);
    if (words_) out_.add(node, k::kHead, word_iri(member.head));
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
      if (!marker.empty())
        out_.add(node, fmt::format("{}{}", stem, marker), entities_[*mention.entity]);
    }
  }
}

/// What an argument refers to; nothing if it is not resolved.
void GraphBuilder::add_filler(const Term& subject, std::string_view predicate,
                              const Argument& argument) {
  if (argument.quantity)
    out_.add(subject, predicate, quantities_[*argument.quantity]);
  else if (argument.entity)
    out_.add(subject, predicate, entities_[*argument.entity]);
}

std::string GraphBuilder::words(const Sentence& sentence, TokenRange tokens) const {
  if (tokens.empty()) return {};
  return single_line(analysis_.document, span_of(sentence, tokens));
}

}  // namespace dossier::extract::rules
