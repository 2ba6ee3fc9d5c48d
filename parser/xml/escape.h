// SPDX-License-Identifier: Apache-2.0
// The escapes of XML, appended so that a value costs no allocation. Out is a std::string or an
// OutputBuffer.
#pragma once

#include <string>
#include <string_view>

namespace dossier::xml {

/// For text and for attributes in double quotes. Throws Error(unsupported) for a character that XML
/// 1.0 does not have.
template <typename Out>
void append_escaped(Out& out, std::string_view text);

}  // namespace dossier::xml
