// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/memory_budget.h"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/error.h"

namespace dossier {

MemoryBudget::~MemoryBudget() {
  if (shared_ != nullptr) shared_->give_back(limit_);
}

void MemoryBudget::take_more() {
  if (shared_ == nullptr) refuse();
  limit_ += shared_->take(used_ - limit_);
}

void MemoryBudget::check_more(std::size_t bytes) const {
  if (bytes <= own_left()) return;
  if (shared_ == nullptr) refuse();
  shared_->check(bytes - own_left());
}

std::size_t MemoryBudget::left() const noexcept {
  return own_left() + (shared_ == nullptr ? 0 : shared_->left());
}

void MemoryBudget::refuse() const {
  throw Error(ErrorCode::limit,
              fmt::format("the query needs more memory than its limit of {} MiB; raise the limit "
                          "or ask for less",
                          (limit_ + (std::size_t{1} << 20) - 1) >> 20));
}

std::size_t SharedMemory::take(std::size_t bytes) {
  constexpr std::size_t kPiece = std::size_t{1} << 20;
  const std::lock_guard lock(mutex_);
  // Near the limit little is taken ahead, so that what one part has spare is not missing elsewhere.
  const std::size_t piece = std::max(bytes, std::min(kPiece, whole_.own_left() / 16));
  whole_.check(piece);
  whole_.charge(piece);
  return piece;
}

void SharedMemory::give_back(std::size_t bytes) noexcept {
  const std::lock_guard lock(mutex_);
  whole_.release(bytes);
}

std::size_t SharedMemory::left() const noexcept {
  const std::lock_guard lock(mutex_);
  return whole_.own_left();
}

void SharedMemory::check(std::size_t bytes) const {
  const std::lock_guard lock(mutex_);
  whole_.check(bytes);
}

}  // namespace dossier
