// SPDX-License-Identifier: Apache-2.0
// Facts with everything that is known about how they were read. Private to desk/.
#pragma once

#include <string>
#include <vector>

#include "desk/views/names.h"

namespace dossier {

/// Which facts: `pattern` binds ?f ?s ?p ?o, such as "?f rdf:reifies <<( ?s ?p ?o )>>", and
/// `order` stands behind the WHERE clause. In both may stand ?polarity ?modality ?sentence ?index
/// ?document ?date ?confidence ?first (day) and the parameters of `options`.
struct FactSelection {
  std::string pattern;
  std::string order = "ORDER BY ?date ?document ?index";
};

/// Each reifier once, in the order of the rows.
std::vector<ReadFact> read_facts(const KnowledgeBase& kb, const FactSelection& selection,
                                 const QueryOptions& options, Namer& namer);

}  // namespace dossier
