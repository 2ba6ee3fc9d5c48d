// SPDX-License-Identifier: Apache-2.0
// The tables of words in extract/lexicon/data: part of the library, parsed once, when the first
// word is looked up. extract/lexicon/README.md describes their format.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dossier::extract {

/// A table of words: one row a word, columns separated by tabs. The words of the column "flags" are
/// bits; the other columns are text. Immutable; any number of threads may read it.
class WordTable {
 public:
  using Flags = std::uint64_t;
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

  /// Over a text that must outlive it. Throws std::logic_error for a table without a head line, a
  /// row with more cells than the head has columns, and more than 64 different flags.
  explicit WordTable(std::string_view text);
  /// The embedded table "NAME.tsv". Throws std::logic_error if there is none.
  static const WordTable& builtin(std::string_view name);

  std::size_t size() const noexcept { return words_.size(); }
  /// The words, in the order of the file. Views into the text, as all that is returned.
  std::span<const std::string_view> words() const noexcept { return words_; }
  /// kAbsent for a word without a row.
  std::size_t row(std::string_view word) const;
  Flags flags(std::size_t row) const { return flags_[row]; }
  std::string_view cell(std::size_t row, std::size_t column) const {
    return cells_[row * columns_.size() + column];
  }

  /// The bit of a flag. Throws std::logic_error for a flag that no row has.
  Flags flag(std::string_view name) const;
  /// Throws std::logic_error for a column that the head does not have.
  std::size_t column(std::string_view name) const;

 private:
  void read_row(std::string_view line);
  Flags read_flags(std::string_view cell);

  std::vector<std::string_view> columns_;
  std::vector<std::string_view> flag_names_;
  std::vector<std::string_view> words_;
  std::vector<std::string_view> cells_;
  std::vector<Flags> flags_;
  std::unordered_map<std::string_view, std::size_t> rows_;
};

/// The words of an embedded table that have a flag.
class WordSet {
 public:
  WordSet(std::string_view table, std::string_view flag)
      : table_(WordTable::builtin(table)), flag_(table_.flag(flag)) {}

  bool contains(std::string_view word) const {
    const std::size_t row = table_.row(word);
    return row != WordTable::kAbsent && (table_.flags(row) & flag_) != 0;
  }
  bool contains(std::u32string_view word) const;
  /// Whether the text begins with one of the words.
  bool begins(std::string_view text) const;

 private:
  const WordTable& table_;
  WordTable::Flags flag_;
};

/// A column of an embedded table.
class WordColumn {
 public:
  WordColumn(std::string_view table, std::string_view column)
      : table_(WordTable::builtin(table)), column_(table_.column(column)) {}

  /// Empty for a word without a row, too.
  std::string_view operator[](std::string_view word) const {
    const std::size_t row = table_.row(word);
    return row == WordTable::kAbsent ? std::string_view() : table_.cell(row, column_);
  }

 private:
  const WordTable& table_;
  std::size_t column_;
};

/// Takes what stands before the next separator, and both off `text`.
std::string_view next_item(std::string_view& text, char separator);

}  // namespace dossier::extract
