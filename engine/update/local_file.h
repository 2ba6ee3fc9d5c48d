// SPDX-License-Identifier: Apache-2.0
// The files of this machine that LOAD may read. Private to engine/update.
#pragma once

#include <string>

#include "dossier/query.h"
#include "storage/regular_file.h"

namespace dossier::update {

/// The path that LOAD's source names: of a "file:" IRI with its escapes undone, or the text itself.
/// Throws Error(input) for an IRI of another scheme or another machine, and for a NUL in the path.
std::string path_of(const std::string& source);

/// Opens the file at `path`, which `source` names, when it is allowed. Throws Error(usage) when it
/// is not, whether it exists or not, and Error(input) as RegularFile.
///
/// What counts is where the file lies after all symbolic links and "..". The file that is opened is
/// the one that was found allowed, even when links are changed in between.
storage::RegularFile open_allowed(const std::string& source, const std::string& path,
                                  const OutsideAccess& access);

}  // namespace dossier::update
