// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/relation_readings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "extract/text/unicode.h"

namespace dossier::extract::relate {
namespace {

using encoder::PairSide;
using encoder::PieceSpan;
using encoder::ReadingModel;
using encoder::Window;

/// What is less probable is not kept.
constexpr float kLeastProbability = 0.3F;
/// Of a sentence: a list of hundreds of names says little of each pair.
constexpr std::size_t kMostMentions = 40;

/// Not "we": whether it means a body or people is open.
constexpr std::array<std::string_view, 14> kPronouns{"he",  "her",   "hers", "him", "his",
                                                     "i",   "it",    "its",  "me",  "my",
                                                     "she", "their", "them", "they"};
constexpr std::array<std::string_view, 6> kRelative{"that", "where", "which",
                                                    "who",  "whom",  "whose"};

bool is_pronoun(const Token& token) {
  const std::string word = to_lower(token.text);
  return std::binary_search(kPronouns.begin(), kPronouns.end(), word) ||
         (token.xpos.is(Xpos::w) && std::binary_search(kRelative.begin(), kRelative.end(), word));
}

/// Names, times and pronouns, none twice.
std::vector<TokenRange> candidates_of(const Sentence& sentence) {
  std::vector<TokenRange> found;
  const auto add = [&](TokenRange tokens) {
    const bool overlaps = std::any_of(found.begin(), found.end(), [&](TokenRange other) {
      return tokens.first < other.last && other.first < tokens.last;
    });
    if (!tokens.empty() && !overlaps && found.size() < kMostMentions) found.push_back(tokens);
  };
  for (const Mention& mention : sentence.mentions) add(mention.tokens);
  for (const TimeExpression& time : sentence.times) add(time.tokens);
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    if (is_pronoun(sentence.tokens[i])) add({i, i + 1});
  }
  return found;
}

float probability(float score) { return 1 / (1 + std::exp(-score)); }

void read_sentence(std::uint32_t s, const Window& window, const std::vector<float>& states,
                   const ReadingModel& model, Analysis& analysis) {
  std::vector<TokenRange> mentions;
  std::vector<PieceSpan> spans;
  for (const TokenRange tokens : candidates_of(analysis.sentences[s])) {
    const auto span = window.span(s, tokens);
    if (!span) continue;
    mentions.push_back(tokens);
    spans.push_back(*span);
  }
  if (spans.size() < 2) return;
  const PairSide left = model.relations().left(spans, states);
  const PairSide right = model.relations().right(spans, states);
  const std::size_t outputs = model.relations().outputs();
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const std::vector<float> scores = model.relations().scores(left, i, right);
    for (std::size_t k = 0; k < scores.size(); ++k) {
      const float likely = probability(scores[k]);
      if (k / outputs == i || likely < kLeastProbability) continue;
      analysis.relations.push_back(
          {s, mentions[i], mentions[k / outputs], model.properties()[k % outputs], likely});
    }
  }
}

}  // namespace

void read_relations(const Window& window, const std::vector<float>& states,
                    const ReadingModel& model, Analysis& analysis) {
  for (std::uint32_t s = window.decided; s < window.end; ++s)
    read_sentence(s, window, states, model, analysis);
}

}  // namespace dossier::extract::relate
