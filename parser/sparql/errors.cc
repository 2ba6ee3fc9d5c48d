// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "model/nearest.h"
#include "parser/sparql/suggest.h"

namespace dossier::sparql {
namespace {

/// An error inside a token, reported instead of what was expected.
struct Fault {
  std::size_t offset = 0;  ///< from the start of the token
  std::string message;
};

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

/// The token a reader sees at the start of `rest`: a word, a name or one character.
std::string_view visible_token(std::string_view rest) {
  constexpr std::size_t kLongest = 40;
  std::size_t length = std::string_view("?$@:").find(rest[0]) == std::string_view::npos ? 0 : 1;
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

/// What is wrong with the escape that starts `rest`.
std::optional<std::string> escape_fault(std::string_view rest) {
  if (rest.size() < 2) return std::nullopt;
  const char letter = rest[1];
  if (letter == 'u' || letter == 'U') {
    const std::size_t count = letter == 'u' ? 4 : 8;
    const std::string_view digits = rest.substr(2, count);
    constexpr std::string_view kHex = "0123456789abcdefABCDEF";
    if (digits.size() == count && digits.find_first_not_of(kHex) == std::string_view::npos) {
      return std::nullopt;
    }
    return fmt::format("the escape \\{} takes {} hexadecimal digits", letter, count);
  }
  if (std::string_view("tbnrf\\\"'").find(letter) != std::string_view::npos) return std::nullopt;
  return fmt::format("there is no escape \\{}: write \\\\ for a backslash",
                     visible_token(rest.substr(1)).substr(0, 1));
}

bool opens_long_string(std::string_view rest) {
  return rest.size() >= 3 && (rest[0] == '"' || rest[0] == '\'') && rest[1] == rest[0] &&
         rest[2] == rest[0];
}

/// What is wrong inside the string literal that starts `rest`; none when it is sound.
std::optional<Fault> string_fault(std::string_view rest) {
  const bool is_long = opens_long_string(rest);
  const std::string_view quotes = rest.substr(0, is_long ? 3 : 1);
  for (std::size_t i = quotes.size(); i < rest.size(); ++i) {
    if (rest.substr(i).starts_with(quotes)) return std::nullopt;
    if (rest[i] == '\\') {
      if (auto message = escape_fault(rest.substr(i))) return Fault{i, std::move(*message)};
      ++i;
    } else if (!is_long && (rest[i] == '\n' || rest[i] == '\r')) {
      break;
    }
  }
  if (is_long) return Fault{0, "this string has no closing " + std::string(quotes)};
  return Fault{0,
               fmt::format("this string has no closing {0} on its line (a string of several lines "
                           "needs {0}{0}{0})",
                           quotes)};
}

/// What is wrong with the IRI that starts `rest`; none when it is sound or looks like no IRI.
std::optional<Fault> iri_fault(std::string_view rest) {
  const std::size_t bad = rest.find_first_of(" \t\r\n\"{}|^`\\<>", 1);
  const bool absolute = rest.substr(0, bad).find(':') != std::string_view::npos;
  if (!absolute || (bad != std::string_view::npos && rest[bad] == '>')) return std::nullopt;
  if (bad == std::string_view::npos || rest[bad] == '<')
    return Fault{0, "this IRI has no closing '>'"};
  if (rest[bad] == '\\') {
    return Fault{bad, "an IRI has no escapes but \\uXXXX and \\UXXXXXXXX"};
  }
  const bool blank = std::string_view(" \t\r\n").find(rest[bad]) != std::string_view::npos;
  return Fault{bad, blank ? "white space inside an IRI: close it with '>', or write %20"
                          : fmt::format("an IRI cannot contain '{}'", rest[bad])};
}

std::optional<Fault> token_fault(std::string_view rest) {
  switch (rest[0]) {
    case '"':
    case '\'':
      return string_fault(rest);
    case '<':
      return iri_fault(rest);
    default:
      return std::nullopt;
  }
}

/// For a bare word: the keyword it may have been meant to be, or what a name looks like.
std::string word_hint(std::string_view token, const Expectations& expectations) {
  static constexpr std::array<std::string_view, 30> kKeywords = {
      "SELECT", "CONSTRUCT", "DESCRIBE", "ASK",    "WHERE",   "PREFIX", "BASE",    "FILTER",
      "BIND",   "OPTIONAL",  "MINUS",    "UNION",  "GRAPH",   "VALUES", "SERVICE", "DISTINCT",
      "ORDER",  "GROUP",     "HAVING",   "LIMIT",  "OFFSET",  "INSERT", "DELETE",  "EXISTS",
      "LOAD",   "CLEAR",     "DROP",     "CREATE", "REDUCED", "UNDEF"};
  static constexpr std::array<std::string_view, 6> kNamePlaces = {
      "a triple pattern", "a triple",    "an object",
      "a term",           "a predicate", "a predicate or property path"};
  const bool is_letter = (token[0] | 0x20) >= 'a' && (token[0] | 0x20) <= 'z';
  if (!is_letter || token.find(':') != std::string_view::npos) return {};
  if (const auto keyword = nearest(token, kKeywords)) {
    const bool exact = edit_distance(token, *keyword) == 0;
    return exact ? std::string() : fmt::format("; did you mean {}?", *keyword);
  }
  const auto wanted = [&](std::string_view place) { return expectations.include(place); };
  if (std::any_of(kNamePlaces.begin(), kNamePlaces.end(), wanted)) {
    return "; a name needs a prefix, and a variable needs '?'";
  }
  return {};
}

}  // namespace

Error syntax_error(std::string_view text, const Expectations& expectations) {
  const std::uint32_t offset = expectations.furthest();
  std::string message = "expected " + expectations.in_words();
  if (offset >= text.size()) {
    // Behind what is written, not on an empty line below it.
    const std::size_t end = text.find_last_not_of(" \t\r\n") + 1;
    return Error::in_text(ErrorCode::syntax, message + ", but the text ends here", text, end);
  }
  const std::string_view rest = text.substr(offset);
  if (const auto fault = token_fault(rest)) {
    return Error::in_text(ErrorCode::syntax, fault->message, text, offset + fault->offset);
  }
  const std::string_view token = visible_token(rest);
  message += fmt::format(", but found '{}'{}", token, word_hint(token, expectations));
  return Error::in_text(ErrorCode::syntax, message, text, offset);
}

bool ends_inside_long_string(std::string_view text, std::uint32_t offset) {
  const std::string_view rest = text.substr(offset);
  if (!opens_long_string(rest)) return false;
  const auto fault = string_fault(rest);
  return fault && fault->offset == 0;
}

}  // namespace dossier::sparql
