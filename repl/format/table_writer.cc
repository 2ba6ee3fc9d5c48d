// SPDX-License-Identifier: Apache-2.0
// A table for a terminal: columns as wide as what they hold, cut with "…" where the line is too
// short.
//
// The widths are fixed by the first rows (kLayoutRows), or those before a very long text. Later
// rows are printed as they come: cut to these widths on a terminal, in full elsewhere.

#include <algorithm>
#include <optional>
#include <string>

#include "engine/results/short_names.h"
#include "model/output_buffer.h"
#include "model/utf8.h"
#include "parser/rdf/names.h"
#include "repl/format/display_width.h"
#include "repl/format/terminal_writers.h"
#include "repl/format/wrapped_table.h"

namespace dossier::repl {
namespace {

constexpr std::size_t kLayoutRows = 500;
/// Fewer rows where their texts take as much as this.
constexpr std::size_t kLayoutBytes = std::size_t{4} << 20;
/// A longer text makes no column wider and goes out piece by piece.
constexpr std::size_t kLongText = std::size_t{64} << 10;
constexpr std::size_t kSmallestColumn = 5;
constexpr std::string_view kSeparator = " │ ";
constexpr std::size_t kSeparatorWidth = 3;
/// Of a wrapped cell; what is longer is rather read with .last or in another mode.
constexpr std::size_t kMostLines = 12;

struct Cell {
  std::string text;
  std::size_t width = 0;
  const Term* term = nullptr;  ///< in place of a long text
};

std::size_t text_size(const Term& term) {
  if (!term.is_triple()) return term.value().size();
  const Triple& triple = term.as_triple();
  return text_size(triple.subject) + text_size(triple.predicate) + text_size(triple.object);
}

bool is_long(const std::optional<Term>& value) { return value && text_size(*value) > kLongText; }

class TableWriter : public ResultsSink {
 public:
  TableWriter(std::ostream& out, Layout layout, bool wraps)
      : out_(out), layout_(std::move(layout)), wraps_(wraps), line_(out) {}

  void begin(const std::vector<std::string>& variables) override {
    titles_ = variables;
    widths_.clear();
    for (const std::string& title : titles_) widths_.push_back(display_width(title));
    numeric_.assign(titles_.size(), true);
  }

  void row(Solution row) override {
    if (!fixed_ && std::any_of(row.begin(), row.end(), is_long)) fix();
    std::vector<Cell> cells;
    cells.reserve(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back(row[i] ? cell_of(*row[i]) : Cell());
      if (fixed_) continue;
      if (row[i]) numeric_[i] = numeric_[i] && is_number(*row[i]);
      widths_[i] = std::max(widths_[i], cells[i].width);
      waiting_bytes_ += cells[i].text.size();
    }
    if (fixed_) {
      put(cells);
      return;
    }
    waiting_.push_back(std::move(cells));
    if (waiting_.size() == kLayoutRows || waiting_bytes_ > kLayoutBytes) fix();
  }

  void end() override {
    if (!fixed_) fix();
  }

  void boolean(bool answer) override { out_ << (answer ? "yes" : "no") << '\n'; }

 private:
  static bool is_number(const Term& term) {
    return term.is_literal() && is_bare_literal(term.value(), term.datatype()) &&
           term.value() != "true" && term.value() != "false";
  }

  Cell cell_of(const Term& term) const {
    const bool is_long = text_size(term) > kLongText;
    if (is_long && !layout_.width) return {{}, 0, &term};
    std::string text = is_long ? beginning(term) : short_text(term, layout_.prefixes);
    const std::size_t width = display_width(text);
    return {std::move(text), width, nullptr};
  }

  /// More of a long text than any terminal shows in a line.
  std::string beginning(const Term& term) const {
    std::string text;
    short_text(term, layout_.prefixes, [&text](std::string_view piece) {
      if (text.size() < kLongText) text += piece.substr(0, kLongText);
    });
    while (!text.empty() && !utf8::starts_code_point(text.back())) text.pop_back();
    if (!text.empty()) text.pop_back();
    return text;
  }

  /// Fixes the widths, prints the head and the rows kept so far.
  void fix() {
    fixed_ = true;
    if (layout_.width) shrink(*layout_.width);
    std::vector<Cell> head;
    for (const std::string& title : titles_) head.push_back({title, display_width(title)});
    put_line(head);
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      if (i != 0) line_ += "─┼─";
      for (std::size_t n = 0; n < widths_[i]; ++n) line_ += "─";
    }
    line_ += '\n';
    line_.flush();
    for (const std::vector<Cell>& cells : waiting_) put(cells);
    waiting_.clear();
  }

  /// Takes columns from the widest ones until the table fits.
  void shrink(std::size_t line_width) {
    if (widths_.empty()) return;
    const std::size_t separators = kSeparatorWidth * (widths_.size() - 1);
    const std::size_t room = line_width > separators ? line_width - separators : 0;
    std::size_t total = 0;
    for (std::size_t width : widths_) total += width;
    while (total > room) {
      auto widest = std::max_element(widths_.begin(), widths_.end());
      if (*widest <= kSmallestColumn) return;
      --*widest;
      --total;
    }
  }

  bool is_too_long(const std::vector<Cell>& cells, std::size_t i) const {
    return layout_.width && cells[i].width > widths_[i];
  }

  void put(const std::vector<Cell>& cells) {
    bool wraps = false;
    for (std::size_t i = 0; i < cells.size(); ++i) wraps = wraps || is_too_long(cells, i);
    if (wraps && wraps_) {
      put_wrapped(cells);
    } else {
      put_line(cells);
    }
  }

  void put_line(const std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i != 0) line_ += kSeparator;
      if (cells[i].term != nullptr) {
        short_text(*cells[i].term, layout_.prefixes, [this](auto piece) { line_ += piece; });
        continue;
      }
      const bool too_long = is_too_long(cells, i);
      const std::string cut = too_long ? cut_to_width(cells[i].text, widths_[i]) : std::string();
      const std::string& text = too_long ? cut : cells[i].text;
      const std::size_t width = too_long ? display_width(cut) : cells[i].width;
      const std::size_t padding = width < widths_[i] ? widths_[i] - width : 0;
      if (numeric_[i]) line_.append(padding, ' ');
      line_ += text;
      if (!numeric_[i] && i + 1 < cells.size()) line_.append(padding, ' ');
    }
    line_ += '\n';
    line_.flush();
  }

  /// A row of several lines. The last line of a very long cell is cut.
  void put_wrapped(const std::vector<Cell>& cells) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      columns.push_back(wrap_to_width(cells[i].text, widths_[i]));
      if (columns[i].size() > kMostLines) {
        columns[i].resize(kMostLines);
        columns[i].back() = cut_to_width(columns[i].back() + "…", widths_[i]);
      }
      height = std::max(height, columns[i].size());
    }
    for (std::size_t n = 0; n < height; ++n) {
      std::vector<Cell> line;
      for (std::vector<std::string>& column : columns) {
        std::string text = n < column.size() ? std::move(column[n]) : std::string();
        const std::size_t width = display_width(text);
        line.push_back({std::move(text), width, nullptr});
      }
      put_line(line);
    }
  }

  std::ostream& out_;
  Layout layout_;
  bool wraps_;  ///< long cells go on below instead of being cut
  std::vector<std::string> titles_;
  std::vector<std::size_t> widths_;
  std::vector<bool> numeric_;  ///< every value so far is a number: flush right
  std::vector<std::vector<Cell>> waiting_;
  std::size_t waiting_bytes_ = 0;
  OutputBuffer line_;
  bool fixed_ = false;
};

}  // namespace

std::unique_ptr<ResultsSink> make_table_writer(std::ostream& out, Layout layout) {
  return std::make_unique<TableWriter>(out, std::move(layout), false);
}

std::unique_ptr<ResultsSink> make_wrapped_table_writer(std::ostream& out, Layout layout) {
  return std::make_unique<TableWriter>(out, std::move(layout), true);
}

}  // namespace dossier::repl
