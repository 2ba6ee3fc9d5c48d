// SPDX-License-Identifier: Apache-2.0
// Ctrl-C.
#pragma once

#include "dossier/dossier.h"

namespace dossier::repl {

/// What the second Ctrl-C does while the first one is being handled.
enum class SecondInterrupt { leaves, waits };

/// During its lifetime, an interrupt raises `token`, and a broken pipe is an error of write() and
/// not a signal. One at a time; the destructor restores the previous handlers.
class InterruptGuard {
 public:
  InterruptGuard(CancellationToken& token, SecondInterrupt second);
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  /// The REPL decides what a second interrupt means.
  static void on_second(SecondInterrupt second);
};

}  // namespace dossier::repl
