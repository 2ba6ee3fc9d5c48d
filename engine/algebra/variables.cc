// SPDX-License-Identifier: Apache-2.0
#include "engine/algebra/variables.h"

#include <fmt/format.h>

namespace dossier {

Slot VariableTable::slot(std::string_view name) {
  auto [it, inserted] = slots_.try_emplace(std::string(name), static_cast<Slot>(names_.size()));
  if (inserted) names_.emplace_back(name);
  return it->second;
}

std::optional<Slot> VariableTable::find(std::string_view name) const {
  auto it = slots_.find(std::string(name));
  if (it == slots_.end()) return std::nullopt;
  return it->second;
}

Slot VariableTable::fresh(std::string_view hint) {
  return slot(fmt::format("{}.{}", hint.substr(0, hint.find('.')), names_.size()));
}

std::string_view name_in_text(const VariableTable& variables, Slot slot) {
  const std::string_view name = variables.name(slot);
  return name.substr(0, name.find(':'));
}

bool is_hidden_variable(std::string_view name) { return name.find('.') != std::string_view::npos; }

}  // namespace dossier
