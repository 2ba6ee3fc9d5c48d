// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "tests/differential/naive_algebra.h"

namespace dossier::naive {
namespace {

/// STR() of the variable; none where it is an error, which comes first.
using SortKey = std::vector<std::optional<std::string>>;

std::optional<std::string> text_of(const ast::OrderCondition& condition, const Solution& row) {
  const auto& call = std::get<ast::BuiltinCall>(condition.expression.node);
  const auto value = row.find(std::get<ast::Variable>(call.arguments.front().node).name);
  if (value == row.end() || !(value->second.is_iri() || value->second.is_literal()))
    return std::nullopt;
  return value->second.value();
}

SortKey key_of(const ast::SelectQuery& query, const Solution& row) {
  SortKey key;
  for (const ast::OrderCondition& condition : query.modifier.order_by)
    key.push_back(text_of(condition, row));
  return key;
}

bool comes_before(const ast::SelectQuery& query, const SortKey& a, const SortKey& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    return query.modifier.order_by[i].descending ? b[i] < a[i] : a[i] < b[i];
  }
  return false;
}

std::size_t count_of(const std::optional<ast::Count>& count, std::size_t otherwise) {
  return count ? static_cast<std::size_t>(std::get<std::uint64_t>(*count)) : otherwise;
}

}  // namespace

Solutions sliced(const ast::SelectQuery& query, Solutions rows) {
  std::vector<std::pair<SortKey, Solution>> keyed;
  for (Solution& row : rows) keyed.emplace_back(key_of(query, row), std::move(row));
  std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
    return comes_before(query, a.first, b.first);
  });
  const std::size_t start = std::min(count_of(query.modifier.offset, 0), keyed.size());
  const std::size_t end =
      start + std::min(count_of(query.modifier.limit, keyed.size()), keyed.size() - start);
  // Equal keys on both sides of a cut must belong to equal rows.
  for (const std::size_t cut : {start, end}) {
    if (cut == 0 || cut == keyed.size() || start == end) continue;
    const SortKey& key = keyed[cut].first;
    const Solution& row = keyed[cut].second;
    for (const auto& [other_key, other] : keyed)
      if (other_key == key && other != row && keyed[cut - 1].first == key) throw Ambiguous();
  }
  Solutions out;
  for (std::size_t i = start; i < end; ++i) out.push_back(std::move(keyed[i].second));
  return out;
}

}  // namespace dossier::naive
