// SPDX-License-Identifier: Apache-2.0
#include "repl/process/last_resort.h"

#include <unistd.h>

#include <csignal>
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

volatile std::sig_atomic_t memory_ran_out = 0;

[[noreturn]] void note_and_throw() {
  memory_ran_out = 1;
  throw std::bad_alloc();
}

void on_abort(int signal) {
  if (memory_ran_out != 0) leave_with(kNoMemory);
  std::signal(signal, SIG_DFL);  // abort() then raises it again
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

void install_last_resort() {
  std::set_terminate(end_process);
  std::set_new_handler(note_and_throw);
  std::signal(SIGABRT, on_abort);
}

}  // namespace dossier::repl
