// SPDX-License-Identifier: Apache-2.0
// Keys of the text index. FORMAT.md describes them. Private to storage/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "storage/bytes.h"

namespace dossier::storage {

/// What a row of the text index is about.
enum class TextTag : char {
  form = 'f',   ///< a word and one of its base forms; no value
  lemma = 'l',  ///< where words with this base form occur that are written in another way
  word = 'w',   ///< where this word occurs
};

/// The keys of all rows of a word; without `whole`, of all words that begin with it.
inline std::string rows_of(TextTag tag, std::string_view word, bool whole = true) {
  std::string out(1, static_cast<char>(tag));
  out += word;
  if (whole) out.push_back('\0');
  return out;
}
inline std::string row_key(std::string_view rows, std::uint64_t bucket) {
  std::string out(rows);
  append_big_endian(out, bucket);
  return out;
}
inline std::string form_key(std::string_view word, std::string_view lemma) {
  return rows_of(TextTag::form, word).append(lemma);
}
/// Whether the key ends in a bucket; then it is taken apart into the rows of its word and that.
inline bool split_row_key(std::string_view key, std::string_view& rows, std::uint64_t& bucket) {
  constexpr std::size_t kBytes = sizeof(std::uint64_t);
  if (key.size() < kBytes + 2 || key[key.size() - kBytes - 1] != '\0') return false;
  rows = key.substr(0, key.size() - kBytes);
  bucket = read_big_endian(key.data() + rows.size());
  return key[0] == static_cast<char>(TextTag::word) || key[0] == static_cast<char>(TextTag::lemma);
}

}  // namespace dossier::storage
