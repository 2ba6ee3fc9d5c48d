// File names: what they say about the format, and the slug of a document's IRI.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// The last part of a path.
std::string file_name(std::string_view path);

/// True for CoNLL-U, by the file name's ending.
bool is_conllu(const std::string& name);

/// True for Markdown. Throws Error(unsupported) for formats that are not read, told by the file
/// name's ending or the content's first bytes.
bool is_markdown(const std::string& name, std::string_view bytes);

/// "000_3dc8.txt.gz" gives "000_3dc8": letters and digits of any script, "-", "_" and ".", the rest
/// one "_" each; never empty.
std::string slug_of(std::string_view name);

}  // namespace dossier::extract
