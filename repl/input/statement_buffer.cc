// SPDX-License-Identifier: Apache-2.0
#include "repl/input/statement_buffer.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "repl/process/text_file.h"
#include "storage/regular_file.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kSpaces) == std::string_view::npos;
}

/// The end of an IRI that starts at `at`, or `at` when "<" is an operator there.
std::size_t end_of_iri(std::string_view line, std::size_t at) {
  const std::size_t end = line.find_first_of("<>\"{}|^`\\ \t\n", at + 1);
  return end != std::string_view::npos && line[end] == '>' ? end : at;
}

std::size_t skip_spaces_and_comments(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if (kSpaces.find(text[at]) != std::string_view::npos) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

std::string upper_word(std::string_view text, std::size_t at) {
  std::string word;
  for (; at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0; ++at) {
    word += static_cast<char>(std::toupper(static_cast<unsigned char>(text[at])));
  }
  return word;
}

/// The first word after PREFIX, BASE and VERSION, in upper case.
std::string word_after_prologue(std::string_view text) {
  std::size_t at = skip_spaces_and_comments(text, 0);
  while (at < text.size()) {
    std::string word = upper_word(text, at);
    if (word == "PREFIX" || word == "BASE") {
      at = std::min(text.find('>', at), text.size() - 1) + 1;
    } else if (word == "VERSION") {
      at = std::min(text.find('\n', at), text.size());
    } else {
      return word;
    }
    at = skip_spaces_and_comments(text, at);
  }
  return {};
}

bool is_query(std::string_view text) {
  constexpr std::array<std::string_view, 4> kQueries{"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"};
  const std::string word = word_after_prologue(text);
  return std::find(kQueries.begin(), kQueries.end(), word) != kQueries.end();
}

std::string without_semicolon_at_end(std::string text, const BracketScanner& scanner) {
  if (scanner.last() == ';') text[scanner.last_offset()] = ' ';
  return text;
}

}  // namespace

std::size_t BracketScanner::open_string(std::string_view line, std::size_t at) {
  quote_ = line[at];
  const std::string_view triple = line.substr(at, 3);
  long_string_ = triple.size() == 3 && triple[1] == quote_ && triple[2] == quote_;
  return at + (long_string_ ? 3 : 1);
}

std::size_t BracketScanner::scan_string(std::string_view line, std::size_t at) {
  for (; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == quote_ && !long_string_) {
      quote_ = 0;
      return at + 1;
    } else if (line[at] == quote_ && line.substr(at, 3) == std::string(3, quote_)) {
      quote_ = 0;
      return at + 3;
    }
  }
  // A short string must end on its line. The parser will report it; the scanner continues.
  if (!long_string_) quote_ = 0;
  return line.size();
}

/// One character of code, or all of an IRI.
std::size_t BracketScanner::scan_code(std::string_view line, std::size_t at) {
  const char c = line[at];
  if (kSpaces.find(c) != std::string_view::npos) return at + 1;
  last_ = c;
  last_offset_ = line_start_ + at;
  if (c == '{' || c == '(' || c == '[') ++depth_;
  if (c == '}' || c == ')' || c == ']') --depth_;
  if (c == ';' && depth_ == 0) semicolons_.push_back(last_offset_);
  if (c == '<') return end_of_iri(line, at) + 1;
  // An escape in a prefixed name.
  return at + (c == '\\' ? 2 : 1);
}

void BracketScanner::add(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    if (in_string()) {
      at = scan_string(line, at);
      last_ = '"';
    } else if (line[at] == '#') {
      break;
    } else if (line[at] == '"' || line[at] == '\'') {
      at = open_string(line, at);
    } else {
      at = scan_code(line, at);
    }
  }
  line_start_ += line.size() + 1;
}

std::vector<std::string> StatementBuffer::add(std::string_view line) {
  const bool blank = is_blank(line);
  if (blank && text_.empty()) return {};
  if (text_.size() + line.size() > kLargestText) {
    clear();
    storage::refuse_length("the statement", kLargestText);
  }
  const bool was_in_string = scanner_.in_string();
  scanner_.add(line);
  text_ += line;
  text_ += '\n';
  if (scanner_.in_string() || scanner_.depth() > 0) return {};
  const bool ends = (blank && !was_in_string) || (!blank && scanner_.last() == ';');
  if (!ends) return {};
  std::vector<std::string> found = statements();
  if (scanner_.depth() == 0 && (found.empty() || is_incomplete(found.back(), options_))) return {};
  clear();
  return found;
}

std::vector<std::string> StatementBuffer::finish() {
  std::vector<std::string> found = statements();
  clear();
  return found;
}

std::vector<std::string> StatementBuffer::statements() const {
  const std::string text = without_semicolon_at_end(text_, scanner_);
  std::vector<std::string> found;
  std::size_t start = 0;
  const auto take = [&](std::size_t end) {
    std::string piece = text.substr(start, end - start);
    if (!is_only_comment(piece)) found.push_back(std::move(piece));
  };
  for (const std::size_t at : scanner_.semicolons()) {
    if (text[at] != ';') continue;
    const bool after_query = !is_update(std::string_view(text).substr(start, at - start));
    const std::size_t next = std::min(text.find_first_not_of(kSpaces, at + 1), text.size());
    if (!after_query && !is_query(std::string_view(text).substr(next))) continue;
    take(at);
    start = next;
  }
  take(text.size());
  return found;
}

void StatementBuffer::clear() {
  text_.clear();
  scanner_ = BracketScanner();
}

std::string without_final_semicolon(std::string text) {
  BracketScanner scanner;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    scanner.add(std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
  const bool is_whole = scanner.depth() <= 0 && !scanner.in_string();
  return is_whole ? without_semicolon_at_end(std::move(text), scanner) : text;
}

bool is_only_comment(std::string_view text) {
  return skip_spaces_and_comments(text, 0) == text.size();
}

bool is_update(std::string_view text) {
  constexpr std::array<std::string_view, 10> kUpdates{"INSERT", "DELETE", "LOAD", "CLEAR", "DROP",
                                                      "CREATE", "ADD",    "MOVE", "COPY",  "WITH"};
  const std::string word = word_after_prologue(text);
  return std::find(kUpdates.begin(), kUpdates.end(), word) != kUpdates.end();
}

}  // namespace dossier::repl
