#include "extract/train/build_lexicon.h"

#include <map>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/models/model_file.h"
#include "extract/text/unicode.h"
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

/// "Central", "Victoria": a gazetteer's region that is also a plain word says nothing.
bool is_misleading(const std::string& name, const GatheredName& entry, const WordNet& net) {
  return entry.kinds == kRegion && net.words.contains(to_lower(name));
}

}  // namespace

std::string build_lexicon(const LexiconSources& sources) {
  GatheredNames own;
  read_own_lists(sources.own_lists, own);
  GatheredNames names = own;
  read_iso_codes(sources.iso_codes, names);
  const WordNet net = read_word_net(sources.word_net, names);

  std::vector<std::string> keys;
  std::string kinds;
  std::string canonicals;
  Numbering canonical_names;
  for (const auto& [name, entry] : names) {
    if (!own.contains(name) && is_misleading(name, entry, net)) continue;
    keys.push_back(name);
    append_number(kinds, entry.kinds);
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
