// SPDX-License-Identifier: Apache-2.0
// The past form of a verb.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// "held" for "hold", "visited" for "visit", "stopped" for "stop"; "was" for "be".
std::string past_form(std::string_view lemma);

}  // namespace dossier::extract
