// SPDX-License-Identifier: Apache-2.0
// Tables whose rows are documents: .csv, .tsv, .jsonl.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/error.h"
#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

enum class TableForm : std::uint8_t { comma, tab, json_lines };

/// One document of a table.
struct TableRecord {
  std::size_t number = 0;  ///< from 1, the line of column names not counted
  std::string content;     ///< for record_text(); empty where the text's column is
  std::optional<Error> error;
};

/// The records of a table, those without text too; one that cannot be read has an error and keeps
/// the others. Throws Error(usage) when `settings.columns` names no column of texts, Error(input)
/// for one that the table does not have, for content that is no text, and beyond the limits.
std::vector<TableRecord> table_records(std::string_view content, TableForm form,
                                       const std::string& source_name,
                                       const ReadSettings& settings);

/// A record as a document: its title, if it has one, above its text.
SourceText record_text(std::string_view content, const std::string& source_name,
                       const ReadSettings& settings);

}  // namespace dossier::extract
