// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/compare.h"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

#include "model/xsd/decimal.h"

namespace dossier::naive {
namespace {

using TextRow = std::map<std::string, std::string>;
using TextRows = std::vector<TextRow>;

/// Decimals by value: the specification leaves the lexical form of a computed one open.
std::string text_of(const Term& term) {
  if (term.is_literal() && term.datatype().ends_with("#decimal"))
    if (const auto value = xsd::Decimal::parse(term.value()))
      return value->to_string() + " (decimal)";
  return without_remote_labels(term).to_string();
}

TextRows sorted_text(const Solutions& rows) {
  TextRows out;
  for (const Solution& row : rows) {
    TextRow& text = out.emplace_back();
    for (const auto& [name, term] : row) text.emplace(name, text_of(term));
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string shown(const char* title, const TextRows& rows) {
  std::ostringstream out;
  out << "\n  " << title << ": " << rows.size() << " rows";
  for (const TextRow& row : rows) {
    out << "\n    ";
    for (const auto& [name, value] : row) out << "?" << name << "=" << value << " ";
  }
  return out.str();
}

/// STR() of the variable, by which rows are ordered; none where it is an error, which comes first.
using SortKey = std::optional<std::string>;

std::vector<SortKey> keys_of(const ast::OrderCondition& condition, const Solutions& rows) {
  const auto& call = std::get<ast::BuiltinCall>(condition.expression.node);
  const auto& variable = std::get<ast::Variable>(call.arguments.front().node);
  std::vector<SortKey> keys;
  for (const Solution& row : rows) {
    const auto value = row.find(variable.name);
    const bool has_text =
        value != row.end() && (value->second.is_iri() || value->second.is_literal());
    keys.push_back(has_text ? SortKey(value->second.value()) : std::nullopt);
  }
  return keys;
}

bool in_order(const ast::SelectQuery& query, const Solutions& all, const Solutions& got,
              std::size_t offset) {
  if (query.modifier.order_by.empty()) return true;
  const ast::OrderCondition& condition = query.modifier.order_by.front();
  std::vector<SortKey> wanted = keys_of(condition, all);
  std::sort(wanted.begin(), wanted.end());
  if (condition.descending) std::reverse(wanted.begin(), wanted.end());
  const std::vector<SortKey> keys = keys_of(condition, got);
  return std::equal(keys.begin(), keys.end(), wanted.begin() + static_cast<std::ptrdiff_t>(offset));
}

std::size_t count_of(const std::optional<ast::Count>& count, std::size_t otherwise) {
  return count ? static_cast<std::size_t>(std::get<std::uint64_t>(*count)) : otherwise;
}

}  // namespace

std::string compare(const ast::SelectQuery& query, const Solutions& all, const Solutions& got) {
  const std::size_t offset = std::min(count_of(query.modifier.offset, 0), all.size());
  const std::size_t count =
      std::min(count_of(query.modifier.limit, all.size()), all.size() - offset);
  const TextRows wanted = sorted_text(all);
  const TextRows rows = sorted_text(got);
  const bool right = rows.size() == count &&
                     std::includes(wanted.begin(), wanted.end(), rows.begin(), rows.end()) &&
                     in_order(query, all, got, offset);
  if (right) return {};
  return shown(count == all.size() ? "wanted" : "wanted some of", wanted) + shown("got", rows);
}

}  // namespace dossier::naive
