// SPDX-License-Identifier: Apache-2.0
// Facts that a pattern selects, with the further arguments of their clauses. Private to desk/.
#pragma once

#include <string>
#include <vector>

#include "desk/views/names.h"
#include "dossier/fact_views.h"

namespace dossier {

/// Which facts: `pattern` binds ?fact ?s ?p ?o, such as "?fact rdf:reifies <<( ?s ?p ?o )>>", and
/// `order` stands behind the WHERE clause. In it may stand the variables of fact_columns()
/// (desk/views/fact_query.h) and ?first, the first day; in both the parameters of `options`.
struct FactSelection {
  std::string pattern;
  std::string order = "ORDER BY ?date ?document ?index";
};

/// Each reifier once, in the order of the rows.
std::vector<FactRow> read_facts(const KnowledgeBase& kb, const FactSelection& selection,
                                const QueryOptions& options, Namer& namer);

}  // namespace dossier
