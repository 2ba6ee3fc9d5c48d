// SPDX-License-Identifier: Apache-2.0
// What views ask about facts, and the rows that they get. Private to desk/.
#pragma once

#include <string>
#include <vector>

#include "desk/views/names.h"
#include "desk/views/rows.h"
#include "dossier/fact_views.h"

namespace dossier {

/// The conditions of a request on ?fact with ?s ?p ?o, ?sentence and ?document, and their values.
struct FactConditions {
  std::string pattern;
  Parameters values;
};
/// Of a statement that was read as several of these relations ("met", "met with") one counts: a
/// condition on ?fact with ?s ?p ?o. Empty for fewer than two.
std::string read_once(const std::vector<Term>& relations);
/// Throws Error(usage) for a day that is none and a saying that is none.
FactConditions fact_conditions(const FactsRequest& request);

/// The columns of a fact's row, and the patterns that bind them once ?fact is bound.
std::string_view fact_columns();
std::string_view fact_patterns();

/// Reads rows that have those columns; a fact that comes twice (a speaker with two labels) once.
class FactRowReader {
 public:
  /// `names` must outlive it.
  explicit FactRowReader(Namer& names) : names_(names) {}
  FactRow read(const Row& row);
  std::vector<FactRow> read_all(QueryResult& result);

 private:
  Namer& names_;
};

/// "<urn:a> <urn:b>" for VALUES.
std::string iri_list(const std::vector<Term>& terms);

}  // namespace dossier
