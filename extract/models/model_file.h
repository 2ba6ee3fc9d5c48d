// SPDX-License-Identifier: Apache-2.0
// The container of a model: a header, a checksum, and numbered sections.
//
//   bytes 0-7 "DOSSMODL" | u32 version | 4 letters of the kind | u32 CRC-32 of all that follows |
//   u32 number of sections | per section: u64 offset from the file's start, u64 size | sections
//
// All numbers are little-endian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::extract {

inline constexpr std::uint32_t kModelVersion = 1;

/// Reads a number at a byte position that need not be aligned.
template <typename T>
T read_number(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof(T));
  return value;
}

template <typename T>
void append_number(std::string& bytes, T value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

/// A checked view of a model's bytes, which must outlive it.
class ModelFile {
 public:
  /// Throws Error(input) when `bytes` is not a whole, undamaged model of this kind and version.
  ModelFile(std::string_view bytes, std::string_view kind);

  std::size_t size() const noexcept { return sections_.size(); }
  /// Throws Error(input) if the section does not exist.
  std::string_view section(std::size_t index) const;

 private:
  std::string kind_;
  std::vector<std::string_view> sections_;
};

/// The bytes of a model file. `kind` has four letters.
std::string make_model_file(std::string_view kind, const std::vector<std::string>& sections);

/// Strings in order, found by binary search. Section format: u32 count, count+1 u32 offsets into
/// the characters that follow.
class StringTable {
 public:
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFF;

  StringTable() = default;
  /// Throws Error(input) when offsets leave the section.
  explicit StringTable(std::string_view section);

  std::uint32_t size() const noexcept { return count_; }
  std::string_view at(std::uint32_t index) const;
  std::uint32_t find(std::string_view text) const;  ///< only in a sorted table

  static std::string pack(const std::vector<std::string>& strings);

 private:
  std::string_view section_;
  std::string_view characters_;
  std::uint32_t count_ = 0;
};

}  // namespace dossier::extract
