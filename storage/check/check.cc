// SPDX-License-Identifier: Apache-2.0
#include "storage/check/check.h"

#include <fmt/core.h>

#include "dossier/error.h"
#include "storage/delta/delta_pages.h"

namespace dossier::storage {

void Faults::add(std::string where, std::string what) {
  if (faults_.size() < kLimit) {
    faults_.push_back({std::move(where), std::move(what)});
  } else {
    ++omitted_;
  }
}

std::vector<Fault> Faults::take() {
  if (omitted_ > 0) faults_.push_back({"everywhere", fmt::format("{} more faults", omitted_)});
  return std::move(faults_);
}

void CheckProgress::enter(std::string_view phase) {
  report_.phase = phase;
  report_.quads = 0;
  if (callback_ && !callback_(report_)) throw Error(ErrorCode::cancelled, "the check was stopped");
}

void CheckProgress::tick() {
  constexpr std::uint64_t kRowsPerCall = 1 << 17;
  if (++report_.quads % kRowsPerCall != 0 || !callback_) return;
  if (!callback_(report_)) throw Error(ErrorCode::cancelled, "the check was stopped");
}

void check_delta(const State& state, Faults& faults, CheckProgress& progress) {
  progress.enter("delta");
  const auto check_ids = [&](const Change& change) {
    progress.tick();
    for (const std::uint64_t bits : change.key) {
      if (state.counters.knows(TermId{bits})) continue;
      faults.add("delta " + describe_key(change.key), "an id that was never given out");
    }
  };
  const auto visit = [&](std::string_view, std::string_view value) {
    try {
      decode_page(value, check_ids);
    } catch (const Error& error) {
      if (error.code() == ErrorCode::cancelled) throw;
      faults.add("delta", error.what());
    }
    return true;
  };
  state.database->each(Family::delta, {}, state.snapshot.get(), visit);
}

std::vector<Fault> check_state(const State& state, const ProgressCallback& callback) {
  Faults faults;
  CheckProgress progress(callback);
  const auto part = [&](std::string_view where, const auto& action) {
    try {
      action();
    } catch (const Error& error) {
      if (error.code() == ErrorCode::cancelled) throw;
      faults.add(std::string(where), error.what());
    }
  };
  for (const Permutation permutation : kPermutations) {
    part(name_of(permutation), [&] { check_blocks(state, permutation, faults, progress); });
  }
  part("delta", [&] { check_delta(state, faults, progress); });
  part("permutations", [&] { check_permutations(state, faults, progress); });
  part("term", [&] { check_dictionary(state, faults, progress); });
  part("text", [&] { check_text(state, faults, progress); });
  part("files", [&] { state.database->verify_files(); });
  part("files", [&] { check_side_files(state, faults); });
  return faults.take();
}

}  // namespace dossier::storage
