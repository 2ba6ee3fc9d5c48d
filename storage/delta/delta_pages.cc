// SPDX-License-Identifier: Apache-2.0
#include "storage/delta/delta_pages.h"

#include <algorithm>

#include "dossier/error.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

[[noreturn]] void damaged() { throw Error(ErrorCode::storage, "a page of the delta is damaged"); }

}  // namespace

std::string page_key(std::uint64_t number) {
  std::string key;
  append_big_endian(key, number);
  return key;
}

std::uint64_t decode_page_key(std::string_view key) {
  if (key.size() != sizeof(std::uint64_t)) damaged();
  return read_big_endian(key.data());
}

std::string encode_page(std::span<const Change> changes) {
  std::string page;
  page.reserve(sizeof(std::uint32_t) + changes.size() * (kKeyBytes + 1));
  append_little_endian(page, static_cast<std::uint32_t>(changes.size()));
  for (const Change& change : changes) {
    for (const std::uint64_t word : change.key) append_little_endian(page, word);
  }
  for (const Change& change : changes) page += change.present ? '+' : '-';
  return page;
}

void decode_page(std::string_view value, const std::function<void(const Change&)>& visit) {
  ByteReader reader(value);
  const std::size_t count = reader.read<std::uint32_t>();
  const std::string_view keys = reader.take(count * kKeyBytes);
  const std::string_view signs = reader.take(count);
  if (!reader.ok() || !reader.at_end()) damaged();
  for (std::size_t i = 0; i < count; ++i) {
    if (signs[i] != '+' && signs[i] != '-') damaged();
    Change change{{}, signs[i] == '+'};
    for (std::size_t column = 0; column < change.key.size(); ++column) {
      change.key[column] =
          read_little_endian<std::uint64_t>(keys.data() + i * kKeyBytes + 8 * column);
    }
    visit(change);
  }
}

void DeltaPages::add(std::uint64_t number, std::size_t changes) {
  pages_.push_back({number, changes});
  next_ = number + 1;
}

void DeltaPages::mark_folded(Permutation permutation, std::uint64_t number) {
  folded_below_[index_of(permutation)] = number;
}

std::size_t DeltaPages::folded() const {
  const std::uint64_t all = *std::min_element(folded_below_.begin(), folded_below_.end());
  const auto first_unfolded = std::partition_point(
      pages_.begin(), pages_.end(), [&](const Page& page) { return page.number < all; });
  return static_cast<std::size_t>(first_unfolded - pages_.begin());
}

void DeltaPages::drop(std::size_t oldest) {
  pages_.erase(pages_.begin(), pages_.begin() + static_cast<std::ptrdiff_t>(oldest));
}

}  // namespace dossier::storage
