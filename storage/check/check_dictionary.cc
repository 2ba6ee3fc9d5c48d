// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include "dossier/error.h"
#include "model/well_formed.h"
#include "storage/check/check.h"
#include "storage/terms/term_codec.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kBatch = 4096;

std::string describe(TermId id) {
  return fmt::format("{}:{}", id.bits() >> TermId::kPayloadBits, id.payload());
}

/// From ids to terms and back, and from keys to ids and back.
class DictionaryChecker {
 public:
  DictionaryChecker(const State& state, Faults& faults, CheckProgress& progress)
      : state_(state), faults_(faults), progress_(progress) {}

  void visit_term(std::string_view key, std::string_view row) {
    progress_.tick();
    ++terms_;
    try {
      const TermId id = decode_id(key);
      if (!state_.counters.knows(id)) faults_.add("term " + describe(id), "was never given out");
      wanted_.push_back(id);
      keys_.push_back(key_of(id, row));
      if (keys_.size() == kBatch) compare();
    } catch (const Error& error) {
      faults_.add(fmt::format("term row {}", terms_), error.what());
    }
  }
  void compare() {
    const auto rows = state_.database->get_all(Family::term_id, keys_, state_.snapshot.get());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i] && *rows[i] == encode_id(wanted_[i])) continue;
      faults_.add("term " + describe(wanted_[i]),
                  rows[i] ? "its term leads to another id" : "its term leads to no id");
    }
    wanted_.clear();
    keys_.clear();
  }

  void visit_key(std::string_view key, std::string_view value) {
    progress_.tick();
    ++term_ids_;
    const TermId id = decode_id(value);
    if (state_.counters.knows(id)) return;
    faults_.add(fmt::format("term_id row {} ({} bytes)", term_ids_, key.size()),
                "leads to the id " + describe(id) + ", which was never given out");
  }
  void finish() {
    const std::uint64_t counted = state_.counters.terms();
    if (terms_ == counted && term_ids_ == counted) return;
    faults_.add("meta counters", fmt::format("{} rows of term, {} of term_id, {} are counted",
                                             terms_, term_ids_, counted));
  }

 private:
  std::string key_of(TermId id, std::string_view row) {
    if (!id.is_triple()) {
      const Term term = decode_term(id.kind(), row);
      if (const auto fault = fault_of(term, "the term")) {
        faults_.add("term " + describe(id), "not RDF: " + *fault);
      } else if (const auto excess = length_fault(term)) {
        faults_.add("term " + describe(id), "its dump cannot be loaded: " + *excess);
      }
      return term_key(term);
    }
    const auto parts = decode_triple(row);
    if (!(parts[0].is_iri() || parts[0].is_blank_node()) || !parts[1].is_iri()) {
      faults_.add(
          "term " + describe(id),
          "not RDF: a triple term's subject is an IRI or a blank node, its predicate an IRI");
    }
    for (const TermId part : parts) {
      if (state_.counters.knows(part)) continue;
      faults_.add("term " + describe(id), "a part that was never given out");
    }
    return triple_key(parts);
  }

  const State& state_;
  Faults& faults_;
  CheckProgress& progress_;
  std::vector<TermId> wanted_;
  std::vector<std::string> keys_;
  std::uint64_t terms_ = 0;
  std::uint64_t term_ids_ = 0;
};

}  // namespace

void check_dictionary(const State& state, Faults& faults, CheckProgress& progress) {
  progress.enter("terms");
  DictionaryChecker checker(state, faults, progress);
  const auto* snapshot = state.snapshot.get();
  state.database->each(Family::term, {}, snapshot, [&](auto key, auto row) {
    checker.visit_term(key, row);
    return true;
  });
  checker.compare();
  state.database->each(Family::term_id, {}, snapshot, [&](auto key, auto value) {
    checker.visit_key(key, value);
    return true;
  });
  checker.finish();
}

}  // namespace dossier::storage
