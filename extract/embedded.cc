// SPDX-License-Identifier: Apache-2.0
#include "extract/embedded.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace dossier::extract::embedded {

const File& file_named(std::span<const File> files, std::string_view name) {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const File& one) { return one.name() == name; });
  if (found == files.end())
    throw std::logic_error(std::string(name) + " is not part of the library");
  return *found;
}

}  // namespace dossier::extract::embedded
