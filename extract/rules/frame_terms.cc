// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/frame_terms.h"

#include <fmt/format.h>

#include <array>
#include <unordered_set>

#include "extract/graph/analysis_terms.h"

namespace dossier::extract::rules {

bool is_actor(MentionType type) {
  switch (type) {
    case MentionType::person:
    case MentionType::organization:
    case MentionType::country:
    case MentionType::city:
      return true;
    default:
      return false;
  }
}

bool is_name(MentionType type) {
  return type != MentionType::concept_ && type != MentionType::individual &&
         type != MentionType::unknown;
}

std::string_view name_of(Frame::Kind kind) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"verb", "copula", "noun", "role", "apposition", "possessive"});
  static_assert(kNames.size() == static_cast<std::size_t>(Frame::Kind::possessive) + 1);
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(ArgumentRole role) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"subject", "object", "recipient", "attribute", "oblique", "complement", "time", "adverb"});
  static_assert(kNames.size() == static_cast<std::size_t>(ArgumentRole::adverb) + 1);
  return kNames[static_cast<std::size_t>(role)];
}

std::string shortcut(const FrameArgument& argument) {
  switch (argument.role) {
    case ArgumentRole::subject:
      return std::string(k::kSubject);
    case ArgumentRole::object:
      return std::string(k::kObject);
    case ArgumentRole::recipient:
      return std::string(k::kRecipient);
    case ArgumentRole::attribute:
      return std::string(k::kAttribute);
    case ArgumentRole::oblique:
      return fmt::format("{}{}", k::kOblique, argument.marker);
    default:
      return {};
  }
}

std::string_view lemma_shortcut(ArgumentRole role) {
  switch (role) {
    case ArgumentRole::subject:
      return k::kSubjectLemma;
    case ArgumentRole::object:
      return k::kObjectLemma;
    case ArgumentRole::attribute:
      return k::kAttributeLemma;
    default:
      return {};
  }
}

std::string title_case(const std::string& title) {
  static const std::unordered_set<std::string> small{"of", "for", "and", "the", "at", "in", "to"};
  std::string result, word;
  for (std::size_t i = 0; i <= title.size(); ++i) {
    const bool end = i == title.size() || title[i] == ' ' || title[i] == '-';
    if (!end) {
      word += title[i];
      continue;
    }
    if (!word.empty() && !small.contains(word) && word[0] >= 'a' && word[0] <= 'z')
      word[0] = static_cast<char>(word[0] - 'a' + 'A');
    result += word;
    word.clear();
    if (i < title.size()) result += title[i];
  }
  return result;
}

}  // namespace dossier::extract::rules
