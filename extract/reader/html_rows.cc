// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_rows.h"

#include <algorithm>

#include "extract/reader/lines.h"

namespace dossier::extract {

std::size_t join_cells(std::vector<HtmlBlock>& blocks, std::size_t row_begin, std::size_t cells) {
  constexpr std::size_t kLongestCell = 200;
  const auto first =
      blocks.begin() + static_cast<std::ptrdiff_t>(std::min(row_begin, blocks.size()));
  const auto is_cell = [](const HtmlBlock& cell) {
    return cell.text.size() <= kLongestCell && cell.heading == 0 && !cell.boilerplate &&
           cell.linked * 2 <= cell.text.size() && !ends_like_prose(cell.text);
  };
  const auto count = static_cast<std::size_t>(blocks.end() - first);
  if (count < 2 || count > cells || !std::all_of(first, blocks.end(), is_cell))
    return blocks.size();
  for (auto cell = first + 1; cell != blocks.end(); ++cell) {
    first->text += U" | " + cell->text;
    first->linked += cell->linked;
  }
  blocks.erase(first + 1, blocks.end());
  return blocks.size();
}

}  // namespace dossier::extract
