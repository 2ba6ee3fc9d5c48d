// SPDX-License-Identifier: Apache-2.0
// A table for a terminal: columns as wide as what they hold, cut with "…" where the line is too
// short.
//
// The widths are fixed by the first rows (kLayoutRows). Later rows are printed as they come: cut to
// these widths on a terminal, in full elsewhere.

#include <algorithm>
#include <string>

#include "engine/results/short_names.h"
#include "parser/rdf/names.h"
#include "repl/format/display_width.h"
#include "repl/format/terminal_writers.h"

namespace dossier::repl {
namespace {

constexpr std::size_t kLayoutRows = 500;
constexpr std::size_t kSmallestColumn = 5;
constexpr std::string_view kSeparator = " │ ";
constexpr std::size_t kSeparatorWidth = 3;

struct Cell {
  std::string text;
  std::size_t width = 0;
};

class TableWriter : public ResultsSink {
 public:
  TableWriter(std::ostream& out, Layout layout) : out_(out), layout_(std::move(layout)) {}

  void begin(const std::vector<std::string>& variables) override {
    titles_ = variables;
    widths_.clear();
    for (const std::string& title : titles_) widths_.push_back(display_width(title));
    numeric_.assign(titles_.size(), true);
  }

  void row(Solution row) override {
    std::vector<Cell> cells;
    cells.reserve(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      Cell cell;
      if (row[i]) {
        cell.text = short_text(*row[i], layout_.prefixes);
        cell.width = display_width(cell.text);
        if (!fixed_) numeric_[i] = numeric_[i] && is_number(*row[i]);
      }
      if (!fixed_) widths_[i] = std::max(widths_[i], cell.width);
      cells.push_back(std::move(cell));
    }
    if (fixed_) {
      put(cells);
      return;
    }
    waiting_.push_back(std::move(cells));
    if (waiting_.size() == kLayoutRows) fix();
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

  /// Fixes the widths, prints the head and the rows kept so far.
  void fix() {
    fixed_ = true;
    if (layout_.width) shrink(*layout_.width);
    std::vector<Cell> head;
    for (const std::string& title : titles_) head.push_back({title, display_width(title)});
    put(head);
    line_.clear();
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      if (i != 0) line_ += "─┼─";
      for (std::size_t n = 0; n < widths_[i]; ++n) line_ += "─";
    }
    out_ << line_ << '\n';
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

  void put(const std::vector<Cell>& cells) {
    line_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i != 0) line_ += kSeparator;
      const bool too_long = layout_.width && cells[i].width > widths_[i];
      const std::string cut = too_long ? cut_to_width(cells[i].text, widths_[i]) : std::string();
      const std::string& text = too_long ? cut : cells[i].text;
      const std::size_t width = too_long ? display_width(cut) : cells[i].width;
      const std::size_t padding = width < widths_[i] ? widths_[i] - width : 0;
      if (numeric_[i]) line_.append(padding, ' ');
      line_ += text;
      if (!numeric_[i] && i + 1 < cells.size()) line_.append(padding, ' ');
    }
    line_ += '\n';
    out_ << line_;
  }

  std::ostream& out_;
  Layout layout_;
  std::vector<std::string> titles_;
  std::vector<std::size_t> widths_;
  std::vector<bool> numeric_;  ///< every value so far is a number: flush right
  std::vector<std::vector<Cell>> waiting_;
  std::string line_;
  bool fixed_ = false;
};

}  // namespace

std::unique_ptr<ResultsSink> make_table_writer(std::ostream& out, Layout layout) {
  return std::make_unique<TableWriter>(out, std::move(layout));
}

}  // namespace dossier::repl
