// SPDX-License-Identifier: Apache-2.0
#include "extract/calibrate/signs.h"

#include <algorithm>
#include <cmath>

#include "extract/calibrate/part_signs.h"

namespace dossier::extract::calibrate {

namespace {

/// What is surer than this is as sure.
constexpr double kSurest = 0.98;
constexpr double kLeastProbability = 0.05;

double log_odds(double probability) {
  const double p = std::clamp(probability, 1 - kSurest, kSurest);
  return std::log(p / (1 - p));
}

double log_probability(float probability) {
  return std::log(std::max(kLeastProbability, static_cast<double>(probability)));
}

bool is_finite(const Token& word) {
  return word.xpos == Xpos::vbd || word.xpos == Xpos::vbz || word.xpos == Xpos::vbp ||
         word.xpos == Xpos::md;
}

/// A mark that parts what belongs together less than a comma does.
bool is_break(const Token& word) {
  static constexpr std::string_view kBreakMarks[] = {"(", ")", ";", ":", "–", "—", "·", "|", "/"};
  return std::find(std::begin(kBreakMarks), std::end(kBreakMarks), word.text) !=
         std::end(kBreakMarks);
}

bool is_quotation_mark(const Token& word) {
  return word.xpos == Xpos::open_quote || word.xpos == Xpos::close_quote || word.text == "\"";
}

bool ends(const Token& word) {
  return word.text == "." || word.text == "!" || word.text == "?" || word.text == ")" ||
         is_quotation_mark(word);
}

/// Whether one of the words between these two is such.
template <typename Is>
bool between(const Sentence& sentence, std::uint32_t one, std::uint32_t other, const Is& is) {
  const auto begin = sentence.tokens.begin();
  const auto [first, last] = std::minmax(one, other);
  return last > first + 1 && std::any_of(begin + first + 1, begin + last, is);
}

void read_sentence(const Sentence& sentence, Signs& signs) {
  const std::vector<Token>& words = sentence.tokens;
  double tree = 0;
  for (const Token& word : words)
    tree += log_probability(word.head_probability) + log_probability(word.relation_probability);
  signs[kTree] = tree / static_cast<double>(words.size());
  signs[kWords] = std::log(static_cast<double>(words.size()));
  signs[kFragment] = std::none_of(words.begin(), words.end(), is_finite);
  signs[kUnended] = !ends(words.back());
  signs[kBreaks] =
      std::log1p(static_cast<double>(std::count_if(words.begin(), words.end(), is_break)));
}

/// "was for a while", "is 8 km away".
bool is_bare_copula(const Claim& claim, const Said& fact, const Sentence& sentence) {
  if (!claim.frame || !claim.object) return false;
  const Frame& frame = sentence.frames[*claim.frame];
  if (frame.kind != Frame::Kind::copula) return false;
  const FrameArgument* const attribute = frame.find(ArgumentRole::attribute);
  return fact.object.quantity || !attribute ||
         attribute->members.front().head != claim.object->head;
}

/// "President" of "the former president", as nobody says of what.
bool is_former_title(const Sentence& sentence, const Said& fact) {
  return fact.claim.frame && sentence.frames[*fact.claim.frame].former && !fact.object.entity;
}

void read_claim(const Sentence& sentence, const Said& fact, Signs& signs) {
  const Claim& claim = fact.claim;
  const bool model = claim.rule.starts_with("model:");
  signs[kBias] = 1;
  signs[kModel] = model;
  signs[model ? kModelProbability : kRules] = log_odds(claim.confidence);
  signs[kRole] = claim.rule == "roles";
  signs[kFormerTitle] = is_former_title(sentence, fact);
  signs[kPossible] =
      claim.modality == Modality::possible || claim.modality == Modality::conditional;
  signs[kTime] = claim.time.has_value();
  signs[kNamedSource] = claim.attributed.has_value();
  signs[kBareCopula] = is_bare_copula(claim, fact, sentence);
}

void read_predicate(const Sentence& sentence, const Claim& claim, Signs& signs) {
  if (!claim.frame) return;
  const std::uint32_t predicate = sentence.frames[*claim.frame].head;
  signs[kPredicateArc] = log_probability(sentence.tokens[predicate].head_probability);
  signs[kAdverbial] = sentence.tokens[predicate].relation.is(Relation::advcl);
  signs[kClauseLeft] =
      std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& word) {
        return word.head == static_cast<std::int32_t>(predicate) &&
               (word.relation.is(Relation::ccomp) || word.relation.is(Relation::xcomp));
      });
  if (!claim.object || claim.object->tokens.empty()) return;
  const auto [first, last] = std::minmax(predicate, claim.object->head);
  signs[kObjectFar] = std::log1p(static_cast<double>(last - first));
  signs[kObjectBreak] = between(sentence, predicate, claim.object->head, [](const Token& word) {
    return is_break(word) || is_quotation_mark(word);
  });
}

void read_parts(const Analysis& analysis, const Sentence& sentence, const Said& fact,
                Signs& signs) {
  if (const auto& subject = fact.claim.subject; subject && !subject->tokens.empty()) {
    const PartSigns part = part_signs(analysis, sentence, *subject, fact.subject);
    signs[kSubjectLabel] = log_probability(sentence.tokens[subject->head].relation_probability);
    signs[kSubjectArc] = log_probability(sentence.tokens[subject->head].head_probability);
    signs[kSubjectName] = part.name;
    signs[kSubjectPronoun] = part.pronoun;
    signs[kSubjectUnnamed] = part.unnamed;
    signs[kSubjectRenamed] = part.renamed;
  }
  if (const auto& object = fact.claim.object; object && !object->tokens.empty()) {
    const PartSigns part = part_signs(analysis, sentence, *object, fact.object);
    signs[kObjectLabel] = log_probability(sentence.tokens[object->head].relation_probability);
    signs[kObjectName] = part.name;
    signs[kObjectPronoun] = part.pronoun;
    signs[kObjectUnnamed] = part.unnamed;
    signs[kObjectRenamed] = part.renamed;
    signs[kObjectConjunct] = sentence.tokens[object->head].relation.is(Relation::conj);
  }
}

FactNode node_of(const std::optional<Argument>& argument) {
  FactNode node;
  if (!argument) return node;
  node.entity = argument->entity;
  node.quantity = argument->quantity;
  return node;
}

}  // namespace

Signs signs_of(const Analysis& analysis, const Sentence& sentence, const Said& fact) {
  Signs signs{};
  read_sentence(sentence, signs);
  read_claim(sentence, fact, signs);
  read_predicate(sentence, fact.claim, signs);
  read_parts(analysis, sentence, fact, signs);
  return signs;
}

std::vector<Said> facts_of(const Sentence& sentence) {
  std::vector<Said> facts;
  for (const Clause& clause : sentence.clauses)
    facts.push_back({clause, node_of(clause.subject), node_of(clause.object)});
  for (const TypedFact& fact : sentence.typed_facts)
    facts.push_back({fact.said, fact.subject, fact.object});
  return facts;
}

}  // namespace dossier::extract::calibrate
