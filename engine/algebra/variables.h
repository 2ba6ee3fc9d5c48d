// SPDX-License-Identifier: Apache-2.0
// Variables of a query as small numbers. One table serves a whole query: names that a sub-SELECT
// hides, blank nodes of patterns and helpers of the translation get names no text can say (they
// contain a dot), so name and slot are in bijection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dossier {

/// The number of a variable, counted from 0 without gaps.
using Slot = std::uint32_t;

class VariableTable {
 public:
  /// The slot of `name` (without "?"), made when new.
  Slot slot(std::string_view name);
  std::optional<Slot> find(std::string_view name) const;
  /// A new slot nobody else has, named "<hint>.<n>".
  Slot fresh(std::string_view hint);

  /// Valid until the next slot is made.
  const std::string& name(Slot slot) const { return names_[slot]; }
  std::size_t size() const noexcept { return names_.size(); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, Slot> slots_;
};

/// The name in the text of the query: a sub-SELECT that hides a variable adds ":" and a number.
std::string_view name_in_text(const VariableTable& variables, Slot slot);

/// True for names made by fresh() and for blank nodes: SELECT * leaves them out.
bool is_hidden_variable(std::string_view name);

}  // namespace dossier
