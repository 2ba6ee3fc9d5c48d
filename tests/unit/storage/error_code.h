// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <catch2/catch.hpp>
#include <functional>

#include "dossier/error.h"

namespace dossier::storage {

/// The code of the Error that `action` throws; a failed test when it throws none.
inline ErrorCode code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    INFO(error.what());
    return error.code();
  }
  FAIL("no error");
  return ErrorCode::usage;
}

}  // namespace dossier::storage
