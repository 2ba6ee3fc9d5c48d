// SPDX-License-Identifier: Apache-2.0
// Which of the formats that are read a file is in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dossier::extract {

enum class Format : std::uint8_t { text, markdown, html, pdf };

/// By what the (unpacked) content opens with, then by the file name's ending, .gz taken off.
/// Throws Error(unsupported) for formats that are not read.
Format format_of(const std::string& name, std::string_view content);

/// True for CoNLL-U: by the file name's ending, or, of a name that has none, by the form of the
/// first sentence.
bool is_conllu(const std::string& name, std::string_view content);

}  // namespace dossier::extract
