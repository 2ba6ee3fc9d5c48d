// SPDX-License-Identifier: Apache-2.0
// A SPARQL endpoint on 127.0.0.1 for tests, over data of its own.
#pragma once

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "dossier/dossier.h"
#include "parser/results/results.h"
#include "tests/http/server.h"

namespace dossier::service_test {

class TemporaryBase {
 public:
  TemporaryBase()
      : path_(std::filesystem::temp_directory_path() /
              ("dossier_service_test_" + std::to_string(::getpid()) + "_" +
               std::to_string(++counter_))),
        base_(KnowledgeBase::open(path_.string())) {}
  ~TemporaryBase() {
    base_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  KnowledgeBase& operator*() { return *base_; }
  KnowledgeBase* operator->() { return &*base_; }

 private:
  static inline int counter_ = 0;
  std::filesystem::path path_;
  std::optional<KnowledgeBase> base_;
};

inline const char* media_type(ResultsFormat format) {
  return format == ResultsFormat::xml   ? "application/sparql-results+xml"
         : format == ResultsFormat::tsv ? "text/tab-separated-values"
                                        : "application/sparql-results+json";
}

/// An endpoint over data of its own that remembers what it was asked.
class Endpoint {
 public:
  explicit Endpoint(const std::string& data, ResultsFormat format = ResultsFormat::json)
      : format_(format), server_([this](const http_test::Request& r) { return answer(r); }) {
    base_->update("INSERT DATA { " + data + " }");
  }
  std::string address() const { return server_.address() + "/sparql"; }
  std::vector<std::string> asked() {
    const std::lock_guard lock(mutex_);
    return asked_;
  }
  std::atomic<bool> only_get = false;

 private:
  http_test::Reply answer(const http_test::Request& request) {
    if (only_get && request.method == "POST") return {.status = 405};
    const std::string query = request.parameter("query");
    const std::lock_guard lock(mutex_);
    asked_.push_back(query);
    try {
      std::ostringstream out;
      const auto writer = make_results_writer(out, format_);
      QueryResult result = base_->query(query);
      writer->begin(result.variables());
      for (const Row& row : result) writer->row(row.values());
      writer->end();
      return {.media_type = media_type(format_), .body = out.str()};
    } catch (const Error& error) {
      return {.status = 400, .body = error.describe()};
    }
  }

  TemporaryBase base_;
  ResultsFormat format_;
  std::mutex mutex_;
  std::vector<std::string> asked_;
  http_test::Server server_;
};

inline QueryOptions allowing(const std::string& start) {
  QueryOptions options;
  options.outside.web = {start};
  return options;
}

using Lines = std::multiset<std::string>;

inline Lines rows(KnowledgeBase& base, const std::string& query, const QueryOptions& options) {
  Lines lines;
  for (const Row& row : base.query(query, options)) {
    std::string line;
    for (const auto& value : row.values()) line += (value ? value->to_string() : "-") + " ";
    lines.insert(line);
  }
  return lines;
}

inline Lines dump(KnowledgeBase& base) {
  Lines lines;
  base.dump([&](const Quad& quad) {
    lines.insert(quad.subject.to_string() + " " + quad.predicate.to_string() + " " +
                 quad.object.to_string() +
                 (quad.graph ? " " + quad.graph->to_string() : std::string()));
  });
  return lines;
}

inline ErrorCode failure(KnowledgeBase& base, const std::string& query,
                         const QueryOptions& options) {
  try {
    rows(base, query, options);
  } catch (const Error& error) {
    return error.code();
  }
  throw std::runtime_error("no failure");
}

}  // namespace dossier::service_test
