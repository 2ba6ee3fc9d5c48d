// SPDX-License-Identifier: Apache-2.0
#include "extract/train/name_lists.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

#include "dossier/error.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract {
namespace {

nlohmann::json read_json(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error(ErrorCode::input, fmt::format("{}: cannot be read", path));
  return nlohmann::json::parse(file);
}

/// "Iran, Islamic Republic of" as "Islamic Republic of Iran".
std::string in_natural_order(const std::string& name) {
  const std::size_t comma = name.find(", ");
  if (comma == std::string::npos || !name.ends_with(" of")) return name;
  return name.substr(comma + 2) + " " + name.substr(0, comma);
}

}  // namespace

void add_name(GatheredNames& names, const std::string& name, std::uint32_t kind,
              const std::string& canonical) {
  if (name.empty()) return;
  GatheredName& entry = names[name];
  entry.kinds |= kind;
  if (entry.canonical.empty()) entry.canonical = canonical;
}

void read_iso_codes(const std::string& folder, GatheredNames& names) {
  const nlohmann::json countries = read_json(folder + "/iso_3166-1.json");
  for (const auto& entry : countries.at("3166-1")) {
    std::vector<std::string> forms;
    for (const char* key : {"common_name", "name", "official_name"}) {
      if (entry.contains(key)) forms.push_back(in_natural_order(entry[key].get<std::string>()));
    }
    for (const std::string& form : forms) add_name(names, form, kCountry, forms.front());
  }
  const nlohmann::json regions = read_json(folder + "/iso_3166-2.json");
  for (const auto& entry : regions.at("3166-2")) {
    const auto name = entry.at("name").get<std::string>();
    if (name.size() >= 4 && name.find_first_of("()[],") == std::string::npos) {
      add_name(names, name, kRegion);
    }
  }
  const nlohmann::json currencies = read_json(folder + "/iso_4217.json");
  for (const auto& entry : currencies.at("4217")) {
    const auto code = entry.at("alpha_3").get<std::string>();
    add_name(names, code, kCurrency, code);
  }
}

}  // namespace dossier::extract
