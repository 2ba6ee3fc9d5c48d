// SPDX-License-Identifier: Apache-2.0
// Runs a test on a thread whose stack is small, as those of other languages and pools are.
#pragma once

#include <pthread.h>

#include <cstddef>
#include <exception>
#include <stdexcept>
#include <utility>

namespace dossier {

inline constexpr std::size_t kSmallStack = std::size_t{256} << 10;

/// Calls `test` on such a thread and throws here what it throws there.
template <typename Test>
void on_small_stack(Test test) {
  struct Call {
    Test test;
    std::exception_ptr error;
  } call{std::move(test), nullptr};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kSmallStack);
  pthread_t thread{};
  const int failed = pthread_create(
      &thread, &attributes,
      [](void* argument) -> void* {
        auto& own = *static_cast<Call*>(argument);
        try {
          own.test();
        } catch (...) {
          own.error = std::current_exception();
        }
        return nullptr;
      },
      &call);
  pthread_attr_destroy(&attributes);
  if (failed != 0) throw std::runtime_error("no thread");
  pthread_join(thread, nullptr);
  if (call.error) std::rethrow_exception(call.error);
}

}  // namespace dossier
