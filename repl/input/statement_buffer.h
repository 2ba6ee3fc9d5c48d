// SPDX-License-Identifier: Apache-2.0
// Typed lines become statements.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parser/sparql/parse.h"

namespace dossier::repl {

/// Follows SPARQL's brackets, strings and comments line by line, without a grammar: cheap enough to
/// be run over every line of a long script.
class BracketScanner {
 public:
  void add(std::string_view line);

  /// Brackets still open; negative after one too many was closed.
  int depth() const { return depth_; }
  bool in_string() const { return quote_ != 0; }
  /// The last character that is neither space nor comment; 0 when there is none.
  char last() const { return last_; }
  /// Where that is, in bytes from the first line's start, each line with its end.
  std::size_t last_offset() const { return last_offset_; }
  /// Where the semicolons outside all brackets are, counted likewise.
  const std::vector<std::size_t>& semicolons() const { return semicolons_; }

 private:
  std::size_t scan_string(std::string_view line, std::size_t at);
  std::size_t open_string(std::string_view line, std::size_t at);
  std::size_t scan_code(std::string_view line, std::size_t at);

  int depth_ = 0;
  char quote_ = 0;
  bool long_string_ = false;
  char last_ = 0;
  std::size_t last_offset_ = 0;
  std::vector<std::size_t> semicolons_;
  std::size_t line_start_ = 0;
};

/// Collects lines until they are statements: they end with ";" at a line's end or with an empty
/// line, where the text before is not the mere beginning of one. Within a line, ";" ends a query;
/// after an update it ends the update if a query follows, for updates in a row are one request.
class StatementBuffer {
 public:
  /// `options` are those the statements will be parsed with.
  explicit StatementBuffer(SparqlOptions options = {}) : options_(std::move(options)) {}

  /// The statements this line ends, without their ";". Throws Error(limit) when the collected text
  /// is longer than kLargestText, and forgets it.
  std::vector<std::string> add(std::string_view line);
  /// What is left at the end of the input.
  std::vector<std::string> finish();

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }
  void clear();
  void set_options(SparqlOptions options) { options_ = std::move(options); }

 private:
  /// The text cut at the ends of its statements. The closing ";" is a space: positions stay.
  std::vector<std::string> statements() const;

  SparqlOptions options_;
  BracketScanner scanner_;
  std::string text_;
};

/// The text with a space for the ";" at its end, if it has one, so that positions stay.
std::string without_final_semicolon(std::string text);

/// Nothing but spaces and comments.
bool is_only_comment(std::string_view text);

/// Whether the first word after PREFIX and BASE begins an update. Anything else is taken for a
/// query.
bool is_update(std::string_view text);

}  // namespace dossier::repl
