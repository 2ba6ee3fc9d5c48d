// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/own_names.h"

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "extract/lexicon/word_table.h"

namespace dossier::extract {

namespace {

class Collection {
 public:
  Collection() {
    add_countries();
    add_flagged("places", {{"city", kCity}, {"region", kRegion}});
    add_all("given_names", kGivenName);
    add_all("organizations", kOrganization);
    add_flagged("works_and_events",
                {{"event", kEvent}, {"work", kWork}, {"product", kProductHead}});
    add_flagged("titles", {{"title", kTitle}, {"part", kTitlePart}});
    add_flagged("nouns", {{"organization_head", kOrganizationHead},
                          {"place_head", kPlaceHead},
                          {"event_head", kEventHead},
                          {"work_head", kWorkHead},
                          {"product_head", kProductHead}});
    add_all("legal_forms", kCompanySuffix);
    add_honorifics();
    add_currencies();
    for (const std::string_view name : claimed_twice_) names_[name].canonical = {};
  }

  const std::unordered_map<std::string_view, NameInfo>& names() const { return names_; }

 private:
  using FlagKinds = std::initializer_list<std::pair<std::string_view, std::uint32_t>>;

  void add(std::string_view name, std::uint32_t kinds, std::string_view canonical = {}) {
    NameInfo& info = names_[name];
    info.kinds |= kinds;
    if (info.canonical.empty()) info.canonical = canonical;
    if (info.canonical != canonical && !canonical.empty()) claimed_twice_.push_back(name);
  }

  void add_items(std::string_view list, std::uint32_t kinds, std::string_view canonical = {}) {
    while (!list.empty()) add(next_item(list, '|'), kinds, canonical);
  }

  void add_all(std::string_view table, std::uint32_t kinds) {
    for (const std::string_view word : WordTable::builtin(table).words()) add(word, kinds);
  }

  void add_flagged(std::string_view name, FlagKinds kinds) {
    const WordTable& table = WordTable::builtin(name);
    for (const auto& [flag_name, kind] : kinds) {
      const WordTable::Flags flag = table.flag(flag_name);
      for (std::size_t row = 0; row < table.size(); ++row)
        if ((table.flags(row) & flag) != 0) add(table.words()[row], kind);
    }
  }

  void add_countries() {
    const WordTable& table = WordTable::builtin("countries");
    for (std::size_t row = 0; row < table.size(); ++row) {
      const std::string_view country = table.words()[row];
      add(country, kCountry, country);
      add_items(table.cell(row, table.column("other names")), kCountry, country);
      add_items(table.cell(row, table.column("adjectives")), kNationality, country);
      add_items(table.cell(row, table.column("people")), kPeople, country);
      add_items(table.cell(row, table.column("capital")), kCity | kCapital);
    }
  }

  void add_currencies() {
    const WordTable& table = WordTable::builtin("currencies");
    for (std::size_t row = 0; row < table.size(); ++row)
      add(table.words()[row], kCurrency, table.cell(row, table.column("code")));
  }

  /// "mr" is written "Mr" and "Mr.".
  void add_honorifics() {
    const WordTable& table = WordTable::builtin("titles");
    const WordTable::Flags honorific = table.flag("honorific");
    const WordTable::Flags stop = table.flag("abbreviation");
    const WordTable::Flags only = table.flag("only_with_stop");
    for (std::size_t row = 0; row < table.size(); ++row) {
      const WordTable::Flags flags = table.flags(row);
      if ((flags & honorific) == 0) continue;
      std::string written(table.words()[row]);
      written[0] = static_cast<char>(written[0] - 'a' + 'A');
      if ((flags & only) == 0) add(made_.emplace_back(written), kHonorific);
      if ((flags & stop) != 0) add(made_.emplace_back(written + "."), kHonorific);
    }
  }

  std::vector<std::string_view> claimed_twice_;  ///< "Korean"
  std::deque<std::string> made_;  ///< names that stand in no table as they are written
  std::unordered_map<std::string_view, NameInfo> names_;
};

}  // namespace

const std::unordered_map<std::string_view, NameInfo>& own_names() {
  static const Collection collection;
  return collection.names();
}

}  // namespace dossier::extract
