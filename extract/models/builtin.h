// SPDX-License-Identifier: Apache-2.0
// The models built into the library (extract/models/*.bin), so that a program needs no files at run
// time.
#pragma once

#include <string_view>

namespace dossier::extract {

std::string_view builtin_tagger_model();
std::string_view builtin_lexicon_model();
std::string_view builtin_network_model();
/// Empty when the library was built without it.
std::string_view builtin_reading_model();

}  // namespace dossier::extract
