// SPDX-License-Identifier: Apache-2.0
#include "repl/input/split_words.h"

#include <algorithm>

namespace dossier::repl {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

bool is_space_or_end(std::string_view text, std::size_t at) {
  return at >= text.size() || kSpaces.find(text[at]) != std::string_view::npos;
}

/// The end of the word at `at`, quotes and all.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size() && (quote != 0 || !is_space_or_end(text, at)); ++at) {
    if (text[at] == '\\' && quote != 0) {
      ++at;
    } else if (quote == 0 && (text[at] == '"' || text[at] == '\'')) {
      // A quote inside a word ("O'Brien") is a letter like others; behind "=" it opens a text.
      const bool opens = at == 0 || is_space_or_end(text, at - 1) || text[at - 1] == '=';
      if (opens) quote = text[at];
    } else if (text[at] == quote) {
      quote = 0;
    }
  }
  return std::min(at, text.size());
}

std::string without_quotes(std::string_view word) {
  const bool quoted = word.size() >= 2 && (word.front() == '"' || word.front() == '\'') &&
                      word.find(word.front(), 1) == word.size() - 1;
  return std::string(quoted ? word.substr(1, word.size() - 2) : word);
}

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(kSpaces, at)) != std::string_view::npos) {
    const std::size_t end = end_of_word(text, at);
    words.push_back(without_quotes(text.substr(at, end - at)));
    at = end;
  }
  return words;
}

}  // namespace dossier::repl
