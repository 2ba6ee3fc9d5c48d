// SPDX-License-Identifier: Apache-2.0
// What a term is in a column for data frames.
#pragma once

#include <cstdint>
#include <string>

#include "model/term_view.h"

namespace dossier::python {

/// What a value can be in a column.
enum class Cell : std::uint8_t {
  unbound,
  integer,  ///< xsd:integer and its kin, within 64 bits
  number,   ///< any other number
  boolean,
  date,        ///< without a time zone: days from 1970-01-01
  local_time,  ///< xsd:dateTime without a time zone: microseconds from 1970-01-01
  instant,     ///< with one: the same, in UTC
  text,        ///< everything else, and values that are not of their datatype
};

/// Copied byte by byte.
struct CellValue {
  CellValue() = default;
  explicit CellValue(Cell kind, std::int64_t value = 0) : cell(kind), whole(value) {}
  explicit CellValue(double value) : cell(Cell::number), number(value) {}

  Cell cell = Cell::unbound;
  union {
    std::int64_t whole = 0;  ///< of an integer, a boolean, a date, a local_time, an instant
    double number;
  };
};

CellValue cell_of(const TermView& term);

/// An IRI, the label of a blank node after "_:", a lexical form, a triple term in N-Triples.
void append_text(std::string& text, const TermView& term);

}  // namespace dossier::python
