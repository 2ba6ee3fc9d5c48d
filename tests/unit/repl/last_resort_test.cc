// SPDX-License-Identifier: Apache-2.0
#include "repl/process/last_resort.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <limits>
#include <new>

#include "repl/process/exit_status.h"

namespace dossier::repl {
namespace {

/// How a child process ends that runs `work`.
template <typename Work>
int end_of(const Work& work) {
  const pid_t child = fork();
  if (child == 0) {
    install_last_resort();
    work();
    _exit(0);
  }
  int status = -1;
  REQUIRE(waitpid(child, &status, 0) == child);
  return status;
}

void run_out_of_memory() {
  try {
    volatile std::size_t size = std::numeric_limits<std::size_t>::max() / 4;
    delete[] new char[size];
  } catch (const std::bad_alloc&) {
    return;
  }
  _exit(0);
}

}  // namespace

TEST_CASE("a fault when no memory is left ends with a message") {
  for (const int signal : {SIGABRT, SIGSEGV}) {
    const int status = end_of([signal] {
      const rlimit little{std::size_t{1} << 20, std::size_t{1} << 20};
      setrlimit(RLIMIT_AS, &little);
      raise(signal);
    });
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == static_cast<int>(ExitStatus::failed));
  }
}

TEST_CASE("an abort after an allocation failed ends with a message") {
  const int status = end_of([] {
    run_out_of_memory();
    std::abort();
  });
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == static_cast<int>(ExitStatus::failed));
}

TEST_CASE("other faults end the process as ever") {
  const int aborted = end_of([] { std::abort(); });
  CHECK(WIFSIGNALED(aborted));
  CHECK(WTERMSIG(aborted) == SIGABRT);
  const int faulted = end_of([] { *static_cast<volatile int*>(nullptr) = 1; });
  CHECK(WIFSIGNALED(faulted));
  CHECK(WTERMSIG(faulted) == SIGSEGV);
}

}  // namespace dossier::repl
