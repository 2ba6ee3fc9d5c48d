// SPDX-License-Identifier: Apache-2.0
// C++ exceptions as errors of the C interface. Private to bindings/c/.
#pragma once

#include <cstdint>
#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>

#include "dossier/dossier_c.h"
#include "dossier/error.h"

struct dossier_error {
  dossier_error_code code;
  std::string message;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

namespace dossier::c {

/// Stores the exception that is being handled, unless `error` is null.
void store_current_exception(dossier_error** error) noexcept;

/// Runs `work`; what it throws becomes an error and `failure`.
template <typename Result, typename Work>
Result guarded(dossier_error** error, Result failure, Work work) noexcept {
  try {
    return work();
  } catch (...) {
    store_current_exception(error);
  }
  return failure;
}

/// As guarded() for calls whose result is 0 or -1.
template <typename Work>
int status(dossier_error** error, Work work) noexcept {
  return guarded(error, -1, [&] {
    work();
    return 0;
  });
}

/// As status() for calls without an error parameter.
template <typename Work>
int quiet_status(Work work) noexcept {
  return status(nullptr, work);
}

/// Throws Error(usage) that names the argument when it is null (convention 3).
void need(const void* argument, std::string_view name);

template <typename Handle>
Handle& deref(Handle* handle, std::string_view name) {
  need(handle, name);
  return *handle;
}

/// A text for the caller to free with dossier_free().
char* owned_text(std::string_view text);

}  // namespace dossier::c
