// SPDX-License-Identifier: Apache-2.0
// Pronouns that a question does not explain itself: "she" of "Where was she born?". Private to
// desk/ask.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/ask/follow_up/earlier.h"

namespace dossier::asking {

struct OpenPronoun {
  std::size_t at = 0;  ///< the word
  Sought sought;
  enum class Form : std::uint8_t { whole, possessive, there };
  Form form = Form::whole;
};

/// From left to right. A pronoun that may mean somebody whom the question names before it ("Did
/// Anna Berg say that she left?") is none, and "it" that means nothing ("Is it true that").
std::vector<OpenPronoun> open_pronouns(const AskedWords& question, const Earlier& earlier);

/// Whether a word, in lower case, is a pronoun that may need an earlier question.
bool is_open_pronoun(std::string_view word);

/// "Anna Berg" for "she", "Anna Berg's" for her, "in Oslo" for "there".
std::string put_for(const OpenPronoun& pronoun, const std::string& name);

}  // namespace dossier::asking
