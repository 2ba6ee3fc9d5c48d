// SPDX-License-Identifier: Apache-2.0
// File names: the parts of a path, and the slug of a document's IRI.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// The last part of a path, as UTF-8: bytes that are none, and U+FFFD itself, are written as U+FFFD
/// with two hexadecimal digits a byte, so that different names stay different.
std::string file_name(std::string_view path);

/// A path as the name of a document: as UTF-8, as file_name().
std::string document_name(std::string_view path);

/// Whether a document's name is that of a file that is no longer there: not of one inside an
/// archive, and not what somebody called standard input.
bool is_lost_file(const std::string& name);

/// The name without the ending of a packed file.
std::string without_packing(std::string_view name);

/// "2021/000_3dc8.txt.gz" gives "2021/000_3dc8": letters and digits of any script, "-", "_" and
/// ".", the rest one "_" each; "/" between its parts, without "." and ".."; never empty.
std::string slug_of(std::string_view name);

}  // namespace dossier::extract
