// SPDX-License-Identifier: Apache-2.0
// A saved query as the store keeps it: three texts.
#pragma once

#include <string>

namespace dossier::storage {

struct SavedQuery {
  std::string name;
  std::string text;
  std::string description;
};

}  // namespace dossier::storage
