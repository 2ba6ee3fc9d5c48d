// SPDX-License-Identifier: Apache-2.0
#include "storage/terms/new_terms.h"

#include <algorithm>

#include "model/term_kind.h"
#include "storage/terms/term_codec.h"

namespace dossier::storage {

TermId NewTerms::next(TermId::Kind kind) { return {kind, counters_.next_of(kind)++}; }

std::size_t NewTerms::offset(TermId id) const { return id.payload() - base_.next_of(id.kind()); }

TermId NewTerms::find(const Term& term) const {
  const auto found = ids_.find(&term);
  return found == ids_.end() ? TermId::none() : found->second;
}

TermId NewTerms::find_triple(const std::array<TermId, 3>& parts) const {
  const auto found = triple_ids_.find(parts);
  return found == triple_ids_.end() ? TermId::none() : found->second;
}

std::vector<std::pair<std::array<TermId, 3>, TermId>> NewTerms::triples_of(TermId subject,
                                                                           TermId predicate) const {
  std::vector<std::pair<std::array<TermId, 3>, TermId>> out;
  auto it = triple_ids_.lower_bound({subject, predicate, TermId::none()});
  for (; it != triple_ids_.end() && it->first[0] == subject; ++it) {
    if (predicate && it->first[1] != predicate) break;
    out.emplace_back(it->first, it->second);
  }
  return out;
}

const Term& NewTerms::term(TermId id) const {
  return terms_[static_cast<std::size_t>(id.kind())][offset(id)];
}

const std::array<TermId, 3>& NewTerms::triple(TermId id) const { return triples_[offset(id)]; }

TermId NewTerms::add(const Term& term) {
  const TermId id = next(numbered_kind(term));
  const Term& kept = terms_[static_cast<std::size_t>(id.kind())].emplace_back(term);
  ids_.emplace(&kept, id);
  return id;
}

TermId NewTerms::add_triple(const std::array<TermId, 3>& parts) {
  const TermId id = next(TermId::Kind::triple);
  triple_ids_.emplace(parts, id);
  triples_.push_back(parts);
  return id;
}

TermId NewTerms::new_blank_node() { return next(TermId::Kind::blank_node); }

TermId NewTerms::find_blank_node(const std::string& label) const {
  if (const auto known = labels_.find(label); known != labels_.end()) return known->second;
  const auto number = blank_number(label);
  if (!number) return TermId::none();
  const TermId id{TermId::Kind::blank_node, *number};
  return counters_.knows(id) ? id : TermId::none();
}

Term NewTerms::blank_term(TermId id) { return Term::blank_node(blank_label(id.payload())); }

TermId NewTerms::blank_node(const std::string& label) {
  if (const TermId known = find_blank_node(label)) return known;
  return labels_.emplace(label, new_blank_node()).first->second;
}

void NewTerms::write(Batch& batch) const {
  std::vector<std::pair<std::string, std::string>> by_key;
  const auto add = [&](TermId id, std::string_view row, std::string key) {
    std::string bytes = encode_id(id);
    batch.put(Family::term, bytes, row);
    by_key.emplace_back(std::move(key), std::move(bytes));
  };
  for (std::size_t kind = 0; kind < terms_.size(); ++kind) {
    TermId id{static_cast<TermId::Kind>(kind), base_.next[kind]};
    for (const Term& term : terms_[kind]) {
      add(id, encode_term(term), term_key(term));
      id = TermId{id.bits() + 1};
    }
  }
  TermId id{TermId::Kind::triple, base_.next_of(TermId::Kind::triple)};
  for (const auto& parts : triples_) {
    add(id, encode_triple(parts), triple_key(parts));
    id = TermId{id.bits() + 1};
  }
  std::sort(by_key.begin(), by_key.end());  // RocksDB takes ascending keys faster
  for (const auto& [key, bytes] : by_key) batch.put(Family::term_id, key, bytes);
}

}  // namespace dossier::storage
