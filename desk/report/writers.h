// SPDX-License-Identifier: Apache-2.0
// The formats of reports. Private to desk/report.
#pragma once

#include <ostream>

#include "desk/report/model.h"

namespace dossier::reporting {

void write_html(const Report& report, std::ostream& out);
/// CommonMark with tables as GitHub has them.
void write_markdown(const Report& report, std::ostream& out);
/// Office Open XML (ECMA-376). Throws Error(input) when the archive cannot be made.
void write_docx(const Report& report, std::ostream& out);

}  // namespace dossier::reporting
