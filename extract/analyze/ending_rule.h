// SPDX-License-Identifier: Apache-2.0
// What a rule of lemmas does with a word: it takes an ending off and puts another in its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dossier::extract {

/// A rule is written as one digit, the letters to take off, and the new ending: "3y" makes "carry"
/// of "carries".
///
/// The rules are about English endings: they take off ASCII letters only. None when the rule would
/// take off another letter ("sauté" does not end in "t" and a byte), or more than there is.
inline std::optional<std::string> apply_ending_rule(std::string_view rule, std::string_view word) {
  const auto cut = static_cast<std::size_t>(rule[0] - '0');
  if (cut > word.size()) return std::nullopt;
  const std::string_view stem = word.substr(0, word.size() - cut);
  for (const char c : word.substr(stem.size())) {
    if (static_cast<unsigned char>(c) >= 0x80) return std::nullopt;
  }
  return std::string(stem).append(rule.substr(1));
}

}  // namespace dossier::extract
