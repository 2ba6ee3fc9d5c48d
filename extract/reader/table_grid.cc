// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/table_grid.h"

#include <algorithm>

#include "extract/lexicon/table_headers.h"
#include "extract/reader/lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestCell = 200;  ///< characters
constexpr std::size_t kLeastProse = 8;     ///< words
constexpr std::size_t kLongestHeader = 6;  ///< words
constexpr std::size_t kMostHeadRows = 2;
constexpr std::size_t kMostColumns = 200;

/// "Length (m):" -> "length"
std::string bare_header(std::u32string_view text) {
  text = trim(text.substr(0, text.find(U'(')));
  while (!text.empty() && (text.back() == U':' || text.back() == U'*')) text.remove_suffix(1);
  return to_lower(to_utf8(trim(text)));
}

bool is_header_like(std::u32string_view text) {
  return !text.empty() && !is_figure(text) && !is_prose_cell(text) &&
         split_words(text).size() <= kLongestHeader;
}

class GridReader {
 public:
  explicit GridReader(const Grid& grid) : grid_(grid), readings_(grid.rows.size()) {
    for (const GridRow& row : grid.rows) columns_ = std::max(columns_, width(row));
    columns_ = std::min(columns_, kMostColumns);
    for (std::size_t i = 0; i < readings_.size(); ++i)
      readings_[i].headers.resize(grid.rows[i].cells.size());
  }

  std::vector<RowReading> read() {
    const std::size_t marked = marked_rows();
    const std::size_t head = marked > 0 ? marked : inferred_rows();
    if (head > 0 && head < grid_.rows.size() && columns_ > 1)
      read_columns(head, marked > 0);
    else if (head == 0 && is_card())
      read_card();
    return std::move(readings_);
  }

 private:
  static std::size_t width(const GridRow& row) {
    std::size_t columns = 0;
    for (const GridCell& cell : row.cells) columns += cell.columns;
    return columns;
  }

  static bool is_head(const GridRow& row) {
    return row.cells.size() > 1 &&
           (row.head || std::all_of(row.cells.begin(), row.cells.end(), [](const GridCell& cell) {
              return cell.header || cell.text.empty();
            }));
  }

  std::size_t marked_rows() const {
    std::size_t rows = 0;
    while (rows < grid_.rows.size() && rows < kMostHeadRows && is_head(grid_.rows[rows])) ++rows;
    return rows;
  }

  /// One, if the first row looks like headers and what stands below it shows that it is not of the
  /// same kind: figures, or it has words that head columns.
  std::size_t inferred_rows() const {
    if (grid_.rows.size() < 3 || grid_.rows[0].cells.size() < 2) return 0;
    const std::vector<GridCell>& first = grid_.rows[0].cells;
    std::size_t known = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
      if (first[i].text.empty() && i == 0) continue;
      if (!is_header_like(first[i].text) || first[i].columns != 1) return 0;
      known += is_table_header(bare_header(first[i].text)) ? 1U : 0U;
    }
    return known * 2 >= first.size() || has_figures_below() ? 1 : 0;
  }

  bool has_figures_below() const {
    std::vector<std::size_t> figures(columns_);
    for (std::size_t row = 1; row < grid_.rows.size(); ++row)
      for (std::size_t i = 0; i < std::min(grid_.rows[row].cells.size(), columns_); ++i)
        figures[i] += is_figure(grid_.rows[row].cells[i].text) ? 1U : 0U;
    return std::any_of(figures.begin(), figures.end(), [this](std::size_t count) {
      return count * 4 >= (grid_.rows.size() - 1) * 3;
    });
  }

  /// The words above each column: those of two rows one after the other.
  std::vector<std::string> column_headers(std::size_t rows) const {
    std::vector<std::string> headers(columns_);
    for (std::size_t row = 0; row < rows; ++row) {
      std::size_t column = 0;
      for (const GridCell& cell : grid_.rows[row].cells) {
        const std::string words = to_utf8(cell.text);
        for (std::size_t i = 0; i < cell.columns && column < columns_; ++i, ++column) {
          std::string& header = headers[column];
          if (!words.empty()) header += (header.empty() ? "" : " ") + words;
        }
      }
    }
    return headers;
  }

  void read_columns(std::size_t head, bool marked) {
    const std::vector<std::string> headers = column_headers(head);
    const std::optional<std::size_t> subject = subject_column(head, headers);
    for (std::size_t row = head; row < grid_.rows.size(); ++row) {
      RowReading& reading = readings_[row];
      const std::vector<GridCell>& cells = grid_.rows[row].cells;
      if (cells.size() < 2) continue;
      reading.marked = marked;
      std::size_t column = 0;
      for (std::size_t i = 0; i < cells.size() && column < columns_; ++i) {
        if (column == subject && !cells[i].text.empty() && !is_total(cells[i].text))
          reading.subject = i;
        if (cells[i].columns == 1) reading.headers[i] = headers[column];
        column += cells[i].columns;
      }
    }
  }

  static bool is_total(std::u32string_view text) {
    return cell_word(bare_header(text)) == CellWord::total;
  }

  /// The one with the marked headers of rows, or the first that is no number and no date.
  std::optional<std::size_t> subject_column(std::size_t head,
                                            const std::vector<std::string>& headers) const {
    for (std::size_t column = 0; column < columns_; ++column) {
      const TableHeader kind = table_header(bare_header(to_code_points(headers[column])));
      if (kind.index || kind.time || kind.count) continue;
      std::size_t words = 0, figures = 0;
      for (std::size_t row = head; row < grid_.rows.size(); ++row) {
        const std::vector<GridCell>& cells = grid_.rows[row].cells;
        if (column >= cells.size() || cells[column].text.empty()) continue;
        (is_figure(cells[column].text) ? figures : words) += 1;
      }
      if (words > figures * 3) return column;
    }
    return std::nullopt;
  }

  /// "Founded | 1998", "Seat | Oslo": each row has its header beside it.
  bool is_card() const {
    std::size_t pairs = 0;
    for (const GridRow& row : grid_.rows) {
      if (row.cells.size() < 2) continue;
      if (row.cells.size() > 2 || !row.cells[0].header || row.cells[1].header) return false;
      ++pairs;
    }
    return pairs >= 2;
  }

  void read_card() {
    const std::vector<GridCell>& first = grid_.rows[0].cells;
    const std::u32string_view topic =
        first.size() == 1 && first[0].header ? first[0].text : grid_.caption;
    if (topic.empty() || split_words(topic).size() > kLongestHeader) return;
    for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
      if (grid_.rows[row].cells.size() != 2) continue;
      readings_[row].topic = to_utf8(topic);
      readings_[row].marked = true;
      readings_[row].headers[1] = to_utf8(grid_.rows[row].cells[0].text);
    }
  }

  const Grid& grid_;
  std::vector<RowReading> readings_;
  std::size_t columns_ = 0;
};

}  // namespace

std::vector<RowReading> read_grid(const Grid& grid) { return GridReader(grid).read(); }

bool is_prose_cell(std::u32string_view text) {
  return text.size() > kLongestCell ||
         (ends_like_prose(text) && split_words(text).size() >= kLeastProse);
}

bool is_figure(std::u32string_view text) {
  const auto letters = std::count_if(text.begin(), text.end(), is_letter);
  return letters <= 3 && std::any_of(text.begin(), text.end(), is_digit);
}

RowText row_text(const GridRow& row, const RowReading& reading) {
  RowText made;
  made.row.topic = reading.topic;
  made.row.marked = reading.marked;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::u32string& text = row.cells[i].text;
    if (text.empty()) continue;
    if (is_prose_cell(text)) {
      made.prose.push_back(i);
      continue;
    }
    if (!made.text.empty()) made.text += U" | ";
    const auto begin = static_cast<std::uint32_t>(made.text.size());
    made.text += text;
    if (i == reading.subject) made.row.subject = static_cast<std::uint32_t>(made.row.cells.size());
    made.row.cells.push_back(
        {{begin, static_cast<std::uint32_t>(made.text.size())}, reading.headers[i]});
  }
  made.row.span = {0, static_cast<std::uint32_t>(made.text.size())};
  return made;
}

}  // namespace dossier::extract
