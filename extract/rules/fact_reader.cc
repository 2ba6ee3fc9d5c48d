// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/fact_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "dossier/error.h"
#include "extract/confidence.h"
#include "extract/graph/analysis_terms.h"
#include "extract/graph/vocabulary.h"
#include "extract/rules/circumstances.h"
#include "extract/rules/frame_terms.h"
#include "model/vocabulary.h"

namespace dossier::extract::rules {

namespace {

const Term* find(const std::map<std::string, Term>& says, std::string_view predicate) {
  const auto found = says.find(std::string(predicate));
  return found == says.end() ? nullptr : &found->second;
}

/// A number between 0 and 1.
std::optional<double> factor(const Term& term) {
  const std::string& text = term.value();
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > 1)
    return std::nullopt;
  return value;
}

/// The words of a title with what stands between it and the name: "Berg, the chairman".
TokenRange up_to_holder(const Frame& role) {
  const FrameArgument* const holder = role.find(ArgumentRole::subject);
  TokenRange words = role.predicate;
  if (!holder || holder->members.empty()) return words;
  const TokenRange name = holder->members.front().tokens;
  if (name.last <= words.first) words.first = name.last;
  if (words.last <= name.first) words.last = name.first;
  return words;
}

/// How a frame says its fact.
Claim said_by(const Analysis& analysis, const Sentence& sentence, std::uint32_t number) {
  const Frame& frame = sentence.frames[number];
  Claim said;
  said.predicate = frame.kind == Frame::Kind::role ? up_to_holder(frame) : frame.predicate;
  said.negated = frame.negated;
  said.modality = modality_of(frame);
  said.time = time_of(frame);
  if (const Argument* place = place_of(analysis, frame)) said.place = *place;
  said.attributed = frame.attributed;
  said.confidence = frame.confidence;
  // A title next to its name is read as surely in a long sentence.
  if (frame.construction != Construction::title)
    said.confidence *= confidence::of_length(sentence.tokens.size());
  said.frame = number;
  return said;
}

/// How surely an argument is one: the arc to it, and what it was resolved from.
double argument_factor(const Sentence& sentence, const Claim& said,
                       const std::optional<Argument>& argument) {
  if (!argument) return 1;
  const Frame& frame = sentence.frames[*said.frame];
  const bool pronoun = sentence.tokens[argument->head].xpos.is(Xpos::prp);
  double factor = pronoun ? confidence::kPronoun : 1;
  for (const FrameArgument& part : frame.arguments) {
    if (part.role != ArgumentRole::oblique) continue;
    for (const Argument& member : part.members) {
      if (member.tokens == argument->tokens) factor *= confidence::of_argument(part.confidence);
    }
  }
  return factor;
}

/// How a sentence as a whole says its fact: no more surely than the weakest of its frames.
Claim said_in(const Sentence& sentence) {
  Claim said;
  said.predicate = {0, static_cast<std::uint32_t>(sentence.tokens.size())};
  said.confidence = confidence::kWholeSentence;
  for (const Frame& frame : sentence.frames) {
    said.negated = said.negated || frame.negated;
    if (said.modality == Modality::asserted) said.modality = modality_of(frame);
    if (frame.attributed && !said.attributed) said.attributed = frame.attributed;
    said.confidence = std::min(said.confidence, frame.confidence);
  }
  return said;
}

/// Two solutions of a rule can give the same fact.
bool has(const Sentence& sentence, const TypedFact& fact) {
  return std::any_of(
      sentence.typed_facts.begin(), sentence.typed_facts.end(), [&](const TypedFact& other) {
        return other.subject == fact.subject && other.predicate == fact.predicate &&
               other.object == fact.object && other.said.frame == fact.said.frame &&
               other.said.rule == fact.said.rule && other.said.negated == fact.said.negated &&
               other.said.modality == fact.said.modality;
      });
}

/// A name or an expression as an argument.
Argument phrase_of(TokenRange tokens, std::optional<std::uint32_t> entity) {
  return {tokens, tokens.last - 1, entity, std::nullopt};
}

/// Where the sentence says a date that is the value of a fact.
std::optional<Argument> words_of_date(const Sentence& sentence, const Term& value) {
  for (const TimeExpression& time : sentence.times)
    if (!time.tokens.empty() && (time.value == value.value() || time.value_end == value.value()))
      return phrase_of(time.tokens, std::nullopt);
  return std::nullopt;
}

/// The words of the title that a role frame gives as a literal.
std::optional<Argument> words_of_title(const Sentence& sentence, const Claim& said,
                                       const Term& value) {
  if (!said.frame) return std::nullopt;
  const Frame& frame = sentence.frames[*said.frame];
  if (frame.kind != Frame::Kind::role || value.value() != title_case(frame.title))
    return std::nullopt;
  return phrase_of(frame.predicate, std::nullopt);
}

/// Words of a thing in the sentence: where the frame has it, otherwise where it is named.
std::optional<Argument> words_of(const Sentence& sentence, const Claim& said,
                                 const FactNode& node) {
  if (said.frame) {
    if (const Argument* argument = argument_of(sentence.frames[*said.frame], node))
      return *argument;
  }
  if (!node.entity) {
    if (!node.term.is_literal()) return std::nullopt;
    if (const auto title = words_of_title(sentence, said, node.term)) return title;
    return words_of_date(sentence, node.term);
  }
  for (const Mention& mention : sentence.mentions)
    if (mention.entity == node.entity && !mention.tokens.empty())
      return phrase_of(mention.tokens, node.entity);
  return std::nullopt;
}

}  // namespace

void FactReader::take(const Triple& triple) {
  if (!triple.subject.is_blank_node()) return;
  Draft& draft = drafts_[triple.subject.value()];
  if (triple.predicate.value() == vocabulary::rdf::kReifies && triple.object.is_triple())
    draft.fact = triple.object.as_triple();
  else
    draft.says.insert_or_assign(triple.predicate.value(), triple.object);
}

void FactReader::add_facts(Analysis& analysis, std::vector<StatedFactor>& factors) const {
  for (const auto& [label, draft] : drafts_) {
    // Without a fact a part of it was unbound in this solution.
    if (draft.fact) add_fact(draft, analysis, factors);
  }
}

void FactReader::add_fact(const Draft& draft, Analysis& analysis,
                          std::vector<StatedFactor>& factors) const {
  TypedFact fact;
  fact.subject = graph_.node(draft.fact->subject);
  fact.predicate = draft.fact->predicate;
  fact.object = graph_.node(draft.fact->object);
  if (fact.subject == fact.object) return;
  std::uint32_t in = 0;
  if (const Term* frame = find(draft.says, k::kFrame)) {
    const auto place = graph_.frame(*frame);
    if (!place)
      throw Error(ErrorCode::usage, fmt::format("k:frame {} is not a frame", frame->to_string()));
    in = place->sentence;
    fact.said = said_by(analysis, analysis.sentences[in], place->frame);
  } else if (const Term* sentence = find(draft.says, k::kInSentence)) {
    const auto place = graph_.sentence(*sentence);
    if (!place) {
      throw Error(ErrorCode::usage,
                  fmt::format("k:sentence {} is not a sentence", sentence->to_string()));
    }
    in = *place;
    fact.said = said_in(analysis.sentences[in]);
  } else {
    return;  // the variable that would say it is unbound in this solution
  }
  Sentence& sentence = analysis.sentences[in];
  fact.said.rule = rule_;
  fact.said.subject = words_of(sentence, fact.said, fact.subject);
  fact.said.object = words_of(sentence, fact.said, fact.object);
  if (fact.said.frame) {
    fact.said.confidence *= argument_factor(sentence, fact.said, fact.said.subject) *
                            argument_factor(sentence, fact.said, fact.said.object);
  }
  apply_statements(draft.says, fact);
  const std::optional<double> stated = stated_factor(draft.says);
  if (has(sentence, fact)) return;
  if (stated) factors.push_back({in, sentence.typed_facts.size(), *stated});
  sentence.typed_facts.push_back(std::move(fact));
}

/// How sure the rule itself is, if it says so.
std::optional<double> FactReader::stated_factor(const std::map<std::string, Term>& says) {
  const Term* const confidence = find(says, k::kConfidence);
  if (!confidence) return std::nullopt;
  const auto value = factor(*confidence);
  if (!value) {
    throw Error(ErrorCode::usage,
                fmt::format("k:confidence {} is not between 0 and 1", confidence->to_string()));
  }
  return value;
}

/// What else the rule says of the fact.
void FactReader::apply_statements(const std::map<std::string, Term>& says, TypedFact& fact) const {
  Claim& said = fact.said;
  if (const Term* time = find(says, k::kTime)) fact.time = *time;
  if (const Term* from = find(says, k::kFrom)) fact.from = *from;
  if (const Term* to = find(says, k::kTo)) fact.to = *to;
  if (const Term* polarity = find(says, k::kPolarity))
    said.negated = said.negated || polarity->value() == "negative";
  if (const Term* modality = find(says, k::kModality)) {
    const auto value = modality_named(modality->value());
    if (!value) {
      throw Error(ErrorCode::usage,
                  fmt::format("k:modality {} is not a modality", modality->to_string()));
    }
    if (said.modality == Modality::asserted) said.modality = *value;
  }
  if (const Term* place = find(says, k::kPlace)) said.place = entity_argument(*place);
  if (const Term* source = find(says, k::kAttributedTo)) said.attributed = entity_argument(*source);
  // The place of a fact about a place would add nothing.
  if (said.place && said.place->entity == fact.object.entity) said.place.reset();
}

std::optional<Argument> FactReader::entity_argument(const Term& term) const {
  const FactNode node = graph_.node(term);
  if (!node.entity) return std::nullopt;
  Argument argument;
  argument.entity = node.entity;
  return argument;
}

}  // namespace dossier::extract::rules
