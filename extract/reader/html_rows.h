// SPDX-License-Identifier: Apache-2.0
// Rows of tables in web pages.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/reader/html_blocks.h"

namespace dossier::extract {

/// Makes one block of the blocks from `row_begin` on, the cells of a row of data, its cells apart;
/// those of a table that only places things, with sentences, links or headings, stay. `cells`: how
/// many the row has. Returns where the next row begins.
std::size_t join_cells(std::vector<HtmlBlock>& blocks, std::size_t row_begin, std::size_t cells);

}  // namespace dossier::extract
