// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/bench.h"

#include <fmt/format.h>

#include "engine/query/query_result.h"
#include "storage/store.h"
#include "tests/differential/generate.h"

namespace dossier::naive {

namespace fs = std::filesystem;

std::string Way::name() const {
  std::string result = mode == DefaultGraph::strict ? "strict" : "union";
  result += " default graph";
  for (const std::string& pass : passes.off) result += ", without " + pass;
  if (passes.part_rows)
    result += fmt::format(", {} thread(s), parts of {} rows", threads, *passes.part_rows);
  return result;
}

Bench::Bench() : folder_(scratch_folder()), kb_(KnowledgeBase::open(folder_.string())) {}

Bench::~Bench() { fs::remove_all(folder_); }

std::vector<Quad> Bench::fill(const std::vector<Quad>& data) {
  replace_all(kb_, data);
  data_ = all_quads(kb_);
  endpoint_filled_ = false;
  folded_ = false;
  labels_.clear();
  const auto take = [this](const Term& term, const auto& self) -> void {
    if (term.is_blank_node()) labels_.emplace(term.value());
    if (!term.is_triple()) return;
    self(term.as_triple().subject, self);
    self(term.as_triple().object, self);
  };
  for (const Quad& quad : data_) {
    take(quad.subject, take);
    take(quad.object, take);
  }
  return data_;
}

namespace {

QueryOptions limited() {
  QueryOptions options;
  options.timeout = std::chrono::seconds(20);
  options.outside.web = {""};
  return options;
}

}  // namespace

std::string Bench::with_address(std::string text) {
  const std::string address = endpoint_.address();
  bool asks = false;
  for (std::size_t at = text.find(kEndpoint); at != std::string::npos;
       at = text.find(kEndpoint, at + address.size())) {
    text.replace(at, kEndpoint.size(), address);
    asks = true;
  }
  if (asks && !endpoint_filled_) endpoint_.fill(data_);
  endpoint_filled_ = endpoint_filled_ || asks;
  return text;
}

Term Bench::known(const Term& term) const {
  if (term.is_blank_node())
    return labels_.contains(term.value()) ? term : Term::blank_node(kRemote);
  if (!term.is_triple()) return term;
  const Triple& triple = term.as_triple();
  return Term::triple({known(triple.subject), triple.predicate, known(triple.object)});
}

Solutions Bench::rows_of(QueryResult result) const {
  Solutions rows;
  for (Row row; result.next(row);) {
    Solution& out = rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i)
      if (row[i]) out.emplace(result.variables()[i], known(*row[i]));
  }
  return rows;
}

Solutions Bench::ask(const std::string& query, const Way& way) {
  QueryOptions options = limited();
  options.default_graph = way.mode;
  options.threads = way.threads;
  if (way.passes.part_rows && !folded_) kb_.store().compact();  // parts are stretches of blocks
  folded_ = folded_ || way.passes.part_rows;
  return rows_of(start_query(kb_.store().snapshot(), with_address(query), options, way.passes));
}

PreparedQuery Bench::prepare(const std::string& query) {
  return kb_.prepare(with_address(query), limited());
}

Solutions Bench::run(const PreparedQuery& query, const Parameters& parameters) {
  return rows_of(query.run(parameters));
}

Solutions Bench::ask_kept(const std::string& query, const Parameters& parameters) {
  QueryOptions options = limited();
  options.parameters = parameters;
  return rows_of(kb_.query(with_address(query), options));
}

std::vector<Quad> Bench::update(const std::string& request, DefaultGraph mode) {
  QueryOptions options = limited();
  options.default_graph = mode;
  kb_.update(with_address(request), options);
  return all_quads(kb_);
}

}  // namespace dossier::naive
