// SPDX-License-Identifier: Apache-2.0
// What was read in a document as CoNLL-U.
//
// MISC holds SpaceAfter=No, TokenRange=BEGIN:END (code points of the document's text), the names as
// NER=B-PERSON, NER=I-PERSON, and how sure the arc is as ArcProb=0.98 where a tree was made here.
#pragma once

#include <ostream>

#include "extract/document.h"

namespace dossier::extract {

/// Valid Universal Dependencies: every sentence with `# sent_id` and `# text`, words written
/// together as ranges, one root. A sentence whose tree was made in pieces says so in a comment.
void write_conllu(const Analysis& analysis, std::ostream& out);

}  // namespace dossier::extract
