// SPDX-License-Identifier: Apache-2.0
// A knowledge base in a directory of its own, through the C interface.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "dossier/dossier_c.h"

namespace dossier::c_test {

namespace fs = std::filesystem;

/// A knowledge base in a directory of its own.
class Base {
 public:
  Base() {
    std::string name = (fs::temp_directory_path() / "dossier_c_XXXXXX").string();
    folder = mkdtemp(name.data());
    path = folder / "kb";
    kb = dossier_open(path.c_str(), &error);
    REQUIRE(kb != nullptr);
  }
  ~Base() {
    dossier_close(kb);
    dossier_error_free(error);
    fs::remove_all(folder);
  }
  void update(const char* text) {
    REQUIRE(dossier_update(kb, text, nullptr, nullptr, &error) == 0);
  }
  /// The code of the last error, which is freed.
  dossier_error_code failure() {
    REQUIRE(error != nullptr);
    const dossier_error_code code = dossier_error_get_code(error);
    message = dossier_error_get_message(error);
    dossier_error_free(error);
    error = nullptr;
    return code;
  }

  fs::path folder, path;
  dossier_kb* kb = nullptr;
  dossier_error* error = nullptr;
  std::string message;
};

}  // namespace dossier::c_test
