// SPDX-License-Identifier: Apache-2.0
// Files that are part of the library (dossier_embed() in extract/CMakeLists.txt), so that a program
// needs none at run time.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace dossier::extract::embedded {

struct File {
  std::string_view path;   ///< from the project's root: "extract/rules/lives.rq"
  std::string_view bytes;  ///< begins at a multiple of 16

  std::string_view name() const { return path.substr(path.rfind('/') + 1); }
};

std::span<const File> models();  ///< extract/models/*.bin
std::span<const File> rules();   ///< extract/rules/*.rq, by name
std::span<const File> words();   ///< extract/lexicon/data/*.tsv
/// Relations with one value, families of relations, weights of confidence.
std::span<const File> declarations();

/// The file with this name. Throws std::logic_error if there is none.
const File& file_named(std::span<const File> files, std::string_view name);

}  // namespace dossier::extract::embedded
