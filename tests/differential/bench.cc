// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/bench.h"

#include <random>

#include "engine/query/query_result.h"
#include "storage/store.h"

namespace dossier::naive {

namespace fs = std::filesystem;

std::string Way::name() const {
  std::string result = mode == DefaultGraph::strict ? "strict" : "union";
  result += " default graph";
  for (const std::string& pass : passes.off) result += ", without " + pass;
  return result;
}

Bench::Bench()
    : folder_(fs::temp_directory_path() /
              ("dossier-differential-" + std::to_string(std::random_device()()))),
      kb_(KnowledgeBase::open(folder_.string())) {}

Bench::~Bench() { fs::remove_all(folder_); }

std::vector<Quad> Bench::fill(const std::vector<Quad>& data) {
  Transaction transaction = kb_.begin();
  for (const Quad& quad : stored()) transaction.erase(quad);
  for (const Quad& quad : data) transaction.insert(quad);
  transaction.commit(Durability::relaxed);
  return stored();
}

namespace {

QueryOptions limited() {
  QueryOptions options;
  options.timeout = std::chrono::seconds(20);
  return options;
}

Solutions rows_of(QueryResult result) {
  Solutions rows;
  for (Row row; result.next(row);) {
    Solution& out = rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i)
      if (row[i]) out.emplace(result.variables()[i], *row[i]);
  }
  return rows;
}

}  // namespace

Solutions Bench::ask(const std::string& query, const Way& way) {
  QueryOptions options = limited();
  options.default_graph = way.mode;
  return rows_of(start_query(kb_.store().snapshot(), query, options, way.passes));
}

PreparedQuery Bench::prepare(const std::string& query) { return kb_.prepare(query, limited()); }

Solutions Bench::run(const PreparedQuery& query, const Parameters& parameters) {
  return rows_of(query.run(parameters));
}

Solutions Bench::ask_kept(const std::string& query, const Parameters& parameters) {
  QueryOptions options = limited();
  options.parameters = parameters;
  return rows_of(kb_.query(query, options));
}

std::vector<Quad> Bench::stored() const {
  std::vector<Quad> out;
  kb_.dump([&](const Quad& quad) { out.push_back(quad); });
  return out;
}

}  // namespace dossier::naive
