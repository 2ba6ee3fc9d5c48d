// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/term_table.h"

#include <fmt/format.h>

#include <boost/container_hash/hash.hpp>
#include <optional>
#include <vector>

#include "model/inline_term.h"
#include "model/term_kind.h"

namespace dossier {

namespace {

/// What a local term costs beside its strings: its row, its map entry.
constexpr std::size_t kLocalCost = 3 * sizeof(Term);

}  // namespace

std::size_t TermTable::PartsHash::operator()(const std::array<TermId, 3>& parts) const noexcept {
  std::size_t seed = 0;
  for (TermId part : parts) boost::hash_combine(seed, part.bits());
  return seed;
}

TermTable::TermTable(const storage::QuadSource& source, MemoryBudget& memory)
    : source_(source), memory_(memory) {}

TermTable::~TermTable() { memory_.release(charged_); }

TermId TermTable::intern(const Term& term) {
  if (std::optional<TermId> id = inline_id(term)) return *id;
  if (auto it = by_term_.find(term); it != by_term_.end()) return it->second;
  if (term.is_triple()) {
    const Triple& triple = term.as_triple();
    return intern_triple({intern(triple.subject), intern(triple.predicate), intern(triple.object)});
  }
  if (TermId id = source_.find(term)) return id;
  return add_local(term);
}

void TermTable::intern(std::span<const Term> terms, std::span<TermId> ids) {
  std::vector<Term> wanted;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (std::optional<TermId> id = inline_id(terms[i])) {
      ids[i] = *id;
    } else if (terms[i].is_triple()) {
      ids[i] = intern(terms[i]);
    } else {
      wanted.push_back(terms[i]);
      places.push_back(i);
    }
  }
  std::vector<TermId> found(wanted.size());
  source_.find(wanted, found);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!found[i]) {
      auto it = by_term_.find(wanted[i]);
      found[i] = it != by_term_.end() ? it->second : add_local(wanted[i]);
    }
    ids[places[i]] = found[i];
  }
}

TermId TermTable::intern_triple(const std::array<TermId, 3>& parts) {
  const bool stored = !parts[0].is_local() && !parts[1].is_local() && !parts[2].is_local();
  if (stored) {
    if (TermId id = source_.find_triple(parts)) return id;
  }
  auto [it, inserted] = by_parts_.try_emplace(parts, TermId{});
  if (inserted) {
    it->second = TermId::local(TermId::Kind::triple, locals_.size());
    charge(kLocalCost);
    locals_.push_back({Term{}, parts});
  }
  return it->second;
}

TermId TermTable::new_blank_node() {
  Term node;
  do {
    node = Term::blank_node(fmt::format("q{}", ++blank_nodes_));
  } while (by_term_.contains(node) || source_.find(node));
  return add_local(node);
}

TermId TermTable::add_local(const Term& term) {
  charge(kLocalCost + 2 * term.value().size());
  const TermId id = TermId::local(numbered_kind(term), locals_.size());
  locals_.push_back({term, {}});
  by_term_.emplace(term, id);
  return id;
}

Term TermTable::local_term(TermId id) const {
  const Local& local = locals_[id.payload()];
  if (!id.is_triple()) return local.term;
  return Term::triple({term(local.parts[0]), term(local.parts[1]), term(local.parts[2])});
}

Term TermTable::term(TermId id) const {
  if (id.is_local()) return local_term(id);
  return id.is_inline() ? inline_term(id) : source_.term(id);
}

void TermTable::terms(std::span<const TermId> ids, std::span<Term> terms) const {
  std::vector<TermId> stored(ids.begin(), ids.end());
  for (TermId& id : stored) {
    if (id.is_local() || id.is_inline()) id = TermId::none();
  }
  source_.terms(stored, terms);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] && !stored[i]) terms[i] = term(ids[i]);
  }
}

std::array<TermId, 3> TermTable::triple(TermId id) const {
  return id.is_local() ? locals_[id.payload()].parts : source_.triple(id);
}

std::vector<TermId> TermTable::locals() const {
  std::vector<TermId> ids;
  ids.reserve(locals_.size());
  for (const Local& local : locals_) {
    const TermId::Kind kind = local.parts[0] ? TermId::Kind::triple : numbered_kind(local.term);
    ids.push_back(TermId::local(kind, ids.size()));
  }
  return ids;
}

void TermTable::charge(std::size_t bytes) {
  charged_ += bytes;  // first: charge() counts what it refuses, too
  memory_.charge(bytes);
}

}  // namespace dossier
