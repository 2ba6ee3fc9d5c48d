// SPDX-License-Identifier: Apache-2.0
// What a cell of a table says: a date, a quantity, names, or words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon/table_headers.h"
#include "extract/listings/header_relation.h"
#include "extract/listings/things.h"

namespace dossier::extract::listings {

struct CellValue {
  FactNode node;
  TokenRange tokens;
  bool negative = false;  ///< "no"
};

/// The values of a cell of a row; none for one that says nothing. Adds quantities to the sentence.
/// Figures are numbers or dates, as the header has it; names are the mentions of the cell; other
/// words are a concept, or a string when they are many or the header says so.
std::vector<CellValue> cell_values(const Document& document, Sentence& sentence,
                                   const TableCell& cell, const HeaderReading& header,
                                   Things& things);

}  // namespace dossier::extract::listings
