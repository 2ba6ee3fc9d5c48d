// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/look_up.h"

#include <algorithm>
#include <span>

#include "storage/term_reader.h"

namespace dossier::functions {

namespace {

bool needs_look_up(TermId id) { return id && !id.is_inline() && !Evaluation::is_pending(id); }

/// Whether reading rows of the dictionary one behind the other takes less than searching each.
bool are_neighbours(std::span<const TermId> ids) {
  constexpr std::size_t kMany = 64;
  constexpr std::uint64_t kDistance = 8;
  return ids.size() >= kMany && std::is_sorted(ids.begin(), ids.end()) &&
         (ids.back().bits() - ids.front().bits()) / ids.size() < kDistance;
}

/// The first ids' terms, where all are known: as many as take little memory. Else none.
std::size_t known_terms(const KnownTerms* known, std::span<const TermId> ids,
                        std::span<Term> terms) {
  if (known == nullptr) return 0;
  std::size_t bytes = 0;
  std::size_t found = 0;
  while (found < ids.size() && bytes <= kMostLookedUp) {
    if (!known->find(ids[found], terms[found])) return 0;
    bytes += terms[found++].value().size();
  }
  return found;
}

/// As TermTable::some_terms(), for neighbours.
std::size_t read_terms(const TermTable& table, const MemoryBudget& memory,
                       std::span<const TermId> ids, std::span<Term> terms) {
  const std::size_t enough = std::min(kMostLookedUp, memory.left());
  std::size_t found = 0;
  std::size_t bytes = 0;
  table.reader()->read(ids, [&](std::size_t number, const TermView& term) {
    bytes += term.value.size();
    if (number == 0) memory.check(bytes);
    if (number > 0 && bytes > enough) return false;
    terms[number] = to_term(term);
    found = number + 1;
    return true;
  });
  return found;
}

}  // namespace

LookedUp without_look_up(std::size_t rows) {
  LookedUp result;
  result.of_row.resize(rows);
  result.rows = rows;
  return result;
}

LookedUp look_up(Evaluation& evaluation, const TermId* column, Rows rows) {
  LookedUp result = without_look_up(rows.size());
  std::vector<TermId> ids;
  std::vector<std::size_t> places(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const TermId id = column[rows[i]];
    if (!needs_look_up(id)) continue;
    if (ids.empty() || ids.back() != id) ids.push_back(id);
    places[i] = ids.size();
  }
  if (ids.empty()) return result;
  result.terms.resize(ids.size());
  TermTable& table = evaluation.terms();
  std::size_t found = known_terms(evaluation.context().known_terms(), ids, result.terms);
  if (found == 0)
    found = are_neighbours(ids) ? read_terms(table, table.memory(), ids, result.terms)
                                : table.some_terms(ids, result.terms, kMostLookedUp);
  for (std::size_t i = 0; i < found; ++i)
    result.bytes += sizeof(Term) + result.terms[i].value().size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (places[i] > found) {
      result.rows = i;
      break;
    }
    if (places[i] != 0) result.of_row[i] = &result.terms[places[i] - 1];
  }
  return result;
}

}  // namespace dossier::functions
