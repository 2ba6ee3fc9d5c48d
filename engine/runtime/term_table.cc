// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/term_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/container_hash/hash.hpp>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "engine/runtime/term_bytes.h"
#include "model/inline_term.h"
#include "model/stack.h"
#include "model/term_kind.h"

namespace dossier {

namespace {

/// What a place in a hash table takes at most, while the table grows.
constexpr std::size_t kPlaceBytes = 48;

}  // namespace

std::size_t TermTable::PartsHash::operator()(const std::array<TermId, 3>& parts) const noexcept {
  std::size_t seed = 0;
  for (TermId part : parts) boost::hash_combine(seed, part.bits());
  return seed;
}

TermTable::TermTable(const storage::QuadSource& source, MemoryBudget& memory)
    : source_(source), memory_(memory), by_term_(0, LocalHash{&locals_}, LocalEqual{&locals_}) {}

TermTable::~TermTable() { memory_.release(charged_); }

TermId TermTable::find_local(const Term& term) const {
  const auto it = by_term_.find(term);
  return it == by_term_.end() ? TermId::none() : *it;
}

TermId TermTable::intern(Term&& term) {
  if (std::optional<TermId> id = inline_id(term)) return *id;
  if (const TermId id = find_local(term)) return id;
  if (term.is_triple()) {
    const Triple& triple = term.as_triple();
    return with_stack([&] {
      return intern_triple(
          {intern(triple.subject), intern(triple.predicate), intern(triple.object)});
    });
  }
  if (TermId id = source_.find(term)) return id;
  return add_local(std::move(term));
}

void TermTable::intern(std::span<Term> terms, std::span<TermId> ids) {
  std::vector<Term> wanted;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (std::optional<TermId> id = inline_id(terms[i])) {
      ids[i] = *id;
    } else if (terms[i].is_triple()) {
      ids[i] = intern(terms[i]);
    } else {
      wanted.push_back(std::move(terms[i]));
      places.push_back(i);
    }
  }
  std::vector<TermId> found(wanted.size());
  source_.find(wanted, found);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!found[i]) found[i] = find_local(wanted[i]);
    if (!found[i]) found[i] = add_local(std::move(wanted[i]));
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
    charge(sizeof(Local) + sizeof(parts) + kPlaceBytes);
    locals_.push_back({Term{}, parts, 0});
  }
  return it->second;
}

TermId TermTable::new_blank_node() {
  Term node;
  do {
    node = Term::blank_node(fmt::format("q{}", ++blank_nodes_));
  } while (find_local(node) || source_.find(node));
  return add_local(std::move(node));
}

TermId TermTable::add_local(Term&& term) {
  charge(sizeof(Local) + kPlaceBytes + heap_bytes(term));
  const TermId id = TermId::local(numbered_kind(term), locals_.size());
  const std::size_t hash = term.hash();
  locals_.push_back({std::move(term), {}, hash});
  by_term_.insert(id);
  return id;
}

Term TermTable::local_term(TermId id) const {
  const Local& local = locals_[id.payload()];
  if (!id.is_triple()) {
    memory_.check(local.term.value().size());
    return local.term;
  }
  return with_stack([&] {
    return Term::triple({term(local.parts[0]), term(local.parts[1]), term(local.parts[2])});
  });
}

Term TermTable::term(TermId id) const {
  if (id.is_local()) return local_term(id);
  if (id.is_inline()) return inline_term(id);
  Term term = source_.term(id);
  memory_.check(term.value().size());
  return term;
}

std::size_t TermTable::local_bytes(TermId id) const {
  if (!id.is_local()) return 0;
  const Local& local = locals_[id.payload()];
  if (!id.is_triple()) return text_bytes(local.term.value().size());
  return sizeof(Triple) + local_bytes(local.parts[0]) + local_bytes(local.parts[1]) +
         local_bytes(local.parts[2]);
}

void TermTable::terms(std::span<const TermId> ids, std::span<Term> terms) const {
  terms_within(ids, terms, std::numeric_limits<std::size_t>::max());
}

bool TermTable::terms_within(std::span<const TermId> ids, std::span<Term> terms,
                             std::size_t enough) const {
  std::vector<TermId> stored(ids.begin(), ids.end());
  std::size_t bytes = 0;  // of the local ones: known before they are copied
  for (TermId& id : stored) {
    if (!id.is_local() && !id.is_inline()) continue;
    bytes += local_bytes(id);
    if (bytes > enough) return false;
    id = TermId::none();
  }
  if (!source_.terms_within(stored, terms, enough - bytes)) return false;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] && !stored[i]) terms[i] = term(ids[i]);
  }
  return true;
}

std::size_t TermTable::some_terms(std::span<const TermId> ids, std::span<Term> terms,
                                  std::size_t enough) const {
  constexpr std::size_t kFewer = 8;
  std::size_t count = ids.size();
  for (; count > 1; count = std::max<std::size_t>(1, count / kFewer)) {
    if (terms_within(ids.first(count), terms.first(count), std::min(enough, memory_.left())))
      return count;
  }
  const std::size_t left = memory_.left();
  if (count == 1 && !terms_within(ids.first(1), terms.first(1), left)) memory_.check(left + 1);
  return count;
}

std::array<TermId, 3> TermTable::triple(TermId id) const {
  return id.is_local() ? locals_[id.payload()].parts : source_.triple(id);
}

void TermTable::triples(std::span<const TermId> ids, std::span<std::array<TermId, 3>> parts) const {
  const auto is_local = [](TermId id) { return id.is_local(); };
  if (std::none_of(ids.begin(), ids.end(), is_local)) return source_.triples(ids, parts);
  for (std::size_t i = 0; i < ids.size(); ++i) parts[i] = triple(ids[i]);
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
