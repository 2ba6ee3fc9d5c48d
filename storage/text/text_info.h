// SPDX-License-Identifier: Apache-2.0
// The row of `meta` about the text index, and what is indexed. Private to storage/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/id_quad.h"
#include "storage/quad_source.h"
#include "storage/text_index.h"

namespace dossier::storage {

inline constexpr std::string_view kTextKey = "text";

/// Of a store that has just been made: nothing is missing, because nothing is there.
TextInfo new_text_info();
std::string encode_text_info(const TextInfo& info);
/// Throws Error(storage) when the row is damaged.
TextInfo decode_text_info(std::string_view bytes);

/// Which quads have a text that is indexed.
class IndexedPredicates {
 public:
  /// `ids` are those of `predicates`, none() where the store has no such term.
  IndexedPredicates(const std::vector<std::string>& predicates, const std::vector<TermId>& ids);
  /// The object is a string, the predicate one of them. Mentions have a k:text, too, which says
  /// nothing that their sentence does not; they are blank nodes, and not indexed.
  bool has_text(const IdQuad& quad) const;
  const std::vector<TermId>& ids() const noexcept { return ids_; }

 private:
  std::vector<TermId> ids_;  ///< those the store has
  TermId named_only_;
};

/// The predicates of the index as `source` knows them.
IndexedPredicates indexed_predicates(const QuadSource& source, const TextInfo& info);

/// Whether the id is that of a string, with a language or without.
bool is_string(TermId id);

}  // namespace dossier::storage
