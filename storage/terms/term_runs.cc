// SPDX-License-Identifier: Apache-2.0
#include "storage/terms/term_runs.h"

#include <fmt/core.h>

#include <algorithm>

#include "dossier/error.h"
#include "storage/block/checksum.h"
#include "storage/bytes.h"
#include "storage/terms/term_codec.h"
#include "storage/terms/term_page.h"

namespace dossier::storage {
namespace {

/// No kind of term, so that summaries stand apart from keys.
constexpr char kSummaryByte = 0x40;

// A Bloom filter of eight bits a term: one of 45 terms that a page lacks has it read in vain.
constexpr unsigned kProbes = 5;

template <typename Use>
void each_bit(std::string_view key, std::size_t bits, Use use) {
  const std::uint64_t hash = block_checksum(key, 0);
  const std::uint64_t stride = (hash >> 32) | 1;
  for (std::uint64_t i = 0, at = hash & 0xFFFFFFFFU; i < kProbes; ++i, at += stride) {
    use(static_cast<std::size_t>(at % bits));
  }
}

bool may_have(std::string_view filter, std::string_view key) {
  bool may = true;
  each_bit(key, filter.size() * 8, [&](std::size_t bit) {
    may = may && (static_cast<unsigned char>(filter[bit / 8]) >> (bit % 8) & 1) != 0;
  });
  return may;
}

std::string filter_of(std::span<const std::string> keys) {
  std::string filter(keys.size(), '\0');
  for (const std::string& key : keys) {
    each_bit(key, filter.size() * 8, [&](std::size_t bit) {
      filter[bit / 8] = static_cast<char>(filter[bit / 8] | (1 << (bit % 8)));
    });
  }
  return filter;
}

// As much of a page's first key as tells it from the key before.
std::string_view separator_of(std::string_view last, std::string_view first) {
  const auto [a, b] = std::mismatch(first.begin(), first.end(), last.begin(), last.end());
  static_cast<void>(b);
  return first.substr(0, static_cast<std::size_t>(a - first.begin()) + 1);
}

}  // namespace

std::string summary_key(TermId page) { return kSummaryByte + encode_id(page); }

bool is_summary(std::string_view key) { return !key.empty() && key[0] == kSummaryByte; }

std::string encode_summary(std::string_view last, std::span<const std::string> keys) {
  const std::string_view separator = separator_of(last, keys.front());
  std::string out;
  append_little_endian(out, static_cast<std::uint16_t>(separator.size()));
  return out.append(separator).append(filter_of(keys));
}

TermId TermRun::page_of(TermId id) const noexcept {
  return TermId{id.bits() - (id.bits() - first_.bits()) % kPageTerms};
}

std::size_t TermRun::page_size(TermId page) const noexcept {
  return std::min<std::size_t>(kPageTerms, end_.bits() - page.bits());
}

std::string_view TermRun::Summaries::separator(std::size_t page) const {
  const std::size_t begin = page == 0 ? 0 : ends[page - 1];
  return std::string_view(separators).substr(begin, ends[page] - begin);
}

std::string_view TermRun::Summaries::filter(std::size_t page) const {
  const std::size_t end = page + 1 < filters.size() ? filters[page + 1] : filter_bytes.size();
  return std::string_view(filter_bytes).substr(filters[page], end - filters[page]);
}

// Summaries never change, so the snapshot that knows of the run is not asked for.
std::unique_ptr<TermRun::Summaries> TermRun::read_summaries(const Database& database) const {
  auto out = std::make_unique<Summaries>();
  const auto damaged = [&] {
    throw Error(ErrorCode::storage,
                fmt::format("{} is damaged: the summaries of its pages of terms are not whole. "
                            "Run 'check', or restore a backup.",
                            database.path()));
  };
  TermId page = first_;
  const std::string first = summary_key(first_);
  const std::string of_kind = first.substr(0, 2);
  database.each(Family::term_id, of_kind, nullptr, [&](std::string_view key, auto value) {
    if (key < first) return true;
    if (page >= end_) return false;
    ByteReader reader(value);
    const std::string_view separator = reader.take(reader.read<std::uint16_t>());
    const std::string_view filter = reader.ok() ? value.substr(2 + separator.size()) : "";
    if (key != summary_key(page) || filter.size() != page_size(page)) damaged();
    out->separators += separator;
    out->ends.push_back(out->separators.size());
    out->filters.push_back(out->filter_bytes.size());
    out->filter_bytes += filter;
    page = TermId{page.bits() + page_size(page)};
    return true;
  });
  if (page != end_) damaged();
  return out;
}

const TermRun::Summaries& TermRun::summaries(const Database& database) const {
  std::call_once(once_, [&] { summaries_ = read_summaries(database); });
  return *summaries_;
}

std::optional<TermId> TermRun::find(const Database& database, std::string_view key) const {
  const Summaries& all = summaries(database);
  std::size_t page = 0;  // the last that begins at or before the key
  for (std::size_t count = all.ends.size(); count > 1;) {
    const std::size_t half = count / 2;
    const bool after = all.separator(page + half) > key;
    if (!after) page += half;
    count = after ? half : count - half;
  }
  if (!may_have(all.filter(page), key)) return std::nullopt;
  return TermId{first_.bits() + page * kPageTerms};
}

TermRuns::TermRuns(std::vector<std::shared_ptr<const TermRun>> runs) : runs_(std::move(runs)) {
  std::sort(runs_.begin(), runs_.end(),
            [](const auto& a, const auto& b) { return a->first() < b->first(); });
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const TermRun& run = *runs_[i];
    const bool one_kind = run.first() < run.end() && run.first().kind() == run.end().kind();
    if (one_kind && (i == 0 || runs_[i - 1]->end() <= run.first())) continue;
    throw Error(ErrorCode::storage, "the list of runs of terms in meta is damaged");
  }
}

const TermRun* TermRuns::of(TermId id) const noexcept {
  for (const auto& run : runs_) {
    if (run->has(id)) return run.get();
  }
  return nullptr;
}

std::uint64_t TermRuns::terms() const noexcept {
  std::uint64_t terms = 0;
  for (const auto& run : runs_) terms += run->size();
  return terms;
}

std::size_t TermRuns::count(TermId::Kind kind) const noexcept {
  return static_cast<std::size_t>(std::count_if(
      runs_.begin(), runs_.end(), [&](const auto& run) { return run->first().kind() == kind; }));
}

std::string encode_runs(const TermRuns& runs) {
  std::string out;
  for (const auto& run : runs.all()) {
    append_little_endian(out, run->first().bits());
    append_little_endian(out, run->end().bits());
  }
  return out;
}

TermRuns decode_runs(std::string_view bytes) {
  std::vector<std::shared_ptr<const TermRun>> runs;
  ByteReader reader(bytes);
  while (reader.ok() && !reader.at_end()) {
    const TermId first{reader.read<std::uint64_t>()};
    const TermId end{reader.read<std::uint64_t>()};
    if (reader.ok()) runs.push_back(std::make_shared<const TermRun>(first, end));
  }
  if (!reader.ok()) throw Error(ErrorCode::storage, "the list of runs of terms in meta is damaged");
  return TermRuns(std::move(runs));
}

}  // namespace dossier::storage
