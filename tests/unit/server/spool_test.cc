// SPDX-License-Identifier: Apache-2.0
// Documents that are complete before they are sent.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <string>

#include "desk/server/http/spool.h"
#include "dossier/error.h"

using namespace dossier;
using namespace dossier::server;

TEST_CASE("a short document stays in memory") {
  Spool spool(1000, 10);
  spool.out() << "nine " << 123;
  spool.finish();
  CHECK(spool.is_in_memory());
  CHECK(spool.memory() == "nine 123");
  CHECK(spool.size() == 8);
}

TEST_CASE("a long one goes to a file that has all of it") {
  Spool spool(1'000'000, 10);
  std::string all;
  for (int i = 0; i < 5000; ++i) {
    spool.out() << i << '\n';
    all += std::to_string(i) + '\n';
  }
  spool.finish();
  REQUIRE_FALSE(spool.is_in_memory());
  CHECK(spool.size() == all.size());
  const int file = spool.take_file();
  std::string read_back(all.size() + 1, '\0');
  CHECK(read(file, read_back.data(), read_back.size()) == static_cast<ssize_t>(all.size()));
  read_back.resize(all.size());
  CHECK(read_back == all);
  close(file);
}

TEST_CASE("what is longer than allowed is an error with a code") {
  Spool spool(100, 10);
  try {
    for (int i = 0; i < 100; ++i) spool.out() << "0123456789";
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::limit);
  }
}
