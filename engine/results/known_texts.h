// SPDX-License-Identifier: Apache-2.0
// Terms as bytes, by their ids: read for many rows together, and made terms of again for a few.
// Private to engine/results.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/functions/known_terms.h"
#include "model/term_view.h"

namespace dossier::results {

/// Appends a term so that KnownTexts finds it again; of a triple term only that it is one.
void append_bytes(std::string& out, const TermView& term);

class KnownTexts : public KnownTerms {
 public:
  void clear() {
    texts_.clear();
    places_.clear();
    next_ = 0;
  }
  /// The bytes must stay where they are.
  void add(TermId id, std::string_view bytes) {
    __builtin_prefetch(bytes.data());  // texts of neighbouring rows are not neighbours
    texts_.push_back({id, bytes});
  }
  bool find(TermId id, Term& term) const override;

 private:
  struct Text {
    TermId id;
    std::string_view bytes;
  };
  bool move_to(TermId id) const;

  std::vector<Text> texts_;
  // Expressions mostly ask for them in the order in which they were added. When one does not, they
  // are numbered by their ids.
  mutable std::size_t next_ = 0;
  mutable boost::unordered_flat_map<TermId, std::uint32_t, std::hash<TermId>> places_;
};

}  // namespace dossier::results
