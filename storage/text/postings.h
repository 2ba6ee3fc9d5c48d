// SPDX-License-Identifier: Apache-2.0
// Where a word occurs: texts and positions in them. FORMAT.md describes the bytes. Private to
// storage/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::storage {

/// A text is known by the id of its literal. A row of the index holds the texts whose ids differ in
/// the lowest bits only.
inline constexpr unsigned kBucketBits = 18;
constexpr std::uint64_t bucket_of(std::uint64_t id) { return id >> kBucketBits; }
constexpr std::uint32_t offset_in_bucket(std::uint64_t id) {
  return static_cast<std::uint32_t>(id & ((std::uint64_t{1} << kBucketBits) - 1));
}

/// How long a text is, roughly, in three bits: what ranking needs.
std::uint8_t length_class(std::size_t words);
/// The words of a text of this class, about.
float length_of_class(std::uint8_t length_class);

/// The texts of one bucket that have a word, by ascending offset.
class Postings {
 public:
  std::size_t size() const noexcept { return offsets_.size(); }
  bool empty() const noexcept { return offsets_.empty(); }
  std::uint32_t offset(std::size_t i) const { return offsets_[i]; }
  std::uint8_t length(std::size_t i) const { return lengths_[i]; }
  /// Ascending numbers of words, the first is 0.
  std::span<const std::uint32_t> positions(std::size_t i) const {
    return std::span(positions_).subspan(starts_[i], starts_[i + 1] - starts_[i]);
  }
  /// The place of a text; size() when it is not among them.
  std::size_t find(std::uint32_t offset) const;

  /// `offset` is above all before; positions ascend and are not empty.
  void add(std::uint32_t offset, std::uint8_t length, std::span<const std::uint32_t> positions);

 private:
  std::vector<std::uint32_t> offsets_;
  std::vector<std::uint8_t> lengths_;
  std::vector<std::uint32_t> starts_{0};
  std::vector<std::uint32_t> positions_;
};

std::string encode_postings(const Postings& postings);
/// Throws Error(storage) when the bytes are damaged.
Postings decode_postings(std::string_view bytes);
/// How many texts encoded postings have; 0 when not even that can be read.
std::uint64_t count_postings(std::string_view bytes);
/// The texts of all, each once, with the positions of all.
Postings unite(std::span<const Postings> parts);

}  // namespace dossier::storage
