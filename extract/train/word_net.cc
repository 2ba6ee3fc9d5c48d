// SPDX-License-Identifier: Apache-2.0
#include "extract/train/word_net.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>
#include <unordered_map>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract {
namespace {

struct Synset {
  int file = 0;
  std::vector<std::string> words;
  std::string instance_of;  ///< offset of the class, for a named instance
};
using Synsets = std::unordered_map<std::string, Synset>;

std::ifstream open(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error(ErrorCode::input, fmt::format("{}: cannot be read", path));
  return file;
}

Synset parse_synset(std::istringstream& line) {
  Synset synset;
  std::string type;
  std::string count;
  line >> synset.file >> type >> count;
  for (int left = std::stoi(count, nullptr, 16); left > 0; --left) {
    std::string word;
    std::string sense;
    line >> word >> sense;
    synset.words.push_back(word);
  }
  int pointers = 0;
  line >> pointers;
  for (; pointers > 0; --pointers) {
    std::string symbol;
    std::string target;
    std::string part;
    std::string source;
    line >> symbol >> target >> part >> source;
    if (symbol == "@i") synset.instance_of = target;
  }
  return synset;
}

Synsets read_synsets(const std::string& path) {
  std::ifstream file = open(path);
  Synsets synsets;
  for (std::string text; std::getline(file, text);) {
    if (text.starts_with("  ")) continue;  // the licence
    std::istringstream line(text);
    std::string offset;
    line >> offset;
    synsets.emplace(offset, parse_synset(line));
  }
  return synsets;
}

bool is_lower_word(const std::string& word) {
  return word.find('_') == std::string::npos &&
         std::none_of(word.begin(), word.end(), [](char c) { return std::isupper(c) != 0; }) &&
         std::isalpha(word[0]) != 0;
}

void read_index(const std::string& path, std::uint8_t part, const Synsets& synsets, WordNet& out) {
  std::ifstream file = open(path);
  for (std::string text; std::getline(file, text);) {
    if (text.starts_with("  ")) continue;
    std::istringstream line(text);
    std::string word;
    line >> word;
    if (!is_lower_word(word)) continue;
    std::string field;
    for (; line >> field;) {
      const auto synset = synsets.find(field);
      if (field.size() != 8 || synset == synsets.end()) continue;
      const auto& forms = synset->second.words;
      // A name is in the index in lower case; only a synset that writes it so makes it a word.
      const bool common = std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
        return form.substr(0, form.find('(')) == word;
      });
      if (!common) continue;
      GatheredWord& entry = out.words[word];
      entry.parts = static_cast<std::uint8_t>(entry.parts | part);
      if (part == 1 && entry.noun_class == 0) {
        entry.noun_class = static_cast<std::uint8_t>(synset->second.file - 2);
      }
    }
  }
}

void read_irregular(const std::string& path, char part, WordNet& out) {
  std::ifstream file = open(path);
  std::string form;
  std::string base;
  for (std::string text; std::getline(file, text);) {
    std::istringstream line(text);
    line >> form >> base;
    if (form.find('_') == std::string::npos)
      out.irregular.emplace(fmt::format("{}:{}", part, form), base);
  }
}

bool is_class(const Synsets& synsets, const Synset& instance, std::string_view word) {
  const auto found = synsets.find(instance.instance_of);
  if (found == synsets.end()) return false;
  const auto& words = found->second.words;
  return std::any_of(words.begin(), words.end(), [&](const std::string& name) {
    return name == word || name.ends_with(fmt::format("_{}", word));
  });
}

std::uint32_t kind_of_instance(const Synsets& synsets, const Synset& synset) {
  switch (synset.file) {
    case 18:
      return kPerson;
    case 15:
      if (is_class(synsets, synset, "city") || is_class(synsets, synset, "town") ||
          is_class(synsets, synset, "capital") || is_class(synsets, synset, "port")) {
        return kCity;
      }
      return kRegion;
    case 17:
      return kRegion;
    case 14:
      return kOrganization;
    case 4:
    case 11:
      return kEvent;
    default:
      return 0;
  }
}

void add_person(GatheredNames& names, const std::string& name) {
  const std::size_t first = name.find(' ');
  const std::size_t last = name.rfind(' ');
  if (first == std::string::npos) {
    add_name(names, name, kSurname);
    return;
  }
  add_name(names, name, kPerson);
  if (first > 3 && name.find("Saint") == std::string::npos &&
      name.find(" the ") == std::string::npos && name.find(" of ") == std::string::npos) {
    add_name(names, name.substr(0, first), kGivenName);
    add_name(names, name.substr(last + 1), kSurname);
  }
}

void add_instances(const Synsets& synsets, GatheredNames& names) {
  for (const auto& [offset, synset] : synsets) {
    if (synset.instance_of.empty()) continue;
    const std::uint32_t kind = kind_of_instance(synsets, synset);
    if (kind == 0) continue;
    for (std::string name : synset.words) {
      std::replace(name.begin(), name.end(), '_', ' ');
      if (std::isupper(name[0]) == 0 || name.size() < 3) continue;
      if (kind == kPerson) {
        add_person(names, name);
      } else {
        add_name(names, name, kind);
      }
    }
  }
}

}  // namespace

WordNet read_word_net(const std::string& folder, GatheredNames& names) {
  WordNet out;
  const Synsets nouns = read_synsets(folder + "/data.noun");
  read_index(folder + "/index.noun", 1, nouns, out);
  read_index(folder + "/index.verb", 2, read_synsets(folder + "/data.verb"), out);
  read_index(folder + "/index.adj", 4, read_synsets(folder + "/data.adj"), out);
  read_index(folder + "/index.adv", 8, read_synsets(folder + "/data.adv"), out);
  read_irregular(folder + "/noun.exc", 'n', out);
  read_irregular(folder + "/verb.exc", 'v', out);
  read_irregular(folder + "/adj.exc", 'a', out);
  read_irregular(folder + "/adv.exc", 'r', out);
  add_instances(nouns, names);
  return out;
}

}  // namespace dossier::extract
