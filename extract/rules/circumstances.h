// SPDX-License-Identifier: Apache-2.0
// The time, place, source and confidence a frame gives its facts.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/document.h"

namespace dossier::extract::rules {

/// The time of a frame: index into the sentence's times.
std::optional<std::uint32_t> time_of(const Frame& frame);
/// Where it happens: what "in", "at", "near", "inside", "outside" of the frame name, if that is one
/// place. Null when it says none, or several.
const Argument* place_of(const Analysis& analysis, const Frame& frame);
/// A question is `asked`, whatever else the frame has.
Modality modality_of(const Frame& frame);
/// The argument whose filler is `node`; null if there is none.
const Argument* argument_of(const Frame& frame, const FactNode& node);

}  // namespace dossier::extract::rules
