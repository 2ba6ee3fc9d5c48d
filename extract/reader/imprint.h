// SPDX-License-Identifier: Apache-2.0
// Lines that tell when a text appeared or was signed, among other words.
#pragma once

#include <optional>
#include <string_view>

#include "extract/reader/written_date.h"

namespace dossier::extract {

/// "Given under my hand at Torvey this 4th day of March 2024."
std::optional<WrittenDate> day_of_signing(std::u32string_view line);

/// "Thursday, 20 August 2015 11:32:07RTRS [nL5N10V2QX]", as agencies close their stories.
bool opens_with_time(std::u32string_view line);

/// "Published in the Holm Courier on 14.02.2020": nothing else stands in the line.
std::optional<WrittenDate> imprint_date(std::u32string_view line);

/// The day behind "Published" or "Posted" in a line that tells little else: "NRX News | Published
/// 17.11.2013 at 18:04. Updated 18.11.2013".
std::optional<WrittenDate> published_date(std::u32string_view line);

}  // namespace dossier::extract
