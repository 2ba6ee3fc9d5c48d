// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/word_table.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

#include "extract/embedded.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

namespace {

constexpr std::size_t kMostFlags = 64;
constexpr std::string_view kFlags = "flags";

std::logic_error fault(std::string_view what, std::string_view where) {
  return std::logic_error("table of words: " + std::string(what) + ": " + std::string(where));
}

std::map<std::string_view, WordTable> builtin_tables() {
  std::map<std::string_view, WordTable> tables;
  for (const embedded::File& file : embedded::words())
    tables.emplace(file.name().substr(0, file.name().rfind('.')), file.bytes);
  return tables;
}

}  // namespace

std::string_view next_item(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view item = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return item;
}

WordTable::WordTable(std::string_view text) {
  std::string_view head;
  while (!text.empty()) {
    const std::string_view line = next_item(text, '\n');
    if (line.starts_with("# ")) {
      head = line.substr(2);  // the last comment line
      continue;
    }
    if (columns_.empty())
      while (!head.empty()) columns_.push_back(next_item(head, '\t'));
    if (!line.empty()) read_row(line);
  }
}

void WordTable::read_row(std::string_view line) {
  if (columns_.empty()) throw fault("no head line", line);
  std::string_view rest = line;
  Flags flags = 0;
  for (const std::string_view column : columns_) {
    cells_.push_back(next_item(rest, '\t'));
    if (column == kFlags) flags = read_flags(cells_.back());
  }
  if (!rest.empty()) throw fault("too many cells", line);
  const std::string_view word = cells_[cells_.size() - columns_.size()];
  rows_.emplace(word, words_.size());
  words_.push_back(word);
  flags_.push_back(flags);
}

WordTable::Flags WordTable::read_flags(std::string_view cell) {
  Flags flags = 0;
  while (!cell.empty()) {
    const std::string_view name = next_item(cell, ' ');
    const auto found = std::find(flag_names_.begin(), flag_names_.end(), name);
    const auto bit = static_cast<std::size_t>(found - flag_names_.begin());
    if (found == flag_names_.end()) flag_names_.push_back(name);
    if (bit == kMostFlags) throw fault("too many flags", name);
    flags |= Flags{1} << bit;
  }
  return flags;
}

const WordTable& WordTable::builtin(std::string_view name) {
  static const std::map<std::string_view, WordTable> tables = builtin_tables();
  const auto found = tables.find(name);
  if (found == tables.end()) throw fault("not there", name);
  return found->second;
}

std::size_t WordTable::row(std::string_view word) const {
  const auto found = rows_.find(word);
  return found == rows_.end() ? kAbsent : found->second;
}

WordTable::Flags WordTable::flag(std::string_view name) const {
  const auto found = std::find(flag_names_.begin(), flag_names_.end(), name);
  if (found == flag_names_.end()) throw fault("no word has the flag", name);
  return Flags{1} << (found - flag_names_.begin());
}

std::size_t WordTable::column(std::string_view name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  if (found == columns_.end()) throw fault("no column", name);
  return static_cast<std::size_t>(found - columns_.begin());
}

bool WordSet::contains(std::u32string_view word) const { return contains(to_utf8(word)); }

bool WordSet::begins(std::string_view text) const {
  if (text.empty()) return false;
  const std::span<const std::string_view> words = table_.words();
  // The tables are sorted by bytes: only words with the same first one are looked at.
  const auto byte = [](std::string_view word) {
    return word.empty() ? 0 : static_cast<unsigned char>(word.front());
  };
  const auto first = std::partition_point(
      words.begin(), words.end(), [&](std::string_view word) { return byte(word) < byte(text); });
  const auto last = std::partition_point(
      first, words.end(), [&](std::string_view word) { return byte(word) == byte(text); });
  return std::any_of(
      first, last, [&](std::string_view word) { return text.starts_with(word) && contains(word); });
}

}  // namespace dossier::extract
