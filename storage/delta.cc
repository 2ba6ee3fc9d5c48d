#include "storage/delta.h"

#include <algorithm>

namespace dossier::storage {
namespace {

constexpr std::size_t kGrowth = 8;

std::shared_ptr<const DeltaRun> merge(const DeltaRun& older, const DeltaRun& newer) {
  auto out = std::make_shared<DeltaRun>();
  out->keys.reserve(older.keys.size() + newer.keys.size());
  out->present_before.reserve(older.keys.size() + newer.keys.size() + 1);
  std::size_t i = 0;
  for (std::size_t j = 0; j < newer.keys.size(); ++j) {
    while (i < older.keys.size() && older.keys[i] < newer.keys[j]) {
      out->push(older.keys[i], older.present(i));
      ++i;
    }
    if (i < older.keys.size() && older.keys[i] == newer.keys[j]) ++i;
    out->push(newer.keys[j], newer.present(j));
  }
  for (; i < older.keys.size(); ++i) out->push(older.keys[i], older.present(i));
  return out;
}

}  // namespace

std::size_t DeltaRun::lower_bound(const Key& key) const {
  return static_cast<std::size_t>(std::lower_bound(keys.begin(), keys.end(), key) - keys.begin());
}

std::size_t DeltaRun::upper_bound(const Key& key) const {
  return static_cast<std::size_t>(std::upper_bound(keys.begin(), keys.end(), key) - keys.begin());
}

Delta Delta::with(std::vector<Change> changes) const {
  if (changes.empty()) return *this;
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Change& a, const Change& b) { return a.key < b.key; });
  auto run = std::make_shared<DeltaRun>();
  run->keys.reserve(changes.size());
  run->present_before.reserve(changes.size() + 1);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const bool overridden = i + 1 < changes.size() && changes[i].key == changes[i + 1].key;
    if (!overridden) run->push(changes[i].key, changes[i].present);
  }
  Delta out = *this;
  std::shared_ptr<const DeltaRun> newest = std::move(run);
  while (!out.runs_.empty() && out.runs_.back()->keys.size() <= kGrowth * newest->keys.size()) {
    newest = merge(*out.runs_.back(), *newest);
    out.runs_.pop_back();
  }
  out.runs_.push_back(std::move(newest));
  return out;
}

Delta Delta::without(const std::vector<KeyRange>& ranges) const {
  auto kept = std::make_shared<DeltaRun>();
  std::size_t at = 0;
  for (DeltaCursor cursor(*this, KeyRange{}); !cursor.at_end(); cursor.next()) {
    while (at < ranges.size() && ranges[at].high < cursor.key()) ++at;
    const bool dropped = at < ranges.size() && ranges[at].low <= cursor.key();
    if (!dropped) kept->push(cursor.key(), cursor.present());
  }
  Delta out;
  if (!kept->keys.empty()) out.runs_.push_back(std::move(kept));
  return out;
}

std::size_t Delta::size() const noexcept {
  std::size_t size = 0;
  for (const auto& run : runs_) size += run->keys.size();
  return size;
}

std::optional<bool> Delta::find(const Key& key) const {
  for (auto run = runs_.rbegin(); run != runs_.rend(); ++run) {
    const std::size_t at = (*run)->lower_bound(key);
    if (at < (*run)->keys.size() && (*run)->keys[at] == key) return (*run)->present(at);
  }
  return std::nullopt;
}

std::int64_t Delta::net(const KeyRange& range) const {
  std::int64_t net = 0;
  for (const auto& run : runs_) {
    const std::size_t first = run->lower_bound(range.low);
    const std::size_t last = run->upper_bound(range.high);
    if (last <= first) continue;
    const auto present =
        static_cast<std::int64_t>(run->present_before[last] - run->present_before[first]);
    net += 2 * present - static_cast<std::int64_t>(last - first);
  }
  return net;
}

DeltaCursor::DeltaCursor(const Delta& delta, const KeyRange& range) {
  for (const auto& run : delta.runs()) {
    const std::size_t first = run->lower_bound(range.low);
    const std::size_t last = run->upper_bound(range.high);
    if (first < last) parts_.push_back({run.get(), first, last});
  }
  choose();
}

// The smallest key; among equal ones the newest part.
void DeltaCursor::choose() {
  current_ = kNone;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (parts_[i].at == parts_[i].end) continue;
    if (current_ == kNone || parts_[i].run->keys[parts_[i].at] <= key()) current_ = i;
  }
}

void DeltaCursor::next() {
  const Key done = key();
  for (auto& part : parts_) {
    if (part.at < part.end && part.run->keys[part.at] == done) ++part.at;
  }
  choose();
}

void DeltaCursor::seek(const Key& key) {
  for (auto& part : parts_) {
    if (part.at < part.end && part.run->keys[part.at] < key) {
      part.at = std::min(part.end, part.run->lower_bound(key));
    }
  }
  choose();
}

}  // namespace dossier::storage
