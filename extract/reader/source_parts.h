// SPDX-License-Identifier: Apache-2.0
// The documents in one file: of archives, mailboxes and tables several, of most files one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/error.h"
#include "extract/reader/read_settings.h"

namespace dossier::extract {

struct SourcePart {
  std::string name;          ///< that of the file, "/", the part's own
  std::string bytes;         ///< empty when there is an error
  bool record = false;       ///< a row of a table: record_text() reads it
  std::string part_of = {};  ///< name of the mail it was attached to
  std::optional<Error> error = {};
};

struct SourceParts {
  std::vector<SourcePart> parts;
  std::vector<std::string> skipped;  ///< names of what is no document, as in a folder
};

/// Whether a file may hold several documents, by its name and what it begins with (one KiB is
/// enough, but for a mailbox whose name does not say so).
bool has_parts(const std::string& name, std::string_view content);

/// The documents of a file; itself, if it is one: a mail comes before its attachments. Archives
/// inside each other are opened, to `settings.limits.depth`; hidden files are left out. All that is
/// unpacked is at most `settings.limits.file`. A part that cannot be read has an error; the others
/// are read. Throws Error(input) when the whole file cannot, Error(usage) for a table of which
/// `settings.columns` names no text.
SourceParts source_parts(std::string_view bytes, const std::string& name,
                         const ReadSettings& settings);

}  // namespace dossier::extract
