// SPDX-License-Identifier: Apache-2.0
#include "storage/terms/term_page.h"

#include <fmt/core.h>

#include <algorithm>

#include "dossier/error.h"
#include "storage/bytes.h"
#include "storage/terms/term_codec.h"
#include "storage/varint.h"

namespace dossier::storage {
namespace {

/// So many rows depend on each other; the first of them stands in full.
constexpr std::size_t kGroup = 16;
constexpr std::size_t kMostShared = 255;  ///< what a byte tells

std::size_t groups_of(std::size_t terms) { return (terms + kGroup - 1) / kGroup; }

std::size_t shared_bytes(std::string_view a, std::string_view b) {
  const std::size_t most = std::min({a.size(), b.size(), kMostShared});
  return static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin()).first -
      a.begin());
}

}  // namespace

void PageBuilder::add(std::string_view row) {
  std::size_t shared = 0;
  if (size_ % kGroup == 0) {
    append_little_endian(directory_, static_cast<std::uint16_t>(rows_.size()));
  } else {
    shared = shared_bytes(last_, row);
    rows_ += static_cast<char>(shared);
  }
  append_varint(rows_, row.size() - shared);
  rows_ += row.substr(shared);
  last_ = row;
  ++size_;
}

std::string PageBuilder::take() {
  std::string page(1, static_cast<char>(size_));
  page.append(directory_).append(rows_);
  size_ = 0;
  directory_.clear();
  rows_.clear();
  return page;
}

void PageReader::damaged() const {
  throw Error(ErrorCode::storage,
              fmt::format("the page {}:{} of the term dictionary is damaged: run 'check', or "
                          "restore a backup",
                          first_.bits() >> TermId::kPayloadBits, first_.payload()));
}

PageReader::PageReader(std::string_view bytes, TermId first, std::size_t terms)
    : bytes_(bytes), first_(first), size_(terms) {
  if (bytes.empty() || static_cast<unsigned char>(bytes[0]) != terms || terms == 0 ||
      terms > kPageTerms || bytes.size() < 1 + 2 * groups_of(terms)) {
    damaged();
  }
}

std::size_t PageReader::read_size() {
  std::uint64_t size = 0;
  if (!read_varint(bytes_, next_, size) || size > bytes_.size() - next_) damaged();
  return size;
}

void PageReader::start(std::size_t group) {
  next_ = 1 + 2 * groups_of(size_) + read_little_endian<std::uint16_t>(&bytes_[1 + 2 * group]);
  const std::size_t size = read_size();
  row_ = bytes_.substr(next_, size);
  next_ += size;
  at_ = group * kGroup;
}

void PageReader::step() {
  if (next_ >= bytes_.size()) damaged();
  const std::size_t shared = static_cast<unsigned char>(bytes_[next_++]);
  const std::size_t size = read_size();
  if (shared > row_.size()) damaged();
  row_.replace(shared, std::string::npos, bytes_.substr(next_, size));
  next_ += size;
  ++at_;
}

std::string_view PageReader::row(std::size_t i) {
  if (at_ == kNowhere || i < at_ || i / kGroup != at_ / kGroup) start(i / kGroup);
  while (at_ < i) step();
  return row_;
}

std::string_view PageReader::folded(TermId::Kind kind, std::size_t i) {
  if (kind != TermId::Kind::lang_string) return row(i);
  folded_ = row(i);
  fold_tag(folded_);
  return folded_;
}

std::optional<std::size_t> PageReader::find(TermId::Kind kind, std::string_view key) {
  const std::string_view wanted = key.substr(1);
  std::size_t group = 0;  // the last that begins at or before the key
  for (std::size_t count = groups_of(size_); count > 1;) {
    const std::size_t half = count / 2;
    const bool after = folded(kind, (group + half) * kGroup) > wanted;
    if (!after) group += half;
    count = after ? half : count - half;
  }
  const std::size_t end = std::min((group + 1) * kGroup, size_);
  for (std::size_t i = group * kGroup; i < end; ++i) {
    const std::string_view here = folded(kind, i);
    if (here == wanted) return i;
    if (here > wanted) break;
  }
  return std::nullopt;
}

}  // namespace dossier::storage
