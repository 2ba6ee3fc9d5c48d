// SPDX-License-Identifier: Apache-2.0
// The models that are part of the library: extract/models/*.bin, taken in as they are when it is
// built, so a program finds them wherever it runs.
#pragma once

#include <string_view>

namespace dossier::extract {

std::string_view builtin_tagger_model();
std::string_view builtin_lexicon_model();
std::string_view builtin_network_model();

}  // namespace dossier::extract
