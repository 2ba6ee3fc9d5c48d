// SPDX-License-Identifier: Apache-2.0
#include "repl/process/interrupt.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstddef>

#include "repl/process/exit_status.h"

namespace dossier::repl {
namespace {

// A signal handler can use only globals.
std::atomic<CancellationToken*> g_token{nullptr};
std::atomic<bool> g_leave_at_second{true};
// SIGPIPE and SIGXFSZ are ignored: the write then fails, and the error says why.
constexpr std::array<int, 4> kSignals{SIGINT, SIGTERM, SIGPIPE, SIGXFSZ};
std::array<struct sigaction, kSignals.size()> g_before;

void handle(int) {
  CancellationToken* token = g_token.load();
  if (token == nullptr) return;
  // Safe at any time: the store recovers when it is opened again.
  if (token->cancelled() && g_leave_at_second.load()) {
    _exit(static_cast<int>(ExitStatus::interrupted));
  }
  token->cancel();
}

}  // namespace

InterruptGuard::InterruptGuard(CancellationToken& token, SecondInterrupt second) {
  g_token = &token;
  on_second(second);
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    struct sigaction action {};
    // No SA_RESTART: a blocking read must return.
    const bool is_of_writing = kSignals[i] == SIGPIPE || kSignals[i] == SIGXFSZ;
    action.sa_handler = is_of_writing ? SIG_IGN : handle;
    sigemptyset(&action.sa_mask);
    sigaction(kSignals[i], &action, &g_before[i]);
  }
}

InterruptGuard::~InterruptGuard() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    sigaction(kSignals[i], &g_before[i], nullptr);
  }
  g_token = nullptr;
}

void InterruptGuard::on_second(SecondInterrupt second) {
  g_leave_at_second = second == SecondInterrupt::leaves;
}

}  // namespace dossier::repl
