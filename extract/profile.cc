// SPDX-License-Identifier: Apache-2.0
#include "extract/profile.h"

#include <algorithm>
#include <ctime>

namespace dossier {
namespace extract {
namespace {

/// Of the calling thread.
std::chrono::nanoseconds processor_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

}  // namespace

StageTimer::StageTimer(IngestProfile* profile, std::string_view stage)
    : profile_(profile), stage_(stage) {
  if (profile_ != nullptr) start_ = processor_time();
}

StageTimer::~StageTimer() {
  if (profile_ != nullptr) profile_->add(stage_, processor_time() - start_);
}

}  // namespace extract

void IngestProfile::add(std::string_view stage, std::chrono::nanoseconds time) {
  const std::lock_guard lock(mutex_);
  const auto at = std::find_if(stages_.begin(), stages_.end(),
                               [&](const Stage& known) { return known.name == stage; });
  if (at != stages_.end())
    at->processor_time += time;
  else
    stages_.push_back({std::string(stage), time});
}

std::vector<IngestProfile::Stage> IngestProfile::stages() const {
  const std::lock_guard lock(mutex_);
  return stages_;
}

}  // namespace dossier
