// SPDX-License-Identifier: Apache-2.0
// What the sender of a mail wrote, without what is quoted.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// The text without quoted lines and the line that announces them, the copy of the mail it answers,
/// the signature and what a program adds. If nothing is left, as in a mail that only forwards
/// another one, the quoted text stands for it, without its marks. `flowed`: lines that end in a
/// blank are joined with the next one (RFC 3676).
std::u32string mail_body(std::u32string_view text, bool flowed);

}  // namespace dossier::extract
