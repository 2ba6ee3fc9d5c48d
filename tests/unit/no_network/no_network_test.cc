// SPDX-License-Identifier: Apache-2.0
// A build without libcurl refuses network access and does everything else. CMake compiles
// engine/net/no_network.cc into this program, where it takes the place of the archive's http.cc.
#include <catch2/catch.hpp>

#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

namespace {

/// What a query or update fails with.
template <class Run>
Error failure_of(Run run) {
  try {
    run();
  } catch (const Error& error) {
    return error;
  }
  FAIL("nothing was refused");
  throw;
}

}  // namespace

TEST_CASE("without the network, SERVICE and LOAD of web addresses are unsupported") {
  TemporaryBase base;
  const QueryOptions allowed{.outside = OutsideAccess::everything()};
  const Error service = failure_of([&] {
    for (const Row& row :
         base->query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", allowed))
      CHECK(row.values().empty());
  });
  CHECK(service.code() == ErrorCode::unsupported);
  CHECK(std::string(service.what()).find("DOSSIER_NET=OFF") != std::string::npos);
  const Error load = failure_of([&] { base->update("LOAD <http://127.0.0.1:1/a.ttl>", allowed); });
  CHECK(load.code() == ErrorCode::unsupported);
}

TEST_CASE("without the network, queries and updates work") {
  TemporaryBase base;
  base->update("INSERT DATA { e:a r:b e:c }");
  CHECK(base->query("ASK { e:a r:b e:c }").boolean());
}
