// SPDX-License-Identifier: Apache-2.0
// Adds the processor time of a stage to a profile.
#pragma once

#include <chrono>
#include <string_view>

#include "dossier/ingest.h"

namespace dossier::extract {

/// From its making to its end, on one thread.
class StageTimer {
 public:
  /// Without a profile it does nothing. The profile must outlive it.
  StageTimer(IngestProfile* profile, std::string_view stage);
  ~StageTimer();
  StageTimer(const StageTimer&) = delete;
  StageTimer& operator=(const StageTimer&) = delete;

 private:
  IngestProfile* profile_;
  std::string_view stage_;
  std::chrono::nanoseconds start_{0};
};

/// What `work` returns.
template <typename Work>
auto timed(IngestProfile* profile, std::string_view stage, const Work& work) {
  const StageTimer timer(profile, stage);
  return work();
}

}  // namespace dossier::extract
