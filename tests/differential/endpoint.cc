// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/endpoint.h"

#include <random>
#include <sstream>

#include "parser/results/results.h"

namespace dossier::naive {

namespace fs = std::filesystem;

fs::path scratch_folder() {
  return fs::temp_directory_path() /
         ("dossier-differential-" + std::to_string(std::random_device()()));
}

std::vector<Quad> all_quads(const KnowledgeBase& base) {
  std::vector<Quad> out;
  base.dump([&](const Quad& quad) { out.push_back(quad); });
  return out;
}

void replace_all(KnowledgeBase& base, const std::vector<Quad>& data) {
  Transaction transaction = base.begin();
  for (const Quad& quad : all_quads(base)) transaction.erase(quad);
  for (const Quad& quad : data) transaction.insert(quad);
  transaction.commit(Durability::relaxed);
}

Endpoint::Endpoint()
    : folder_(scratch_folder()),
      base_(KnowledgeBase::open(folder_.string())),
      server_([this](const http_test::Request& request) { return answer(request); }) {}

Endpoint::~Endpoint() { fs::remove_all(folder_); }

void Endpoint::fill(const std::vector<Quad>& data) {
  const std::lock_guard lock(mutex_);
  replace_all(base_, data);
}

http_test::Reply Endpoint::answer(const http_test::Request& request) {
  const std::lock_guard lock(mutex_);
  try {
    std::ostringstream out;
    const auto writer = make_results_writer(out, ResultsFormat::json);
    QueryResult result = base_.query(request.parameter("query"));
    writer->begin(result.variables());
    for (const Row& row : result) writer->row(row.values());
    writer->end();
    return {.media_type = "application/sparql-results+json", .body = out.str()};
  } catch (const Error& error) {
    return {.status = 400, .body = error.describe()};
  }
}

}  // namespace dossier::naive
