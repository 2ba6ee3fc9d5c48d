#include "parser/sparql/errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "parser/sparql/suggest.h"

namespace dossier::sparql {
namespace {

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

/// The token a reader sees at the start of `rest`: a word, or one character.
std::string_view visible_token(std::string_view rest) {
  constexpr std::size_t kLongest = 40;
  std::size_t length = 0;
  if (rest[0] == '?' || rest[0] == '$' || rest[0] == '@') length = 1;
  while (length < rest.size() && length < kLongest &&
         (is_word_character(rest[length]) || (length > 0 && rest[length] == ':'))) {
    ++length;
  }
  // A cut inside a character would not be valid UTF-8.
  while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0) == 0x80) {
    ++length;
  }
  return rest.substr(0, std::max<std::size_t>(length, 1));
}

/// What is wrong inside the string literal that starts `rest`.
std::string explain_string(std::string_view rest) {
  const char quote = rest[0];
  const bool is_long = rest.size() >= 3 && rest[1] == quote && rest[2] == quote;
  for (std::size_t i = is_long ? 3 : 1; i < rest.size(); ++i) {
    if (rest[i] == '\\') {
      constexpr std::string_view kEscapes = "tbnrf\\\"'uU";
      if (i + 1 < rest.size() && kEscapes.find(rest[i + 1]) == std::string_view::npos) {
        return fmt::format("the string has an escape \\{} that does not exist: write \\\\ for a \\",
                           visible_token(rest.substr(i + 1)));
      }
      if (i + 1 < rest.size() && (rest[i + 1] == 'u' || rest[i + 1] == 'U')) {
        const std::size_t digits = rest[i + 1] == 'u' ? 4 : 8;
        const std::string_view found = rest.substr(i + 2, digits);
        if (found.size() < digits ||
            found.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) {
          return fmt::format("\\{} takes {} hexadecimal digits", rest[i + 1], digits);
        }
      }
      ++i;
    } else if (!is_long && rest[i] == '\n') {
      return "the string has no closing quote on its line: use three quotes for several lines";
    } else if (!is_long && rest[i] == quote) {
      return {};
    }
  }
  return is_long ? "the string has no closing three quotes" : "the string has no closing quote";
}

/// What is wrong with the IRI that starts `rest`, if it looks like one.
std::string explain_iri(std::string_view rest) {
  const std::size_t bad = rest.find_first_of(" \t\r\n\"{}|^`\\>", 1);
  if (bad == std::string_view::npos) return "the IRI has no closing '>'";
  if (rest[bad] == '>' || rest.substr(0, bad).find(':') == std::string_view::npos) return {};
  const bool blank = std::string_view(" \t\r\n").find(rest[bad]) != std::string_view::npos;
  return fmt::format("an IRI can't hold {}", blank ? std::string("white space: write %20")
                                                   : fmt::format("'{}'", rest[bad]));
}

/// A keyword that a misspelt word at the start of `rest` was meant to be.
std::string explain_word(std::string_view rest, std::string_view token) {
  if (!is_word_character(token[0])) return {};
  static constexpr std::string_view kKeywords[] = {
      "SELECT",  "CONSTRUCT", "DESCRIBE", "ASK",    "WHERE",  "PREFIX", "BASE",
      "FILTER",  "BIND",      "OPTIONAL", "MINUS",  "UNION",  "GRAPH",  "VALUES",
      "SERVICE", "DISTINCT",  "ORDER",    "GROUP",  "HAVING", "LIMIT",  "OFFSET",
      "INSERT",  "DELETE",    "EXISTS",   "REDUCED"};
  if (token.find(':') != std::string_view::npos) return {};
  if (const auto keyword = nearest(token, kKeywords); keyword && *keyword != token) {
    const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    if (!std::equal(token.begin(), token.end(), keyword->begin(), keyword->end(), same)) {
      return fmt::format("did you mean {}?", *keyword);
    }
  }
  (void)rest;
  return {};
}

std::string explain(std::string_view text, std::uint32_t offset) {
  const std::string_view rest = text.substr(offset);
  switch (rest[0]) {
    case '"':
    case '\'':
      return explain_string(rest);
    case '<':
      return explain_iri(rest);
    default:
      return explain_word(rest, visible_token(rest));
  }
}

}  // namespace

Error syntax_error(std::string_view text, const Expectations& expectations) {
  const std::uint32_t offset = expectations.furthest();
  std::string message = "expected " + expectations.in_words();
  if (offset >= text.size()) {
    message += ", but the text ends here";
  } else {
    message += fmt::format(", but found '{}'", visible_token(text.substr(offset)));
    if (const std::string hint = explain(text, offset); !hint.empty()) message += "; " + hint;
  }
  return Error::in_text(ErrorCode::syntax, message, text, offset);
}

bool ends_inside_long_string(std::string_view text, std::uint32_t offset) {
  const std::string_view rest = text.substr(offset);
  if (rest.size() < 3 || (rest[0] != '"' && rest[0] != '\'')) return false;
  const std::string quotes(3, rest[0]);
  return rest.substr(0, 3) == quotes &&
         explain_string(rest) == "the string has no closing three quotes";
}

}  // namespace dossier::sparql
