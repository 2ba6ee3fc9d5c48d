// SPDX-License-Identifier: Apache-2.0
// Runs: the ids that a bulk load gave to the terms of one kind, in the order of their keys. Their
// rows stand in pages, and a summary of each page stands in for their rows in term_id. Private to
// storage/.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/term_id.h"
#include "storage/disk/database.h"

namespace dossier::storage {

/// The row of a page in term_id: `last` is the key of the term before the page, empty where none
/// is; `keys` are those of its terms.
std::string summary_key(TermId page);
bool is_summary(std::string_view key);
std::string encode_summary(std::string_view last, std::span<const std::string> keys);

/// Thread-safe.
class TermRun {
 public:
  TermRun(TermId first, TermId end) : first_(first), end_(end) {}

  TermId first() const noexcept { return first_; }
  TermId end() const noexcept { return end_; }
  std::uint64_t size() const noexcept { return end_.bits() - first_.bits(); }
  bool has(TermId id) const noexcept { return first_ <= id && id < end_; }
  /// The first id of the page that has `id`: the page's key in `term`.
  TermId page_of(TermId id) const noexcept;
  std::size_t page_size(TermId page) const noexcept;
  /// The page that may have the term of this key; none if no page has it. Reads the summaries the
  /// first time. Throws Error(storage) when they are damaged.
  std::optional<TermId> find(const Database& database, std::string_view key) const;

 private:
  struct Summaries {
    std::vector<std::uint64_t> ends;  ///< of each page's separator in `separators`
    std::string separators;
    std::vector<std::uint64_t> filters;  ///< where each page's begins in `filter_bytes`
    std::string filter_bytes;
    std::string_view separator(std::size_t page) const;
    std::string_view filter(std::size_t page) const;
  };

  const Summaries& summaries(const Database& database) const;
  std::unique_ptr<Summaries> read_summaries(const Database& database) const;

  TermId first_;
  TermId end_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const Summaries> summaries_;
};

/// Immutable, in the order of their ids; they do not overlap.
class TermRuns {
 public:
  TermRuns() = default;
  /// Throws Error(storage) when the runs overlap.
  explicit TermRuns(std::vector<std::shared_ptr<const TermRun>> runs);

  /// The run that has the id; null where it has a row of its own.
  const TermRun* of(TermId id) const noexcept;
  const std::vector<std::shared_ptr<const TermRun>>& all() const noexcept { return runs_; }
  std::uint64_t terms() const noexcept;
  /// Of the terms of one kind.
  std::size_t count(TermId::Kind kind) const noexcept;

 private:
  std::vector<std::shared_ptr<const TermRun>> runs_;
};

/// The row of meta.
std::string encode_runs(const TermRuns& runs);
/// Throws Error(storage) when the row is damaged.
TermRuns decode_runs(std::string_view bytes);

}  // namespace dossier::storage
