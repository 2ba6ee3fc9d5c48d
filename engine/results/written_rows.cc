// SPDX-License-Identifier: Apache-2.0
#include "engine/results/written_rows.h"

#include <algorithm>
#include <atomic>

namespace dossier::results {
namespace {

/// Fewer rows are written before another thread has woken up.
constexpr std::size_t kFewRows = 4096;

}  // namespace

void WrittenRows::use(Workers& workers, std::function<void()> watch) {
  workers_ = &workers;
  watch_ = std::move(watch);
}

void WrittenRows::share(std::size_t pieces,
                        const std::function<void(std::size_t, std::size_t)>& work) {
  if (workers_ != nullptr) return workers_->run(pieces, work, watch_);
  for (std::size_t piece = 0; piece < pieces; ++piece) work(0, piece);
}

storage::TermReader& WrittenRows::reader(std::size_t thread) {
  if (!readers_[thread]) readers_[thread] = terms_.reader();
  return *readers_[thread];
}

bool WrittenRows::write(std::span<const std::span<const TermId>> ids, const AppendTerm& append,
                        TextRoom& room) {
  if (columns_.empty()) return true;
  readers_.resize(threads());
  const std::size_t parts = ids.front().size() > kFewRows ? threads() : 1;
  share(columns_.size(), [&](std::size_t, std::size_t i) { columns_[i].begin(ids[i], parts); });
  std::atomic<bool> fits = true;
  share(columns_.size() * parts, [&](std::size_t thread, std::size_t piece) {
    if (!fits) return;
    WrittenTerms& column = columns_[piece % columns_.size()];
    if (!column.write(piece / columns_.size(), reader(thread), append, room)) fits = false;
  });
  if (fits) return true;
  forget();
  return false;
}

bool WrittenRows::is_sparse() const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [](const WrittenTerms& column) { return column.is_sparse(); });
}

void WrittenRows::forget() noexcept {
  for (WrittenTerms& column : columns_) column.forget();
}

std::size_t WrittenRows::bytes() const noexcept {
  std::size_t bytes = 0;
  for (const WrittenTerms& column : columns_) bytes += column.bytes();
  return bytes;
}

}  // namespace dossier::results
