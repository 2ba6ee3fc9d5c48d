// SPDX-License-Identifier: Apache-2.0
#include "parser/rdf/control.h"

namespace dossier::rdf_grammar {
namespace {

constexpr std::size_t kWordShown = 24;

std::string_view first_word(std::string_view rest) {
  std::size_t end = rest.find_first_of(" \t\r\n;,.<>\"'()[]{}|", 1);
  if (end == std::string_view::npos) end = rest.size();
  return end <= kWordShown ? rest.substr(0, end) : std::string_view();
}

}  // namespace

std::string expectation(const char* what, std::string_view rest) {
  std::string message = std::string("expected ") + what;
  if (rest.empty()) return message + ", but the text ends here";
  if (rest.front() == '\n' || rest.front() == '\r') return message + ", but the line ends here";
  if (rest.front() == '"' || rest.front() == '\'') {
    return message +
           "; if a string is meant: it is not closed, contains a line break, or has an unknown "
           "escape";
  }
  if (rest.front() == '<' && !rest.starts_with("<<")) {
    return message +
           "; if an IRI is meant: it is not closed, or contains a character that is not allowed in "
           "IRIs";
  }
  const std::string_view word = first_word(rest);
  if (!word.empty()) message.append(", found ").append(word);
  return message;
}

}  // namespace dossier::rdf_grammar
