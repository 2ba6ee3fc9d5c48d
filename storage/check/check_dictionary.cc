// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include "dossier/error.h"
#include "model/well_formed.h"
#include "storage/check/check.h"
#include "storage/terms/row_places.h"
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

  void visit_term(std::string_view key, std::string_view value) {
    try {
      const TermId id = decode_id(key);
      const TermRun* const run = state_.runs->of(id);
      if (run == nullptr) return visit_row(id, value);
      PageReader page = page_of(*run, id, value);
      if (page.first() != id) faults_.add("term " + describe(id), "stands beside its page");
      for (std::size_t i = 0; i < page.size(); ++i) {
        visit_row(TermId{page.first().bits() + i}, page.row(i));
      }
    } catch (const Error& error) {
      faults_.add(fmt::format("term row {}", terms_), error.what());
    }
  }
  void compare() {
    try {
      const std::vector<TermId> found = find_keys(state_.moment(), keys_);
      for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i] == wanted_[i]) continue;
        faults_.add("term " + describe(wanted_[i]),
                    found[i] ? "its term leads to another id" : "its term leads to no id");
      }
    } catch (const Error& error) {
      faults_.add("term_id", error.what());
    }
    wanted_.clear();
    keys_.clear();
  }

  void visit_key(std::string_view key, std::string_view value) {
    progress_.tick();
    const TermId id = decode_id(is_summary(key) ? key.substr(1) : value);
    if (is_summary(key)) return visit_summary(id);
    ++term_ids_;
    if (state_.counters.knows(id)) return;
    faults_.add(fmt::format("term_id row {} ({} bytes)", term_ids_, key.size()),
                "leads to the id " + describe(id) + ", which was never given out");
  }
  void finish() {
    const std::uint64_t counted = state_.counters.terms();
    const std::uint64_t keys = term_ids_ + state_.runs->terms();
    if (terms_ == counted && keys == counted) return;
    faults_.add("meta counters", fmt::format("{} rows of term, {} of term_id, {} are counted",
                                             terms_, keys, counted));
  }

 private:
  void visit_row(TermId id, std::string_view row) {
    progress_.tick();
    ++terms_;
    if (!state_.counters.knows(id)) faults_.add("term " + describe(id), "was never given out");
    std::string key = key_of(id, row);
    wanted_.push_back(id);
    keys_.push_back(std::move(key));
    if (keys_.size() == kBatch) compare();
  }
  void visit_summary(TermId page) {
    const TermRun* const run = state_.runs->of(page);
    if (run != nullptr && run->page_of(page) == page) return;
    faults_.add("term_id", "has the summary of a page " + describe(page) + ", which is none");
  }
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
