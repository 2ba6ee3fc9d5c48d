// SPDX-License-Identifier: Apache-2.0
#include "extract/listings/things.h"

#include <utility>

#include "extract/listings/words.h"
#include "extract/text/unicode.h"

namespace dossier::extract::listings {

Things::Things(Analysis& analysis) : analysis_(analysis) {
  for (std::uint32_t i = 0; i < analysis.entities.size(); ++i)
    if (analysis.entities[i].type == MentionType::concept_)
      concepts_.emplace(analysis.entities[i].label, i);
}

std::uint32_t Things::add(Entity entity) {
  analysis_.entities.push_back(std::move(entity));
  return static_cast<std::uint32_t>(analysis_.entities.size() - 1);
}

std::uint32_t Things::concept_named(const std::string& label) {
  const auto found = concepts_.find(label);
  if (found != concepts_.end()) return found->second;
  Entity entity;
  entity.label = label;
  entity.type = MentionType::concept_;
  return concepts_.emplace(label, add(std::move(entity))).first->second;
}

std::uint32_t Things::individual(const std::string& label, const std::string& kind) {
  Entity entity;
  entity.label = label;
  entity.type = MentionType::individual;
  entity.kind = concept_named(kind);
  return add(std::move(entity));
}

std::string concept_label(const Sentence& sentence, TokenRange tokens) {
  std::string label;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    const Token& token = sentence.tokens[i];
    const bool gap = i > tokens.first && token.span.begin > sentence.tokens[i - 1].span.end;
    std::string word = i + 1 == tokens.last && token.xpos.is(Xpos::nn) ? token.lemma : token.text;
    const std::string lower = to_lower(std::string_view(word));
    // Only the first word has its capital from where it stands.
    if (i == tokens.first && is_common_word(lower)) word = lower;
    label += (gap ? " " : "") + word;
  }
  return label;
}

}  // namespace dossier::extract::listings
