// SPDX-License-Identifier: Apache-2.0
// The entries of a list of names in a sentence.
#pragma once

#include <vector>

#include "extract/document.h"

namespace dossier::extract::listings {

struct Entry {
  TokenRange name;    ///< with honorifics: "Cllr Fay Holt"
  TokenRange remark;  ///< "Treasurer" of "Imran Sethi (Treasurer)"; may be empty
};

/// Those of the list's part of this sentence. Entries are parted by semicolons or, where there are
/// none, by commas and "and"; what is not written as a name belongs to the entry before it.
std::vector<Entry> entries_of(const Sentence& sentence, const Attendance& list);

}  // namespace dossier::extract::listings
