// SPDX-License-Identifier: Apache-2.0
// Ctrl-C.
#pragma once

#include "dossier/dossier.h"

namespace dossier::repl {

/// What the second Ctrl-C does while the first one is still being obeyed.
enum class SecondInterrupt { leaves, waits };

/// While it lives, an interrupt raises `token` (and a broken pipe is an error of write(), no
/// signal). One at a time; restores what was there before.
class InterruptGuard {
 public:
  InterruptGuard(CancellationToken& token, SecondInterrupt second);
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  /// The shell decides for itself what a second interrupt means.
  static void on_second(SecondInterrupt second);
};

}  // namespace dossier::repl
