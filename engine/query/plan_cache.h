// SPDX-License-Identifier: Apache-2.0
// The parsed texts and plans of recent queries. Private to engine/.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/query/query_template.h"

namespace dossier {

/// Safe to share between threads. The text used longest ago gives way to a new one.
class PlanCache {
 public:
  /// The template of a text under the options and the aggregates that its meaning depends on,
  /// parsed if it is new. Throws Error(syntax), and what the limits do.
  std::shared_ptr<QueryTemplate> get(std::string_view text, const QueryOptions& options,
                                     const functions::CustomTablePtr& custom, Limits& limits);

 private:
  static constexpr std::size_t kMostTexts = 256;
  static constexpr std::size_t kLongestText = std::size_t{16} << 10;

  using Entry = std::pair<std::string, std::shared_ptr<QueryTemplate>>;
  std::shared_ptr<QueryTemplate> find(const std::string& key);
  void add(std::string key, const std::shared_ptr<QueryTemplate>& made);

  std::mutex mutex_;
  std::list<Entry> entries_;  ///< newest use first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

}  // namespace dossier
