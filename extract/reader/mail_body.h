// SPDX-License-Identifier: Apache-2.0
// What the sender of a mail wrote, without what is quoted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dossier::extract {

/// The text without quoted lines and the line that announces them, the copy of the mail it answers,
/// the signature and what a program adds. If nothing is left, as in a mail that only forwards
/// another one, the quoted text stands for it, without its marks. `flowed`: lines that end in a
/// blank are joined with the next one (RFC 3676).
std::u32string mail_body(std::u32string_view text, bool flowed);

/// What stands in the fields above a copied mail.
struct CopiedHead {
  std::u32string from;
  std::u32string date;
};

/// Of a mail that only forwards others: who wrote the innermost one, and when. Nothing where the
/// sender has written something, or where no fields tell.
std::optional<CopiedHead> copied_head(std::u32string_view text);

}  // namespace dossier::extract
