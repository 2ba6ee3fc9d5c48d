// SPDX-License-Identifier: Apache-2.0
// Where the rows of terms stand: several in one page, or each by itself. Private to storage/.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/terms/term_page.h"
#include "storage/terms/term_runs.h"

namespace dossier::storage {

class RowPlaces {
 public:
  /// `wanted` are numbers of `ids`, in the order of the ids. They must outlive this.
  RowPlaces(const TermRuns& runs, std::span<const TermId> ids, std::span<const std::size_t> wanted);

  /// Keys of `term`, ascending.
  const std::vector<std::string>& keys() const noexcept { return keys_; }
  /// Those of `wanted` that stand at key number `i`: one if it is a row.
  std::span<const std::size_t> at(std::size_t i) const;

 private:
  std::span<const std::size_t> wanted_;
  std::vector<std::string> keys_;
  std::vector<std::size_t> begins_;
};

/// The page of the run that has `id`, whose bytes are `value`.
inline PageReader page_of(const TermRun& run, TermId id, std::string_view value) {
  const TermId first = run.page_of(id);
  return {value, first, run.page_size(first)};
}

}  // namespace dossier::storage
