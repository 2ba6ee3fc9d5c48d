// SPDX-License-Identifier: Apache-2.0
#include "repl/process/last_resort.h"

#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <system_error>

#include "repl/process/exit_status.h"

namespace dossier::repl {
namespace {

// Allocates nothing: there may be no memory.
[[noreturn]] void leave_with(const char* message) {
  if (write(STDERR_FILENO, message, std::strlen(message)) < 0) _exit(1);
  _exit(static_cast<int>(ExitStatus::failed));
}

[[noreturn]] void end_process() {
  const std::exception_ptr failure = std::current_exception();
  if (!failure) std::abort();
  try {
    std::rethrow_exception(failure);
  } catch (const std::bad_alloc&) {
    leave_with(kNoMemory);
  } catch (const std::system_error& error) {
    if (error.code() == std::errc::resource_unavailable_try_again) {
      leave_with(kNoThread);
    }
    std::abort();
  } catch (...) {
    std::abort();
  }
}

}  // namespace

void install_last_resort() { std::set_terminate(end_process); }

}  // namespace dossier::repl
