// SPDX-License-Identifier: Apache-2.0
// Who came to a meeting: names and facts of the lists "Present:" and "Apologies:".
#pragma once

#include <string_view>

#include "extract/document.h"

namespace dossier::extract {

/// The rule that these facts name.
inline constexpr std::string_view kAttendanceRule = "attendance";

/// Comes after the names of a document are found, and before entities are made of them: each entry
/// of a list is a person, if it is written as a name of two words at least.
void name_attendees(Analysis& analysis);

/// Adds typed facts to the sentences of the lists; comes after the entities are resolved. They are
/// about one individual of the document, the meeting: schema:attendee for those present, the same
/// as a negative fact for those who sent apologies, r:chair for who led it. "(Treasurer)" behind a
/// name is a job title, "(Tessmar)" an affiliation.
void add_attendance_facts(Analysis& analysis);

}  // namespace dossier::extract
