// SPDX-License-Identifier: Apache-2.0
#include "extract/train/listed_names.h"

#include <fmt/format.h>
#include <unicode/translit.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <string_view>
#include <vector>

#include "dossier/error.h"
#include "extract/lexicon/lexicon.h"
#include "extract/models/model_file.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

std::string read_all(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(ErrorCode::input, fmt::format("{}: cannot be read", path));
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Letters without their marks: "Bārākpur" is mostly written "Barakpur".
class Plain {
 public:
  Plain() {
    UErrorCode status = U_ZERO_ERROR;
    letters_.reset(icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw Error(ErrorCode::unsupported, "ICU has no Latin-ASCII");
  }
  std::string of(const std::string& name) const {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
    letters_->transliterate(text);
    std::string plain;
    text.toUTF8String(plain);
    return plain;
  }

 private:
  std::unique_ptr<icu::Transliterator> letters_;
};

bool is_latin_name(const std::string& name) {
  const std::u32string letters = to_code_points(name);
  constexpr char32_t kLastLatin = 0x24F;
  return letters.size() >= 2 && is_upper(letters[0]) &&
         std::all_of(letters.begin(), letters.end(), [](char32_t c) {
           return (is_letter(c) && c <= kLastLatin) || is_dash(c) || is_apostrophe(c) || c == ' ';
         });
}

/// "State of Uttar Pradesh", "Shirak Province": the names inside.
std::vector<std::string> short_forms(const std::string& name) {
  std::vector<std::string> forms{name};
  static const std::regex kClass(
      "(?:State|Province|Region|City|Municipality) of (.+)|"
      "(.+) (?:Province|Region|State|District|County|Governorate|"
      "Oblast|Krai|Municipality)");
  std::smatch parts;
  if (std::regex_match(name, parts, kClass)) {
    forms.push_back(parts[1].matched ? parts[1].str() : parts[2].str());
  }
  return forms;
}

/// The items of the lists "female_first_name: [Ada, Eve]" whose key contains `key`.
std::vector<std::string> listed_under(std::string_view key, std::string_view text) {
  std::vector<std::string> items;
  for (std::size_t at = text.find(key); at < text.size(); at = text.find(key, at + 1)) {
    const std::size_t open = text.find_first_of("[\n\"", at);
    if (open >= text.size() || text[open] != '[') continue;
    const std::size_t close = std::min(text.find(']', open), text.size());
    std::string item;
    for (const char c : std::string(text.substr(open + 1, close - open - 1)) + ",") {
      if (c == ',') items.push_back(to_utf8(trim(to_code_points(item))));
      if (c == ',') item.clear();
      if (c != ',' && c != '"' && c != '\'' && c != '\n') item += c;
    }
  }
  return items;
}

}  // namespace

std::vector<std::string> name_spellings(const std::string& place) {
  static const Plain plain;
  std::vector<std::string> spellings;
  for (const std::string& name : short_forms(place)) {
    if (!is_latin_name(name)) continue;
    spellings.push_back(name);
    spellings.push_back(plain.of(name));
  }
  return spellings;
}

void read_places(const std::string& catalogue, GatheredNames& names) {
  const std::string bytes = read_all(catalogue);
  const auto number = [&bytes, &catalogue](std::size_t at) {
    if (at + 4 > bytes.size()) {
      throw Error(ErrorCode::input, fmt::format("{}: not a message catalogue", catalogue));
    }
    return std::size_t{read_number<std::uint32_t>(bytes, at)};
  };
  constexpr std::size_t kMagic = 0x950412de;
  if (number(0) != kMagic) {
    throw Error(ErrorCode::input, fmt::format("{}: not a message catalogue", catalogue));
  }
  const std::size_t count = number(8);
  const std::size_t texts = number(16);
  for (std::size_t i = 1; i < count; ++i) {  // the first entry is the header
    const std::size_t length = number(texts + 8 * i);
    const std::size_t at = number(texts + 8 * i + 4);
    if (at + length > bytes.size()) number(bytes.size());
    for (const std::string& name : name_spellings(bytes.substr(at, length)))
      add_name(names, name, kListedPlace);
  }
}

void read_person_names(const std::string& locales, GatheredNames& names) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(locales)) {
    const bool person = entry.path().filename() == "name.yml";
    if (entry.path().extension() == ".yml" && (person || entry.path().parent_path() == locales)) {
      files.push_back(entry.path());
    }
  }
  if (files.empty()) throw Error(ErrorCode::input, fmt::format("{}: no locales", locales));
  const Plain plain;
  for (const auto& file : files) {
    const std::string text = read_all(file.string());
    for (const auto& [key, kind] : {std::pair{"first_name", std::uint32_t{kListedGivenName}},
                                    std::pair{"last_name", std::uint32_t{kListedSurname}}}) {
      for (const std::string& name : listed_under(key, text)) {
        if (!is_latin_name(name)) continue;
        add_name(names, name, kind);
        add_name(names, plain.of(name), kind);
      }
    }
  }
}

}  // namespace dossier::extract
