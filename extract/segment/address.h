// SPDX-License-Identifier: Apache-2.0
// Tokens that contain punctuation: web and mail addresses, domain names, file names.
#pragma once

#include <cstddef>
#include <string_view>

namespace dossier::extract {

/// Length of the URL, e-mail address, domain name or @handle at the start of `chunk` (a text
/// without white space), without the sentence's punctuation after it; 0 if there is none.
std::size_t address_length(std::u32string_view chunk);

}  // namespace dossier::extract
