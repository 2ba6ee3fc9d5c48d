// SPDX-License-Identifier: Apache-2.0
#include "engine/query/plan_cache.h"

#include "engine/functions/custom.h"

namespace dossier {

namespace {

void append(std::string& key, std::string_view part) {
  key += std::to_string(part.size());
  key += ':';
  key += part;
}

/// All that a text's meaning depends on, unambiguously.
std::string key_of(std::string_view text, const QueryOptions& options,
                   const functions::CustomTable* custom) {
  std::string key;
  key.reserve(text.size() + 64);
  key += options.default_graph == DefaultGraph::strict ? 's' : 'u';
  append(key, text);
  append(key, options.base);
  for (const Term& graph : options.dataset.default_graphs) append(key, graph.to_string());
  key += '|';
  for (const Term& graph : options.dataset.named_graphs) append(key, graph.to_string());
  key += '|';
  for (const auto& [name, value] : options.parameters) append(key, name);
  key += '|';
  for (const auto& [name, iri] : options.prefixes) {
    append(key, name);
    append(key, iri);
  }
  key += '|';
  for (const std::string& iri : functions::aggregates_of(custom)) append(key, iri);
  return key;
}

}  // namespace

std::shared_ptr<QueryTemplate> PlanCache::get(std::string_view text, const QueryOptions& options,
                                              const functions::CustomTablePtr& custom,
                                              Limits& limits) {
  if (text.size() > kLongestText)
    return std::make_shared<QueryTemplate>(text, options, custom, limits);
  std::string key = key_of(text, options, custom.get());
  if (std::shared_ptr<QueryTemplate> known = find(key)) return known;
  auto made = std::make_shared<QueryTemplate>(text, options, custom, limits);
  add(std::move(key), made);
  return made;
}

std::shared_ptr<QueryTemplate> PlanCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->second;
}

void PlanCache::add(std::string key, const std::shared_ptr<QueryTemplate>& made) {
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;
  entries_.emplace_front(std::move(key), made);
  by_key_.emplace(entries_.front().first, entries_.begin());
  if (entries_.size() <= kMostTexts) return;
  by_key_.erase(entries_.back().first);
  entries_.pop_back();
}

}  // namespace dossier
