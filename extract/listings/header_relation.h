// SPDX-License-Identifier: Apache-2.0
// What the header of a column says of the cells below it: a relation, a unit, a year.
#pragma once

#include <string>

#include "dossier/term.h"
#include "extract/lexicon/table_headers.h"
#include "extract/mention.h"

namespace dossier::extract::listings {

struct HeaderReading {
  Term relation;  ///< an IRI
  bool is_relation = false;
  TableHeader kind;         ///< what the word table knows of it
  bool year_cells = false;  ///< four digits below it are a year
  std::string year;         ///< "2021" of "Revenue 2021": when what the cells say holds
  std::string unit;         ///< "m" of "Length (m)", "EUR" of "Price (EUR)"; empty: none
  int zeros = 0;            ///< "(EUR million)": how many to add to each number
};

/// For a row about something of class `subject`. A typed relation where the words of the header
/// mean one for such a thing, else an open one, named by its words: "Home port" is r:home_port. A
/// header that is a year alone is r:be.
HeaderReading read_header_cell(const std::string& header, MentionType subject);

}  // namespace dossier::extract::listings
