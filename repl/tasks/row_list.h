// SPDX-License-Identifier: Apache-2.0
// Lists that are not query results (documents, saved queries, statistics), in the result formats.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dossier/term.h"
#include "repl/format/output_format.h"
#include "repl/input/command_line.h"
#include "repl/process/console.h"

namespace dossier::repl {

struct RowList {
  std::vector<std::string> columns;
  std::vector<std::vector<std::optional<Term>>> rows;
};

/// A string literal; none for an empty text.
std::optional<Term> text_or_none(std::string text);

/// Takes out columns that no row has something for: they only take room from the others.
void drop_empty_columns(RowList& list);

/// Writes the list; an RDF format is refused with Error(usage).
void write_list(const RowList& list, const OutputFormat& format, Console& console);

/// The option --format of commands that list. Default: table on a terminal, otherwise tsv.
class ListFormat {
 public:
  void declare(Arguments& arguments);
  OutputFormat format(const Console& console) const;

 private:
  std::optional<std::string> word_;
};

}  // namespace dossier::repl
