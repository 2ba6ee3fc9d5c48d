// SPDX-License-Identifier: Apache-2.0
// Times and periods as people write them.
#pragma once

#include <string>

#include "dossier/evidence.h"

namespace dossier::repl {

/// The end of a period with the precision of its beginning; empty where the time is no period.
std::string end_of_period(const Evidence& evidence);

/// "2020-11-11 to 2020-11-18"; "since 2018"; "until 2018-12-31"; "2020-11" for a time that is no
/// period; its words for one that is not known. Empty for a fact without a time.
std::string period_text(const Evidence& evidence);

}  // namespace dossier::repl
