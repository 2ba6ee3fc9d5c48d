// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/pronoun_readings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "extract/text/unicode.h"

namespace dossier::extract::relate {
namespace {

using encoder::PieceSpan;
using encoder::ReadingModel;
using encoder::Window;

/// What is less probable is not kept.
constexpr float kLeastProbability = 0.01F;

constexpr std::array<std::string_view, 16> kPronouns{
    "he",  "her",    "hers", "herself", "him",    "himself", "his",        "it",
    "its", "itself", "she",  "their",   "theirs", "them",    "themselves", "they"};

bool is_pronoun(const Token& token) {
  if (token.relation == Relation::expl) return false;
  return std::binary_search(kPronouns.begin(), kPronouns.end(), to_lower(token.text));
}

struct Candidates {
  std::vector<PronounReading::Candidate> mentions;
  std::vector<PieceSpan> spans;
};

Candidates candidates_of(const Analysis& analysis, const Window& window) {
  Candidates found;
  for (std::uint32_t s = window.begin; s < window.end; ++s) {
    const std::vector<Mention>& mentions = analysis.sentences[s].mentions;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
      if (mentions[m].type == MentionType::nationality) continue;
      const auto span = window.span(s, mentions[m].tokens);
      if (!span) continue;
      found.mentions.push_back({s, m, 0});
      found.spans.push_back(*span);
    }
  }
  return found;
}

/// Scores as probabilities; the last is that of "none".
void to_probabilities(std::vector<float>& scores) {
  const float highest = *std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (float& score : scores) sum += score = std::exp(score - highest);
  for (float& score : scores) score /= sum;
}

PronounReading reading_of(std::uint32_t sentence, std::uint32_t token, const Candidates& candidates,
                          std::vector<float> scores) {
  to_probabilities(scores);
  PronounReading reading{sentence, token, {}, scores.back()};
  for (std::size_t i = 0; i < candidates.mentions.size(); ++i) {
    if (scores[i] < kLeastProbability) continue;
    reading.candidates.push_back(candidates.mentions[i]);
    reading.candidates.back().probability = scores[i];
  }
  return reading;
}

/// Calls `visit` with the sentence and the token of each pronoun that the window decides about.
template <typename Visit>
void each_pronoun(const Analysis& analysis, const Window& window, const Visit& visit) {
  for (std::uint32_t s = window.decided; s < window.end; ++s) {
    const std::vector<Token>& tokens = analysis.sentences[s].tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (is_pronoun(tokens[i])) visit(s, i);
    }
  }
}

}  // namespace

bool has_pronoun(const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), is_pronoun);
}

void read_pronouns(const Window& window, const std::vector<float>& states,
                   const ReadingModel& model, Analysis& analysis) {
  const Candidates candidates = candidates_of(analysis, window);
  if (candidates.spans.empty()) return;
  const encoder::PairSide right = model.links().right(candidates.spans, states);
  each_pronoun(analysis, window, [&](std::uint32_t s, std::uint32_t token) {
    const auto span = window.span(s, {token, token + 1});
    if (!span) return;
    const PieceSpan first{span->first, span->first};
    const encoder::PairSide left = model.links().left({&first, 1}, states);
    std::vector<float> scores = model.links().scores(left, 0, right);
    scores.push_back(model.none_score(first, states));
    analysis.pronouns.push_back(reading_of(s, token, candidates, std::move(scores)));
  });
}

}  // namespace dossier::extract::relate
