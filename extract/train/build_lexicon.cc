// SPDX-License-Identifier: Apache-2.0
#include "extract/train/build_lexicon.h"

#include <map>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/models/model_file.h"
#include "extract/text/unicode.h"
#include "extract/train/listed_names.h"
#include "extract/train/name_lists.h"
#include "extract/train/word_net.h"

namespace dossier::extract {
namespace {

/// Strings numbered in the order they come.
class Numbering {
 public:
  std::uint32_t number(const std::string& text) {
    const auto [entry, added] = numbers_.emplace(text, static_cast<std::uint32_t>(strings_.size()));
    if (added) strings_.push_back(text);
    return entry->second;
  }
  const std::vector<std::string>& strings() const { return strings_; }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> strings_;
};

/// "Central", "Isabel": a gazetteer's region that is also a plain word or a given name says
/// nothing.
bool is_misleading(const std::string& name, const GatheredName& entry, const WordNet& net) {
  constexpr std::uint32_t kGiven = kGivenName | kListedGivenName;
  if ((entry.kinds & kRegion) == 0) return false;
  if ((entry.kinds & ~kListed) == kRegion && net.words.contains(to_lower(name))) return true;
  return (entry.kinds & ~(kListed | kGivenName)) == kRegion && (entry.kinds & kGiven) != 0;
}

/// "Nice", "Victoria": a large city that is also a plain word or a person's name says nothing.
bool says_city(const std::string& name, const GatheredNames& names, const WordNet& net) {
  constexpr std::uint32_t kPersons = kGivenName | kSurname | kListedGivenName | kListedSurname;
  const auto known = names.find(name);
  return !net.words.contains(to_lower(name)) &&
         (known == names.end() || (known->second.kinds & kPersons) == 0);
}

void add_large_places(const LargePlaces& places, const WordNet& net, GatheredNames& names) {
  for (const auto& [name, kind] : places)
    if (kind == kRegion || says_city(name, names, net)) add_name(names, name, kind);
}

}  // namespace

std::string build_lexicon(const LexiconSources& sources) {
  GatheredNames names;
  read_iso_codes(sources.iso_codes, names);
  read_places(sources.places, names);
  read_person_names(sources.person_names, names);
  const WordNet net = read_word_net(sources.word_net, names);
  add_large_places(sources.large_places, net, names);

  std::vector<std::string> keys;
  std::string kinds;
  std::string canonicals;
  Numbering canonical_names;
  for (const auto& [name, entry] : names) {
    const std::uint32_t kept = entry.kinds & ~(is_misleading(name, entry, net) ? kRegion : 0U);
    if (kept == 0) continue;
    keys.push_back(name);
    append_number(kinds, kept);
    append_number(canonicals, entry.canonical.empty() ? StringTable::kAbsent
                                                      : canonical_names.number(entry.canonical));
  }
  std::vector<std::string> words;
  std::string infos;
  for (const auto& [word, info] : net.words) {
    words.push_back(word);
    infos += static_cast<char>(info.parts);
    infos += static_cast<char>(info.noun_class);
  }
  std::vector<std::string> irregular;
  std::string base_of;
  Numbering bases;
  for (const auto& [form, base] : net.irregular) {
    irregular.push_back(form);
    append_number(base_of, bases.number(base));
  }
  return make_model_file(
      "LEXI", {StringTable::pack(keys), kinds, canonicals,
               StringTable::pack(canonical_names.strings()), StringTable::pack(words), infos,
               StringTable::pack(irregular), base_of, StringTable::pack(bases.strings())});
}

}  // namespace dossier::extract
