// SPDX-License-Identifier: Apache-2.0
// What views make of the rows of their queries. Private to desk/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "dossier/dossier.h"
#include "dossier/fact_views.h"

namespace dossier {

/// The lexical form; "" for an unbound value.
std::string text_of(const RowValue& value);
/// The day of a date or a date with a time; "" for an unbound value.
std::string day_of(const RowValue& value);
/// The term; a default one for an unbound value.
Term term_of(const RowValue& value);
/// Which sentence of which document `?sentence ?document ?headline ?text ?date ?begin ?end` are.
void take_sentence(const Row& row, FactRow& fact);
/// How many different rows a SELECT has.
std::uint64_t count_rows(const KnowledgeBase& kb, const std::string& select,
                         const QueryOptions& options);
/// " OFFSET 10 LIMIT 20"
std::string slice(std::size_t skip, std::size_t most);
/// The day as a term. Throws Error(usage) when it is none.
Term day_term(const std::string& text);

}  // namespace dossier
