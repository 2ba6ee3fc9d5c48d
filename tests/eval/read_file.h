// SPDX-License-Identifier: Apache-2.0
// The bytes of a file, for the programs that measure.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "dossier/error.h"

namespace dossier::extract {

/// Throws Error(input) that names the file when it cannot be read.
inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(ErrorCode::input, path + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace dossier::extract
