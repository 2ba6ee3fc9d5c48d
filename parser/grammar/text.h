// SPDX-License-Identifier: Apache-2.0
// Decodes the matched text of terminals: undoes escapes and keeps positions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/term.h"

namespace dossier::grammar {

/// The offset of the first byte of `text` that is not part of valid UTF-8 (surrogates and overlong
/// forms are not valid); none when all is.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Throws Error(syntax) at the first byte of `text` that is not valid UTF-8.
void require_utf8(std::string_view text);

/// Appends a Unicode scalar value in UTF-8.
void append_utf8(std::string& out, char32_t code_point);

// The pieces below are views into `text`, the whole input; errors are Error(syntax) positioned in
// it.

/// The content of a string terminal (any of the four): quotes taken off, ECHAR and UCHAR undone.
/// Throws when an escape names a surrogate or a number beyond U+10FFFF.
std::string string_value(std::string_view terminal, std::string_view text);

/// The content of an IRIREF: brackets taken off, UCHAR undone. Throws as string_value(), and when
/// an escape is a character that an IRI cannot contain.
std::string iri_value(std::string_view terminal, std::string_view text);

/// A PN_LOCAL with its PN_LOCAL_ESC undone; percent escapes stay.
std::string local_name_value(std::string_view local_name);

/// A LANG_DIR as tag and direction. Throws when the direction is neither "ltr" nor "rtl".
struct LanguageTag {
  std::string language;
  Direction direction = Direction::none;
};
LanguageTag language_value(std::string_view terminal, std::string_view text);

}  // namespace dossier::grammar
