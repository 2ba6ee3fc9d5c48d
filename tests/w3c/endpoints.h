// SPDX-License-Identifier: Apache-2.0
// The SPARQL endpoints that a test's SERVICE asks. The addresses of the manifests are those of
// machines far away: while a test runs, each stands for one of a server of our own.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/http/server.h"
#include "tests/w3c/workbench.h"

namespace dossier::w3c {

class Endpoints {
 public:
  Endpoints();
  void add(const std::string& address, const std::vector<Quad>& data);

  /// The text of a query with our server's addresses behind SERVICE.
  std::string localised(const std::string& query) const;
  /// Terms that are addresses of endpoints: ours for the manifest's, and back.
  Term localised(const Term& term) const;
  Term original(const Term& term) const;
  /// Nothing but our server may be asked.
  OutsideAccess access() const;

 private:
  std::string local(const std::string& address) const { return server_.address() + "/" + address; }
  http_test::Reply answer(const http_test::Request& request);

  std::map<std::string, std::unique_ptr<Workbench>> bases_;
  http_test::Server server_;
};

}  // namespace dossier::w3c
