// SPDX-License-Identifier: Apache-2.0
#include "repl/process/last_resort.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
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

/// Asks the system: libraries that use malloc() alone do not tell. Safe in a signal handler.
bool is_memory_left() {
  constexpr std::size_t kLittle = std::size_t{32} << 20;
  void* const place =
      mmap(nullptr, kLittle, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (place == MAP_FAILED) return false;
  munmap(place, kLittle);
  return true;
}

void on_fault(int) {  // SA_RESETHAND: what raised it raises it again, and then it ends the process
  if (memory_ran_out != 0 || !is_memory_left()) leave_with(kEndedWithoutMemory);
}

/// The handler has a stack of its own, as the thread's may be what could not grow.
void handle_faults() {
  static std::array<char, 1 << 14> stack;
  stack_t alternative{};
  alternative.ss_sp = stack.data();
  alternative.ss_size = stack.size();
  sigaltstack(&alternative, nullptr);
  struct sigaction action {};
  action.sa_handler = on_fault;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_ONSTACK;
  for (const int signal : {SIGABRT, SIGSEGV}) sigaction(signal, &action, nullptr);
}

[[noreturn]] void end_process() {
  const std::exception_ptr failure = std::current_exception();
  if (!failure) std::abort();
  try {
    std::rethrow_exception(failure);
  } catch (const std::bad_alloc&) {
    leave_with(kEndedWithoutMemory);
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
  handle_faults();
}

}  // namespace dossier::repl
