// SPDX-License-Identifier: Apache-2.0
#include "extract/train/name_lists.h"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

std::vector<std::string> content_lines(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error(ErrorCode::input, fmt::format("{}: cannot be read", path));
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  }
  return lines;
}

void read_countries(const std::string& path, GatheredNames& names) {
  for (const std::string& line : content_lines(path)) {
    std::vector<std::string> columns = split(line, '\t');
    columns.resize(5);
    const std::string& country = columns[0];
    add_name(names, country, kCountry, country);
    for (const auto& name : split(columns[1], '|')) add_name(names, name, kCountry, country);
    for (const auto& name : split(columns[2], '|')) add_name(names, name, kNationality, country);
    for (const auto& name : split(columns[3], '|')) add_name(names, name, kPeople, country);
    for (const auto& name : split(columns[4], '|')) add_name(names, name, kCity | kCapital);
  }
}

void add_group(GatheredNames& names, const std::string& group, std::uint32_t kind) {
  const std::size_t equals = group.find(" = ");
  const std::string canonical =
      equals == std::string::npos ? std::string() : group.substr(equals + 3);
  for (const std::string& name : split(group.substr(0, equals), '|')) {
    add_name(names, name, kind, canonical);
  }
}

void read_kinds(const std::string& path, GatheredNames& names) {
  static const std::map<std::string, std::uint32_t> kKinds = {
      {"region", kRegion},
      {"city", kCity},
      {"title", kTitle},
      {"titlepart", kTitlePart},
      {"honorific", kHonorific},
      {"organizationhead", kOrganizationHead},
      {"placehead", kPlaceHead},
      {"eventhead", kEventHead},
      {"workhead", kWorkHead},
      {"producthead", kProductHead},
      {"companysuffix", kCompanySuffix},
      {"currency", kCurrency},
      {"event", kEvent},
      {"work", kWork},
      {"product", kProductHead}};
  for (const std::string& line : content_lines(path)) {
    const std::vector<std::string> columns = split(line, '\t');
    const auto kind = kKinds.find(columns[0]);
    if (columns.size() != 2 || kind == kKinds.end()) {
      throw Error(ErrorCode::input, fmt::format("{}: not a kind and its words: {}", path, line));
    }
    for (const std::string& word : split(columns[1], '|')) add_group(names, word, kind->second);
  }
}

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

/// The country our own list knows under one of the names, else the first.
std::string canonical_country(const GatheredNames& names, const std::vector<std::string>& forms) {
  for (const std::string& form : forms) {
    const auto found = names.find(form);
    if (found != names.end() && (found->second.kinds & kCountry) != 0) {
      return found->second.canonical;
    }
  }
  return forms.front();
}

}  // namespace

void add_name(GatheredNames& names, const std::string& name, std::uint32_t kind,
              const std::string& canonical) {
  if (name.empty()) return;
  GatheredName& entry = names[name];
  entry.kinds |= kind;
  if (entry.canonical.empty()) entry.canonical = canonical;
}

void read_own_lists(const std::string& folder, GatheredNames& names) {
  read_countries(folder + "/countries.tsv", names);
  read_kinds(folder + "/places.txt", names);
  read_kinds(folder + "/word_classes.txt", names);
  read_kinds(folder + "/works_and_events.txt", names);
  for (const std::string& line : content_lines(folder + "/given_names.txt")) {
    for (const std::string& name : split(line, ' ')) add_name(names, name, kGivenName);
  }
  for (const std::string& line : content_lines(folder + "/organizations.txt")) {
    const std::size_t equals = line.find(" = ");
    for (const std::string& name : split(line.substr(0, equals), '|')) {
      add_name(names, name, kOrganization,
               equals == std::string::npos ? std::string() : line.substr(equals + 3));
    }
  }
}

void read_iso_codes(const std::string& folder, GatheredNames& names) {
  const nlohmann::json countries = read_json(folder + "/iso_3166-1.json");
  for (const auto& entry : countries.at("3166-1")) {
    std::vector<std::string> forms;
    for (const char* key : {"common_name", "name", "official_name"}) {
      if (entry.contains(key)) forms.push_back(in_natural_order(entry[key].get<std::string>()));
    }
    const std::string canonical = canonical_country(names, forms);
    for (const std::string& form : forms) add_name(names, form, kCountry, canonical);
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
