// SPDX-License-Identifier: Apache-2.0
// What the headers of tables say of the cells below them: data/table_headers.tsv.
#pragma once

#include <string_view>

#include "extract/mention.h"

namespace dossier::extract {

/// A header. All is empty for one that the table does not have.
struct TableHeader {
  bool index = false;                       ///< the cells number the rows
  bool named = false;                       ///< the cells name what the rows are about
  bool time = false;                        ///< the cells are dates
  bool count = false;                       ///< the cells are plain numbers
  bool text = false;                        ///< the cells are taken as they are written
  MentionType type = MentionType::unknown;  ///< of what the cells name
  std::string_view relation;                ///< the IRI of a typed relation
  std::string_view subject;  ///< of which class the relation is: "person"; empty: any
};

/// By its words in lower case, without brackets and stops at its end.
TableHeader table_header(std::string_view header);
bool is_table_header(std::string_view header);

/// A cell that affirms or denies what heads it, says nothing, or begins a row about the others; in
/// lower case.
enum class CellWord { none, yes, no, empty, total };
CellWord cell_word(std::string_view cell);

}  // namespace dossier::extract
