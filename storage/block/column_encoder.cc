// SPDX-License-Identifier: Apache-2.0
// Writes columns: tries the encodings that may pay and keeps the smallest.
#include <algorithm>

#include "storage/block/bits.h"
#include "storage/block/column.h"
#include "storage/block/packed_encoder.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

using Values = std::span<const std::uint64_t>;

constexpr std::size_t kMaxTable = 1024;

/// The column's distinct values and the place of each among them.
class Table {
 public:
  explicit Table(Values values) : slots_(kSlots, kFree) {
    std::uint64_t previous = kFree;
    for (const std::uint64_t value : values) {
      if (value == previous && value != kFree) continue;
      previous = value;
      const std::size_t slot = slot_of(value);
      if (slots_[slot] == value && value != kFree) continue;
      // More values than a table is good for; or the one that marks free slots, which no id is.
      if (distinct_.size() == kMaxTable || value == kFree) {
        distinct_.clear();
        return;
      }
      slots_[slot] = value;
      distinct_.push_back(value);
    }
    std::sort(distinct_.begin(), distinct_.end());
    places_.resize(kSlots);
    for (std::size_t i = 0; i < distinct_.size(); ++i) places_[slot_of(distinct_[i])] = i;
  }

  /// Ascending; empty when a table does not pay.
  const std::vector<std::uint64_t>& values() const noexcept { return distinct_; }
  std::uint64_t place(std::uint64_t value) const { return places_[slot_of(value)]; }

 private:
  static constexpr unsigned kSlotBits = 12;
  static constexpr std::size_t kSlots = std::size_t{1} << kSlotBits;
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};
  static_assert(kSlots >= 2 * kMaxTable);

  std::size_t slot_of(std::uint64_t value) const {
    std::size_t slot = (value * 0x9E3779B97F4A7C15ULL) >> (64 - kSlotBits);
    while (slots_[slot] != kFree && slots_[slot] != value) slot = (slot + 1) % kSlots;
    return slot;
  }

  std::vector<std::uint64_t> slots_;
  std::vector<std::uint64_t> distinct_;
  std::vector<std::uint64_t> places_;  ///< by slot
};

std::string encode_dictionary(Values values, const Table& table, Widths widths) {
  std::string out;
  const auto& distinct = table.values();
  const unsigned width = width_for(distinct.back() - distinct.front());
  append_little_endian(out, static_cast<std::uint16_t>(distinct.size()));
  append_little_endian(out, static_cast<std::uint8_t>(width));
  append_little_endian(out, distinct.front());
  pack(out, distinct.data(), distinct.size(), width, distinct.front());
  std::vector<std::uint64_t> codes;
  codes.reserve(values.size());
  for (const std::uint64_t value : values) codes.push_back(table.place(value));
  append_codes(codes, widths, out);
  return out;
}

Encoding encode_plain(Values values, Widths widths, std::string& out);

std::string encode_run_length(Values values, Widths widths) {
  std::vector<std::uint64_t> lasts;
  std::vector<std::uint64_t> of_run;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i + 1 < values.size() && values[i] == values[i + 1]) continue;
    lasts.push_back(i);
    of_run.push_back(values[i]);
  }
  std::string out;
  const unsigned width = width_for(lasts.back());
  append_little_endian(out, static_cast<std::uint16_t>(lasts.size()));
  append_little_endian(out, static_cast<std::uint8_t>(width));
  pack(out, lasts.data(), lasts.size(), width, 0);
  std::string body;
  const Encoding encoding = encode_plain(of_run, widths, body);
  append_little_endian(out, static_cast<std::uint8_t>(encoding));
  return out + body;
}

// Everything but constant and run-length.
Encoding encode_plain(Values values, Widths widths, std::string& out) {
  std::string best = encode_packed(values, widths);
  Encoding encoding = Encoding::packed;
  if (const Table table(values); !table.values().empty()) {
    std::string candidate = encode_dictionary(values, table, widths);
    if (candidate.size() < best.size()) {
      best = std::move(candidate);
      encoding = Encoding::dictionary;
    }
  }
  if (best.size() >= values.size() * sizeof(std::uint64_t)) {
    best.assign(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    encoding = Encoding::raw;
  }
  out += best;
  return encoding;
}

std::size_t count_runs(Values values) {
  std::size_t runs = 1;
  for (std::size_t i = 1; i < values.size(); ++i) runs += values[i] != values[i - 1] ? 1 : 0;
  return runs;
}

}  // namespace

Encoding encode_column(Values values, Widths widths, std::string& out) {
  const std::size_t runs = count_runs(values);
  if (runs == 1) return Encoding::constant;
  std::string best;
  Encoding encoding = encode_plain(values, widths, best);
  if (runs * 3 < values.size()) {
    std::string candidate = encode_run_length(values, widths);
    if (candidate.size() < best.size()) {
      best = std::move(candidate);
      encoding = Encoding::run_length;
    }
  }
  out += best;
  return encoding;
}

}  // namespace dossier::storage
