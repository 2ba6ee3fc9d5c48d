// SPDX-License-Identifier: Apache-2.0
// Reading many terms, each of them once: what writes or measures terms and keeps none needs no
// copies of them.
#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "model/term_id.h"
#include "model/term_view.h"

namespace dossier::storage {

/// One thread at a time. Must not outlive the source it reads.
class TermReader {
 public:
  /// Gets the number of the id among those asked for, and its term, which is valid during the call.
  /// Must not read terms itself: a cache may be locked.
  using Visit = std::function<bool(std::size_t number, const TermView& term)>;

  virtual ~TermReader() = default;
  /// Calls `visit` for each of `ids`, which ascend and of which none is none(), until it returns
  /// false; says whether it never did. Neighbours are read fastest. Throws Error(storage) for an id
  /// that the source never gave out.
  virtual bool read(std::span<const TermId> ids, const Visit& visit) = 0;
};

}  // namespace dossier::storage
