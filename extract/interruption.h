// SPDX-License-Identifier: Apache-2.0
// When the work on a document has to stop: it was cancelled, or its time or memory is used up.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "dossier/query.h"

namespace dossier::extract {

/// How far the work on a document is, for others to look at. Thread-safe.
struct DocumentProgress {
  std::atomic<std::uint64_t> sentences{0};  ///< 0: not known yet
  std::atomic<std::uint64_t> read{0};
};

/// What one document may use. Unset: no limit.
struct WorkLimits {
  std::optional<std::chrono::milliseconds> time = {};  ///< that passes
  std::optional<std::chrono::milliseconds> processor_time = {};
  std::optional<std::size_t> memory = {};  ///< bytes
};

/// Thread-safe but for charge(); copies share the token and the progress. Made without arguments it
/// never stops anything.
class Interruption {
 public:
  using Clock = std::chrono::steady_clock;

  Interruption() = default;
  /// The times run from now on; the processor's is that of the calling thread.
  Interruption(CancellationToken token, const WorkLimits& limits,
               std::shared_ptr<DocumentProgress> progress = {});

  /// Throws Error(cancelled), Error(timeout) or Error(limit). Cheap enough to be called for every
  /// sentence.
  void check() const;
  /// Counts memory that the document's structures are about to take. Throws Error(limit).
  void charge(std::size_t bytes) const;
  /// The caller's, or one that nobody raises.
  CancellationToken token() const { return token_.value_or(CancellationToken()); }
  DocumentProgress* progress() const { return progress_.get(); }

  /// The work of this thread may be stopped by `interruption`, at every look(), as long as the
  /// object lives.
  class Scope {
   public:
    explicit Scope(const Interruption& interruption);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    const Interruption* outer_;
  };
  /// check() of this thread's scope, now and then: for inner loops of any stage.
  static void look();
  /// check() of this thread's scope: before a step that takes long itself.
  static void check_here();

 private:
  std::optional<CancellationToken> token_;
  WorkLimits limits_;
  std::optional<Clock::time_point> deadline_;
  std::chrono::nanoseconds processor_end_{0};
  mutable std::size_t charged_ = 0;
  std::shared_ptr<DocumentProgress> progress_;
};

}  // namespace dossier::extract
