// SPDX-License-Identifier: Apache-2.0
// The day in the name of a document, for one whose text tells none.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/reader/lines.h"
#include "extract/reader/written_date.h"
#include "extract/text/calendar.h"

namespace dossier::extract {

/// Of "https://news.example/2024/03/05/gate", with the month as a word, too, or with the day in one
/// piece, "/2024-03-05/". Nothing for what is no address.
std::optional<Day> day_of_address(std::string_view address);

/// Of "2024-03-05-north-gate.md" and "Minutes 2024-03-05.docx": an ISO day at the beginning or the
/// end of a file's name.
std::optional<Day> day_of_file_name(std::string_view name);

/// "(c) Sea Institute, 2021. Published on 4 March 2021.": the day in the imprint of a report.
std::optional<WrittenDate> day_of_imprint(std::u32string_view text, const std::vector<Line>& lines);

}  // namespace dossier::extract
