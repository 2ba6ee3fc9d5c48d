// SPDX-License-Identifier: Apache-2.0
// What several commands show.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "desk/views/row_evidence.h"
#include "repl/shell/session.h"

namespace dossier::repl {

/// The text of a document, or the sentences around one of them with its facts. Throws Error(input)
/// when there is no such sentence.
void show_document(Session& session, const Term& document, std::optional<std::int64_t> sentence);

/// The card of an entity.
void show_card(Session& session, const Term& thing);

/// What a row of the last list or query is about: its sentence, document or thing. Throws as
/// row_index().
void open_listed(Session& session, const std::string& number);

/// The sentences behind a row of the last query.
std::vector<Evidence> evidence_of_row(Session& session, const Row& row);

/// The number of a row of the last list, from 0; "" is the first. Throws Error(usage) when there is
/// no such row.
std::size_t row_index(const std::string& word, std::size_t rows);

}  // namespace dossier::repl
