// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/errors.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

namespace dossier::c {

namespace {

dossier_error_code code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::syntax:
      return DOSSIER_SYNTAX;
    case ErrorCode::unsupported:
      return DOSSIER_UNSUPPORTED;
    case ErrorCode::storage:
      return DOSSIER_STORAGE;
    case ErrorCode::limit:
      return DOSSIER_LIMIT;
    case ErrorCode::timeout:
      return DOSSIER_TIMEOUT;
    case ErrorCode::cancelled:
      return DOSSIER_CANCELLED;
    case ErrorCode::usage:
      return DOSSIER_USAGE;
    case ErrorCode::conflict:
      return DOSSIER_CONFLICT;
    case ErrorCode::input:
      return DOSSIER_INPUT;
  }
  return DOSSIER_INTERNAL;
}

/// What is given out when there is no memory for another error; never freed.
dossier_error& no_memory() {
  static dossier_error error{DOSSIER_INTERNAL, "out of memory"};
  return error;
}

dossier_error* make_error() {
  try {
    throw;
  } catch (const Error& thrown) {
    auto error = std::make_unique<dossier_error>(code_of(thrown.code()), thrown.describe());
    if (thrown.position()) {
      error->line = thrown.position()->line;
      error->column = thrown.position()->column;
    }
    return error.release();
  } catch (const std::bad_alloc&) {
    return &no_memory();
  } catch (const std::exception& thrown) {
    return new dossier_error{DOSSIER_INTERNAL, thrown.what()};
  } catch (...) {
    return new dossier_error{DOSSIER_INTERNAL, "unknown exception"};
  }
}

}  // namespace

void store_current_exception(dossier_error** error) noexcept {
  if (error == nullptr) return;
  try {
    *error = make_error();
  } catch (...) {
    *error = &no_memory();
  }
}

void need(const void* argument, std::string_view name) {
  if (argument == nullptr)
    throw Error(ErrorCode::usage, "the argument '" + std::string(name) + "' must not be NULL");
}

char* owned_text(std::string_view text) {
  auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  return copy;
}

}  // namespace dossier::c

const char* dossier_version(void) { return DOSSIER_VERSION; }
void dossier_free(char* text) { std::free(text); }

dossier_error_code dossier_error_get_code(const dossier_error* error) {
  return error != nullptr ? error->code : DOSSIER_INTERNAL;
}
const char* dossier_error_get_message(const dossier_error* error) {
  return error != nullptr ? error->message.c_str() : "";
}
uint32_t dossier_error_get_line(const dossier_error* error) {
  return error != nullptr ? error->line : 0;
}
uint32_t dossier_error_get_column(const dossier_error* error) {
  return error != nullptr ? error->column : 0;
}
void dossier_error_free(dossier_error* error) {
  if (error != &dossier::c::no_memory()) delete error;
}
