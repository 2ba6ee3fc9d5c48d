// SPDX-License-Identifier: Apache-2.0
#include "storage/terms/dictionary.h"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "dossier/error.h"
#include "model/inline_term.h"
#include "model/stack.h"
#include "storage/terms/row_places.h"
#include "storage/terms/term_codec.h"
#include "storage/terms/term_page.h"

namespace dossier::storage {

void throw_unknown_id(TermId id) {
  throw Error(ErrorCode::storage, fmt::format("this knowledge base has no term with the id {}:{}",
                                              id.bits() >> TermId::kPayloadBits, id.payload()));
}

// Terms that need no look-up by key: inline ones, blank nodes, triple terms (by their parts).
TermId Dictionary::find_without_row(const Moment& moment, const Term& term) {
  if (term.is_blank_node()) {
    const auto number = blank_number(term.value());
    const TermId id = number ? TermId{TermId::Kind::blank_node, *number} : TermId::none();
    return moment.counters->knows(id) ? id : TermId::none();
  }
  const Triple& triple = term.as_triple();
  const std::array<const Term*, 3> terms{&triple.subject, &triple.predicate, &triple.object};
  std::array<TermId, 3> parts{};
  find(moment, terms, parts);
  if (std::find(parts.begin(), parts.end(), TermId::none()) != parts.end()) return TermId::none();
  return find_triple(moment, parts);
}

void Dictionary::find(const Moment& moment, std::span<const Term* const> terms,
                      std::span<TermId> ids) {
  std::vector<std::size_t> wanted;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Term& term = *terms[i];
    if (term.is_blank_node() || term.is_triple()) {
      ids[i] = find_without_row(moment, term);
    } else if (const auto inlined = inline_id(term)) {
      ids[i] = *inlined;
    } else if (const auto cached = ids_.get(term)) {
      ids[i] = moment.counters->knows(*cached) ? *cached : TermId::none();
    } else {
      wanted.push_back(i);
    }
  }
  if (!wanted.empty()) find_rows(moment, terms, ids, wanted);
}

void Dictionary::find_rows(const Moment& moment, std::span<const Term* const> terms,
                           std::span<TermId> ids, const std::vector<std::size_t>& wanted) {
  std::vector<std::string> keys;
  keys.reserve(wanted.size());
  for (const std::size_t i : wanted) keys.push_back(term_key(*terms[i]));
  const std::vector<TermId> found = find_keys(moment, keys);
  for (std::size_t j = 0; j < wanted.size(); ++j) {
    const std::size_t i = wanted[j];
    ids[i] = found[j];
    if (!found[j]) continue;
    if (!moment.counters->knows(found[j])) throw_unknown_id(found[j]);
    if (is_hashed(keys[j])) verify(moment, found[j], *terms[i]);
    ids_.put(*terms[i], found[j], memory_bytes(*terms[i]));
  }
}

void Dictionary::verify(const Moment& moment, TermId id, const Term& term) {
  Term stored;
  terms(moment, std::span(&id, 1), std::span(&stored, 1));
  if (stored == term) return;
  throw Error(ErrorCode::storage,
              "two terms of more than 256 bytes have the same hash, or the dictionary is damaged: "
              "run 'check'");
}

TermId Dictionary::find_triple(const Moment& moment, const std::array<TermId, 3>& parts) {
  const auto row = moment.database->get(Family::term_id, triple_key(parts), moment.snapshot);
  return row ? decode_id(*row) : TermId::none();
}

void Dictionary::terms(const Moment& moment, std::span<const TermId> ids, std::span<Term> terms) {
  terms_within(moment, ids, terms, std::numeric_limits<std::size_t>::max());
}

bool Dictionary::terms_within(const Moment& moment, std::span<const TermId> ids,
                              std::span<Term> terms, std::size_t enough) {
  std::vector<std::size_t> wanted;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const TermId id = ids[i];
    if (!id) {
      terms[i] = Term();
      continue;
    }
    if (!moment.counters->knows(id) || id == TermId::default_graph()) throw_unknown_id(id);
    if (id.is_inline()) {
      terms[i] = inline_term(id);
    } else if (id.is_blank_node()) {
      terms[i] = Term::blank_node(blank_label(id.payload()));
    } else if (auto cached = terms_.get(id)) {
      terms[i] = std::move(*cached);
      bytes += terms[i].value().size();
      if (bytes > enough) return false;
    } else {
      wanted.push_back(i);
    }
  }
  return wanted.empty() || read_rows(moment, ids, terms, std::move(wanted), enough - bytes);
}

Term Dictionary::read_row(const Moment& moment, TermId id, std::string_view row) {
  if (!id.is_triple()) return decode_term(id.kind(), row);
  const auto parts = decode_triple(row);
  std::array<Term, 3> values;
  with_stack([&] { terms(moment, parts, values); });
  return Term::triple(Triple{values[0], values[1], values[2]});
}

bool Dictionary::read_rows(const Moment& moment, std::span<const TermId> ids, std::span<Term> terms,
                           std::vector<std::size_t> wanted, std::size_t enough) {
  // Neighbouring ids share pages: one of ours, or one of the table.
  std::sort(wanted.begin(), wanted.end(),
            [&](std::size_t a, std::size_t b) { return ids[a] < ids[b]; });
  const RowPlaces places(*moment.runs, ids, wanted);
  std::size_t bytes = 0;
  const auto take = [&](std::size_t i, std::string_view row) {
    bytes += row.size();
    if (bytes > enough) return false;
    terms[i] = read_row(moment, ids[i], row);
    keep(ids[i], terms[i]);
    return true;
  };
  return moment.database->each_value(
      Family::term, places.keys(), moment.snapshot,
      [&](std::size_t j, std::optional<std::string_view> value) {
        const std::span<const std::size_t> here = places.at(j);
        if (!value) throw_unknown_id(ids[here.front()]);
        const TermRun* const run = moment.runs->of(ids[here.front()]);
        if (run == nullptr) return take(here.front(), *value);
        PageReader page = page_of(*run, ids[here.front()], *value);
        return std::all_of(here.begin(), here.end(), [&](std::size_t i) {
          return take(i, page.row(ids[i].bits() - page.first().bits()));
        });
      });
}

void Dictionary::keep(TermId id, const Term& term) { terms_.put(id, term, memory_bytes(term)); }

std::array<TermId, 3> Dictionary::triple(const Moment& moment, TermId id) {
  if (!id.is_triple() || !moment.counters->knows(id)) throw_unknown_id(id);
  const auto row = moment.database->get(Family::term, encode_id(id), moment.snapshot);
  if (!row) throw_unknown_id(id);
  return decode_triple(*row);
}

}  // namespace dossier::storage
