// Telling the caller how far a load is, and being told to stop.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "model/error.h"
#include "storage/store.h"

namespace dossier::storage {

class LoadProgress {
 public:
  LoadProgress(const ProgressCallback& callback, std::uint64_t bytes_total) : callback_(callback) {
    report_.bytes_total = bytes_total;
  }

  void enter(std::string_view phase) {
    report_.phase = phase;
    tell();
  }
  void read(std::uint64_t bytes, std::uint64_t quads) {
    report_.bytes_done = bytes;
    report_.quads = quads;
    tick();
  }
  /// Cheap: to be called for every row. Throws Error(cancelled) when the callback said stop.
  void tick() {
    if (++ticks_ % kTicksPerLook != 0 || !callback_) return;
    if (std::chrono::steady_clock::now() - last_ >= std::chrono::milliseconds(200)) tell();
  }

 private:
  static constexpr std::uint64_t kTicksPerLook = 1024;

  void tell() {
    last_ = std::chrono::steady_clock::now();
    if (callback_ && !callback_(report_)) {
      throw Error(ErrorCode::cancelled, "the load was stopped; nothing was loaded");
    }
  }

  const ProgressCallback& callback_;
  Progress report_;
  std::uint64_t ticks_ = 0;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace dossier::storage
