// SPDX-License-Identifier: Apache-2.0
#include "repl/process/last_resort.h"

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

TEST_CASE("an abort after memory ran out ends with a message, another one stays an abort") {
  const int told = end_of([] {
    run_out_of_memory();
    std::abort();
  });
  CHECK(WIFEXITED(told));
  CHECK(WEXITSTATUS(told) == static_cast<int>(ExitStatus::failed));

  const int aborted = end_of([] { std::abort(); });
  CHECK(WIFSIGNALED(aborted));
  CHECK(WTERMSIG(aborted) == SIGABRT);
}

}  // namespace dossier::repl
