// SPDX-License-Identifier: Apache-2.0
// One call from Python into the library: it runs without the interpreter's lock, looks at Python's
// signals meanwhile (Ctrl-C), and keeps what Python functions raise that are called on the way.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

#include "bindings/python/native/base.h"
#include "bindings/python/native/python.h"
#include "dossier/query.h"

namespace dossier::python {

/// Made, run and destroyed by one thread, which holds the interpreter's lock outside of run().
class Call {
 public:
  /// On no base: opening, copying. `cancelled` is the caller's own token.
  explicit Call(std::optional<CancellationToken> cancelled = std::nullopt);
  /// Throws Error(usage) when the base is closed.
  explicit Call(std::shared_ptr<Base> base,
                std::optional<CancellationToken> cancelled = std::nullopt);
  ~Call();
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

  /// Runs `work` without the interpreter's lock; its result must be no Python object. What a Python
  /// function or a signal handler raised meanwhile comes before what the library threw.
  template <typename Work>
  auto run(Work work) {
    try {
      if constexpr (std::is_void_v<decltype(work())>) {
        unlocked(work);
        raise_kept();
      } else {
        auto result = unlocked(work);
        raise_kept();
        return result;
      }
    } catch (const Error&) {
      raise_kept();
      throw;
    }
  }

  /// A token that is raised by a signal, by close(), and by the token of whatever call of this
  /// module runs in the thread that asks.
  static CancellationToken token();

  /// Calls Python from within run(): with the interpreter's lock, keeping what is raised. False
  /// when something was.
  static bool into_python(const std::function<void()>& work);
  /// Whether the work should stop: as token(), for callbacks.
  static bool stopped() noexcept;

  bool is_of_this_thread() const noexcept { return thread_ == std::this_thread::get_id(); }

 private:
  using Clock = std::chrono::steady_clock;

  template <typename Work>
  static auto unlocked(Work& work) {
    const py::gil_scoped_release release;
    return work();
  }
  bool poll() noexcept;
  void raise_kept();

  std::shared_ptr<Base> base_;
  std::optional<CancellationToken> cancelled_;
  std::thread::id thread_ = std::this_thread::get_id();
  Clock::time_point next_look_;
  std::optional<py::error_already_set> raised_;
  Call* outer_;
};

}  // namespace dossier::python
