// SPDX-License-Identifier: Apache-2.0
// Reports the progress of a load to the caller, and stops it when the caller says so. Private to
// storage/.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <thread>

#include "dossier/error.h"
#include "dossier/storage.h"
#include "storage/write_transaction.h"

namespace dossier::storage {

/// Created by the loading thread. Only that thread calls the callback; its worker threads may count
/// and call look().
class LoadProgress {
 public:
  LoadProgress(const ProgressCallback& callback, std::uint64_t bytes_total) : callback_(callback) {
    report_.bytes_total = bytes_total;
  }

  /// The phase covers the share of the work from `begin` to `end`. For the loading thread.
  void enter(std::string_view phase, double begin, double end) {
    report_.phase = phase;
    begin_ = begin;
    end_ = end;
    steps_done_ = 0;
    steps_ = 0;
    report();
  }
  /// How many steps the phase has. Until then it is unknown and not reported.
  void expect(std::uint64_t steps) { steps_ = steps; }
  void read_bytes(std::uint64_t bytes) { bytes_ = bytes; }

  void add_quads(std::uint64_t quads) { quads_ += quads; }
  std::uint64_t quads() const { return quads_; }
  /// To be called every few thousand rows. Throws Error(cancelled) when the work is to stop.
  void step(std::uint64_t rows) {
    steps_done_ += rows;
    look();
  }
  void look() {
    if (stopped_) throw_stopped();
    if (std::this_thread::get_id() != owner_ || !callback_) return;
    if (std::chrono::steady_clock::now() - last_ >= std::chrono::milliseconds(100)) report();
  }
  /// For waiting on the write lock: ends when the work is to stop.
  WriteWait waiting() {
    return {.timeout = {}, .stopped = [this] {
              look();
              return false;
            }};
  }
  /// Makes look() throw in every thread.
  void stop() { stopped_ = true; }

 private:
  [[noreturn]] static void throw_stopped() {
    throw Error(ErrorCode::cancelled, "the load was stopped; nothing was loaded");
  }

  double share() const {
    const std::uint64_t total = steps_ != 0 ? steps_.load() : report_.bytes_total;
    const std::uint64_t done = steps_ != 0 ? steps_done_.load() : bytes_;
    if (report_.bytes_total == 0) return -1;
    if (total == 0 || begin_ == end_) return begin_;
    const double part = static_cast<double>(done) / static_cast<double>(total);
    return begin_ + (end_ - begin_) * (part < 1 ? part : 1);
  }

  void report() {
    last_ = std::chrono::steady_clock::now();
    report_.quads = quads_;
    report_.bytes_done = bytes_;
    report_.share = share();
    if (stopped_ || (callback_ && !callback_(report_))) {
      stop();
      throw_stopped();
    }
  }

  const ProgressCallback& callback_;
  const std::thread::id owner_ = std::this_thread::get_id();
  Progress report_;
  double begin_ = 0;
  double end_ = 0;
  std::uint64_t bytes_ = 0;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  std::atomic<std::uint64_t> quads_{0};
  std::atomic<std::uint64_t> steps_{0};
  std::atomic<std::uint64_t> steps_done_{0};
  std::atomic<bool> stopped_{false};
};

}  // namespace dossier::storage
