// SPDX-License-Identifier: Apache-2.0
#include "storage/delta/delta.h"

#include <algorithm>

namespace dossier::storage {
namespace {

/// A newer run is merged into an older one up to this many times as long.
constexpr std::size_t kGrowth = 3;
/// Runs shorter than this are always merged: small commits leave one run, not many.
constexpr std::size_t kShortRun = 512;

auto iterator_at(const DeltaRun& run, std::size_t i) {
  return run.keys.begin() + static_cast<std::ptrdiff_t>(i);
}

DeltaSlice whole(std::shared_ptr<const DeltaRun> run) {
  const std::size_t size = run->keys.size();
  return {std::move(run), 0, size};
}

DeltaSlice merge(const DeltaSlice& older, const DeltaSlice& newer) {
  auto out = std::make_shared<DeltaRun>();
  out->reserve(older.size() + newer.size());
  std::size_t i = older.begin;
  const auto& old_keys = older.run->keys;
  for (std::size_t j = newer.begin; j < newer.end; ++j) {
    const Key& key = newer.run->keys[j];
    for (; i < older.end && old_keys[i] < key; ++i) out->push(old_keys[i], older.run->present(i));
    if (i < older.end && old_keys[i] == key) ++i;
    out->push(key, newer.run->present(j));
  }
  for (; i < older.end; ++i) out->push(old_keys[i], older.run->present(i));
  return whole(std::move(out));
}

std::shared_ptr<const DeltaRun> make_run(std::vector<Change> changes) {
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Change& a, const Change& b) { return a.key < b.key; });
  auto run = std::make_shared<DeltaRun>();
  run->reserve(changes.size());
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const bool overridden = i + 1 < changes.size() && changes[i].key == changes[i + 1].key;
    if (!overridden) run->push(changes[i].key, changes[i].present);
  }
  return run;
}

}  // namespace

void DeltaRun::reserve(std::size_t size) {
  keys.reserve(size);
  present_before.reserve(size + 1);
}

// Gallops: cursors mostly skip a little.
std::size_t DeltaSlice::lower_bound(const Key& key, std::size_t from) const {
  std::size_t step = 1;
  std::size_t stop = from;
  while (stop < end && run->keys[stop] < key) {
    from = stop + 1;
    stop += step;
    step *= 2;
  }
  const auto last = iterator_at(*run, std::min(stop, end));
  return static_cast<std::size_t>(std::lower_bound(iterator_at(*run, from), last, key) -
                                  run->keys.begin());
}

std::size_t DeltaSlice::upper_bound(const Key& key) const {
  const auto at = std::upper_bound(iterator_at(*run, begin), iterator_at(*run, end), key);
  return static_cast<std::size_t>(at - run->keys.begin());
}

Delta Delta::with(std::vector<Change> changes) const { return with(make_run(std::move(changes))); }

Delta Delta::with(std::shared_ptr<const DeltaRun> changes) const {
  if (changes->keys.empty()) return *this;
  Delta out = *this;
  DeltaSlice newest = whole(std::move(changes));
  const auto joins = [&](const DeltaSlice& older) {
    return older.size() <= std::max(kGrowth * newest.size(), kShortRun);
  };
  while (!out.slices_.empty() && joins(out.slices_.back())) {
    newest = merge(out.slices_.back(), newest);
    out.slices_.pop_back();
  }
  out.slices_.push_back(std::move(newest));
  return out;
}

Delta Delta::without(const KeyRange& range) const {
  Delta out;
  for (const DeltaSlice& slice : slices_) {
    const std::size_t first = slice.lower_bound(range.low);
    const std::size_t last = std::max(first, slice.upper_bound(range.high));
    if (first > slice.begin) out.slices_.push_back({slice.run, slice.begin, first});
    if (last < slice.end) out.slices_.push_back({slice.run, last, slice.end});
  }
  return out;
}

std::size_t Delta::size() const noexcept {
  std::size_t size = 0;
  for (const DeltaSlice& slice : slices_) size += slice.size();
  return size;
}

Key Delta::highest() const {
  Key key = kLowestKey;
  for (const DeltaSlice& slice : slices_) key = std::max(key, slice.run->keys[slice.end - 1]);
  return key;
}

std::optional<bool> Delta::find(const Key& key) const {
  for (auto slice = slices_.rbegin(); slice != slices_.rend(); ++slice) {
    const auto& keys = slice->run->keys;
    const auto first = iterator_at(*slice->run, slice->begin);
    const auto at = static_cast<std::size_t>(
        std::lower_bound(first, iterator_at(*slice->run, slice->end), key) - keys.begin());
    if (at < slice->end && keys[at] == key) return slice->run->present(at);
  }
  return std::nullopt;
}

std::int64_t Delta::net(const KeyRange& range) const {
  std::int64_t net = 0;
  for (const DeltaSlice& slice : slices_) {
    const std::size_t first = slice.lower_bound(range.low);
    const std::size_t last = slice.upper_bound(range.high);
    if (last <= first) continue;
    const auto& before = slice.run->present_before;
    const auto present = static_cast<std::int64_t>(before[last] - before[first]);
    net += 2 * present - static_cast<std::int64_t>(last - first);
  }
  return net;
}

DeltaCursor::DeltaCursor(const Delta& delta, const KeyRange& range) {
  for (const DeltaSlice& slice : delta.slices()) {
    const std::size_t first = slice.lower_bound(range.low);
    const std::size_t last = slice.upper_bound(range.high);
    if (first < last) parts_.push_back({slice.run.get(), first, last});
  }
  choose();
}

// The smallest key; among equal ones the newest part.
void DeltaCursor::choose() {
  current_ = kNone;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (parts_[i].at == parts_[i].end) continue;
    if (current_ == kNone || parts_[i].key() <= key()) current_ = i;
  }
}

void DeltaCursor::next() {
  const Key done = key();
  for (Part& part : parts_) {
    if (part.at < part.end && part.key() == done) ++part.at;
  }
  choose();
}

void DeltaCursor::seek(const Key& key) {
  for (Part& part : parts_) {
    if (part.at == part.end || !(part.key() < key)) continue;
    const auto first = iterator_at(*part.run, part.at);
    const auto at = std::lower_bound(first, iterator_at(*part.run, part.end), key);
    part.at = static_cast<std::size_t>(at - part.run->keys.begin());
  }
  choose();
}

}  // namespace dossier::storage
