// SPDX-License-Identifier: Apache-2.0
// For which country a minister speaks whose document names him by his post alone.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/document.h"
#include "extract/resolve/resolve.h"

namespace dossier::extract::resolve {

/// The country whose adjective stands before what the speaker calls "our" ("our engineers",
/// "Norwegian engineers"), or that he names beside himself ("Norway and I", "we in Norway"). None
/// for who has no post of a state, and where two countries fit. The mentions must have their
/// entities.
std::optional<std::uint32_t> country_of_speaker(const Analysis& analysis,
                                                const Resolution& resolution,
                                                std::uint32_t speaker);

}  // namespace dossier::extract::resolve
