// SPDX-License-Identifier: Apache-2.0
// The past forms of verbs.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// "held" for "hold", "visited" for "visit", "stopped" for "stop"; "was" for "be".
std::string past_form(std::string_view lemma);

/// Whether the word can only be the past of its verb: "fell", unlike "visited" and "held".
bool is_past_only(std::string_view lemma, std::string_view word);

}  // namespace dossier::extract
