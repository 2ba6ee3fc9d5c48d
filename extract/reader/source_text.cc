// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/source_text.h"

#include <utility>

namespace dossier::extract {

TextSpan add_block(SourceText& source, std::u32string_view block) {
  if (!source.text.empty()) source.text += U"\n\n";
  const auto begin = static_cast<std::uint32_t>(source.text.size());
  source.text += block;
  return {begin, static_cast<std::uint32_t>(source.text.size())};
}

TextSpan add_row(SourceText& source, std::u32string_view block, TableRow row) {
  const TextSpan span = add_block(source, block);
  row.span = span;
  for (TableCell& cell : row.cells)
    cell.span = {span.begin + cell.span.begin, span.begin + cell.span.end};
  source.rows.push_back(std::move(row));
  return span;
}

}  // namespace dossier::extract
