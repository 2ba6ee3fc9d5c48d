// SPDX-License-Identifier: Apache-2.0
// Writes an analysed document as CoNLL-U.
//
// MISC holds SpaceAfter=No, TokenRange=BEGIN:END (code points of the document's text), names as
// NER=B-PERSON, NER=I-PERSON, and the probability of an arc predicted here as ArcProb=0.98.
#pragma once

#include <ostream>

#include "extract/document.h"

namespace dossier::extract {

/// Valid Universal Dependencies: every sentence with `# sent_id` and `# text`, words written
/// together as ranges, one root. A sentence whose tree was made in pieces says so in a comment.
void write_conllu(const Analysis& analysis, std::ostream& out);

}  // namespace dossier::extract
