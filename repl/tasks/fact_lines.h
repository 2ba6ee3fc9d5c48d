// SPDX-License-Identifier: Apache-2.0
// Rows of the view of facts: as a list, and as lines for reading.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "dossier/views.h"
#include "repl/tasks/evidence_card.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// "Anna Berg visited Oslo (denied), 2 May 2024, Lima".
std::string fact_line(const FactRow& row);

/// One row each: who, what, whom, how it is said, when, where, who says it, date, document,
/// sentence, confidence. `full` adds the IRIs and the text, for programs.
RowList fact_list(const std::vector<FactRow>& rows, bool full);

/// Facts grouped by relation: "visited   Oslo; Lima ×2 (denied)". `others` names the column: the
/// object of facts about a thing, else the subject. What several values of these relations
/// contradict is said.
void write_grouped_facts(std::ostream& out, std::string_view title,
                         const std::vector<FactRow>& rows, bool by_subject, std::size_t width,
                         const std::vector<Term>& contradicted = {});

/// The fact, its source and its sentence with its words marked.
void write_fact(std::ostream& out, const FactRow& row, const CardStyle& style);

}  // namespace dossier::repl
