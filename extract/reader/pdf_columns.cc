// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_columns.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace dossier::extract {
namespace {

constexpr std::size_t kLeastLines = 8;    ///< of each column on the page
constexpr std::size_t kMostLines = 2000;  ///< each is compared with each
constexpr std::size_t kMostColumns = 3;   ///< times that a page is divided in two
constexpr double kFull = 0.75;            ///< of the width of its column: a line of running text
constexpr double kFullShare = 0.6;        ///< of the lines of a column; cells of tables are shorter

using Lines = std::vector<PdfLine>;

struct Side {
  std::size_t lines = 0;
  double widest = 0;
};

/// Lines left of a place, and right of it.
std::pair<Side, Side> sides_of(const Lines& lines, double middle) {
  std::pair<Side, Side> sides;
  for (const PdfLine& line : lines) {
    if (line.right > middle && line.left < middle) continue;
    Side& side = line.right <= middle ? sides.first : sides.second;
    ++side.lines;
    side.widest = std::max(side.widest, line.right - line.left);
  }
  return sides;
}

bool is_running_text(const Lines& lines, double middle, const std::pair<Side, Side>& sides) {
  std::size_t left = 0, right = 0;
  for (const PdfLine& line : lines) {
    const double width = line.right - line.left;
    if (line.right <= middle) left += width >= sides.first.widest * kFull ? 1U : 0U;
    if (line.left >= middle) right += width >= sides.second.widest * kFull ? 1U : 0U;
  }
  const auto full = [](std::size_t count, const Side& side) {
    return static_cast<double>(count) >= kFullShare * static_cast<double>(side.lines);
  };
  return full(left, sides.first) && full(right, sides.second);
}

/// Where the right one of two columns begins; 0: the page has no two columns.
double column_edge(const Lines& lines) {
  if (lines.size() > kMostLines) return 0;
  double best = 0;
  std::size_t most = kLeastLines - 1;
  for (const PdfLine& line : lines) {
    const auto sides = sides_of(lines, line.left);
    const std::size_t lesser = std::min(sides.first.lines, sides.second.lines);
    if (lesser <= most || !is_running_text(lines, line.left, sides)) continue;
    most = lesser;
    best = line.left;
  }
  return best;
}

void order(Lines::iterator begin, Lines::iterator end, std::size_t depth);

/// Lines between two that cross the edge: the left column, then the right one, each from its top.
void order_between(Lines::iterator begin, Lines::iterator end, double edge, std::size_t depth) {
  const auto middle =
      std::stable_partition(begin, end, [edge](const PdfLine& line) { return line.right <= edge; });
  for (const auto& [first, last] : {std::pair(begin, middle), std::pair(middle, end)}) {
    std::stable_sort(first, last, [](const PdfLine& a, const PdfLine& b) { return a.top < b.top; });
    order(first, last, depth + 1);
  }
}

void order(Lines::iterator begin, Lines::iterator end, std::size_t depth) {
  const double edge = depth < kMostColumns ? column_edge(Lines(begin, end)) : 0;
  if (edge <= 0) return;
  const auto crosses = [edge](const PdfLine& line) {
    return line.right > edge && line.left < edge;
  };
  while (begin != end) {
    const auto first = std::find_if_not(begin, end, crosses);
    const auto last = std::find_if(first, end, crosses);
    order_between(first, last, edge, depth);
    begin = last;
  }
}

}  // namespace

void order_columns(PdfPage& page) { order(page.lines.begin(), page.lines.end(), 0); }

}  // namespace dossier::extract
