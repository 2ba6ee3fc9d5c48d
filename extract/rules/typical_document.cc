// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/typical_document.h"

#include <fmt/format.h>
#include <utility>

namespace dossier::extract::rules {

namespace {

constexpr std::uint32_t kSentences = 60;
constexpr std::uint32_t kWords = 20;
constexpr std::uint32_t kFrames = 3;
constexpr std::uint32_t kEntities = 80;

FrameArgument argument(ArgumentRole role, const char* marker, std::uint32_t head,
                       std::uint32_t entity) {
  Argument member;
  member.tokens = {head, head + 1};
  member.head = head;
  member.entity = entity;
  FrameArgument result;
  result.role = role;
  result.marker = marker;
  result.extent = member.tokens;
  result.members = {member};
  return result;
}

Frame frame(std::uint32_t number) {
  static constexpr Frame::Kind kKinds[] = {Frame::Kind::verb, Frame::Kind::verb, Frame::Kind::role};
  static constexpr const char* kMarkers[] = {"in", "with", "to", "of"};
  Frame result;
  result.kind = kKinds[number % 3];
  result.head = 5 * (number % kFrames) + 1;
  result.predicate = {result.head, result.head + 1};
  result.lemma = fmt::format("lemma {}", number);
  result.construction = Construction::main;
  const std::uint32_t entity = number * 3;
  result.arguments = {argument(ArgumentRole::subject, "", result.head - 1, entity % kEntities),
                      argument(ArgumentRole::object, "", result.head + 1, (entity + 1) % kEntities),
                      argument(ArgumentRole::oblique, kMarkers[number % 4], result.head + 2,
                               (entity + 2) % kEntities)};
  if (result.kind == Frame::Kind::role) result.title = "title";
  return result;
}

Sentence sentence(std::uint32_t index) {
  Sentence result;
  result.index = index;
  for (std::uint32_t i = 0; i < kWords; ++i) {
    Token token;
    token.span = {2 * i, 2 * i + 1};
    token.text = token.lemma = fmt::format("word {}", index * kWords + i);
    token.upos = i % 2 == 0 ? Upos::noun : Upos::verb;
    token.xpos = i % 2 == 0 ? Xpos::nn : Xpos::vbd;
    token.relation = i % 2 == 0 ? Relation::obj : Relation::conj;
    token.head = i == 0 ? -1 : 0;
    result.tokens.push_back(std::move(token));
  }
  Mention mention;
  mention.tokens = {0, 1};
  mention.text = "name";
  mention.title = "title";
  mention.entity = index % kEntities;
  result.mentions = {mention};
  for (std::uint32_t i = 0; i < kFrames; ++i) result.frames.push_back(frame(index * kFrames + i));
  return result;
}

}  // namespace

TypicalDocument::TypicalDocument() {
  analysis.document.slug = "typical";
  analysis.document.text = std::u32string(2 * kWords, U' ');
  static constexpr MentionType kTypes[] = {MentionType::person, MentionType::organization,
                                           MentionType::country, MentionType::concept_};
  for (std::uint32_t i = 0; i < kEntities; ++i) {
    Entity entity;
    entity.label = fmt::format("entity {}", i);
    entity.type = kTypes[i % 4];
    analysis.entities.push_back(std::move(entity));
  }
  for (std::uint32_t i = 0; i < kSentences; ++i) analysis.sentences.push_back(sentence(i));
  resolution.author = 0;
}

}  // namespace dossier::extract::rules
