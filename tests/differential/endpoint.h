// SPDX-License-Identifier: Apache-2.0
// The endpoint that SERVICE asks: an engine of its own behind HTTP on 127.0.0.1.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/quad.h"
#include "tests/http/server.h"

namespace dossier::naive {

/// Puts exactly `data` into the knowledge base.
void replace_all(KnowledgeBase& base, const std::vector<Quad>& data);
std::vector<Quad> all_quads(const KnowledgeBase& base);
/// A folder of its own below the system's folder for temporary files, not yet made.
std::filesystem::path scratch_folder();

class Endpoint {
 public:
  Endpoint();
  ~Endpoint();
  Endpoint(const Endpoint&) = delete;
  Endpoint& operator=(const Endpoint&) = delete;

  void fill(const std::vector<Quad>& data);
  std::string address() const { return server_.address() + "/"; }

 private:
  http_test::Reply answer(const http_test::Request& request);

  std::filesystem::path folder_;
  KnowledgeBase base_;
  std::mutex mutex_;
  http_test::Server server_;
};

}  // namespace dossier::naive
