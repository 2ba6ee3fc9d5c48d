// SPDX-License-Identifier: Apache-2.0
#include "engine/results/written_terms.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace dossier::results {

void WrittenTerms::find_in_order(std::span<const TermId> ids) {
  for (std::size_t row = 0; row < ids.size(); ++row) {
    if (!ids[row]) continue;
    if (different_.empty() || different_.back().id != ids[row])
      different_.push_back({ids[row], static_cast<std::uint32_t>(different_.size())});
    places_[row] = static_cast<std::uint32_t>(different_.size() - 1);
  }
}

void WrittenTerms::find_by_hash(std::span<const TermId> ids) {
  const std::size_t mask = std::bit_ceil(2 * ids.size()) - 1;
  table_.assign(mask + 1, 0);
  for (std::size_t row = 0; row < ids.size(); ++row) {
    if (!ids[row]) continue;
    if (row > 0 && ids[row] == ids[row - 1]) {
      places_[row] = places_[row - 1];
      continue;
    }
    // The upper half of the product has the bits that depend on all of the id.
    std::size_t slot = (std::hash<TermId>{}(ids[row]) >> 32) & mask;
    while (table_[slot] != 0 && different_[table_[slot] - 1].id != ids[row])
      slot = (slot + 1) & mask;
    if (table_[slot] == 0) {
      different_.push_back({ids[row], static_cast<std::uint32_t>(different_.size())});
      table_[slot] = static_cast<std::uint32_t>(different_.size());
    }
    places_[row] = table_[slot] - 1;
  }
  std::sort(different_.begin(), different_.end(),
            [](const Different& a, const Different& b) { return a.id < b.id; });
}

void WrittenTerms::find_different(std::span<const TermId> ids) {
  different_.clear();
  places_.assign(ids.size(), kUnbound);
  if (std::is_sorted(ids.begin(), ids.end())) {
    find_in_order(ids);
  } else {
    find_by_hash(ids);
  }
  wanted_.clear();
  for (const Different& each : different_) wanted_.push_back(each.id);
}

bool WrittenTerms::write(std::span<const TermId> ids, storage::TermReader& terms,
                         const WrittenTermsSink& writer, std::string& text, std::size_t most) {
  find_different(ids);
  pieces_.resize(different_.size());
  return terms.read(wanted_, [&](std::size_t number, const TermView& term) {
    const std::size_t begin = text.size();
    if (term.value.size() > most || begin > most - term.value.size()) return false;
    writer.append(text, term);
    pieces_[different_[number].place] = {begin, text.size() - begin};
    return text.size() <= most;
  });
}

std::size_t WrittenTerms::bytes() const noexcept {
  return places_.capacity() * sizeof(std::uint32_t) + pieces_.capacity() * sizeof(Piece) +
         different_.capacity() * sizeof(Different) + wanted_.capacity() * sizeof(TermId) +
         table_.capacity() * sizeof(std::uint32_t);
}

}  // namespace dossier::results
