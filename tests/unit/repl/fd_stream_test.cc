// SPDX-License-Identifier: Apache-2.0
#include "repl/process/fd_stream.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "dossier/error.h"

namespace dossier::repl {
namespace {

TEST_CASE("what is written arrives in order") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  {
    FdStream out(ends[1]);
    out << "a" << 1 << std::string(30000, 'x') << '\n';
    out.flush();
  }
  ::close(ends[1]);
  std::string text;
  std::array<char, 4096> part{};
  for (ssize_t n = 0; (n = ::read(ends[0], part.data(), part.size())) > 0;) {
    text.append(part.data(), static_cast<std::size_t>(n));
  }
  ::close(ends[0]);
  CHECK(text == "a1" + std::string(30000, 'x') + "\n");
}

TEST_CASE("a reader that has gone is told apart from failure") {
  ::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  ::close(ends[0]);
  FdStream out(ends[1]);
  out << "text";
  CHECK_THROWS_AS(out.flush(), BrokenPipe);
  ::close(ends[1]);
}

TEST_CASE("a full disk is an error") {
  const int fd = ::open("/dev/full", O_WRONLY);
  REQUIRE(fd >= 0);
  FdStream out(fd);
  out << "text";
  CHECK_THROWS_WITH(out.flush(), Catch::Contains("No space left"));
  ::close(fd);
}

}  // namespace
}  // namespace dossier::repl
