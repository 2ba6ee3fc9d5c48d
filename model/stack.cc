// SPDX-License-Identifier: Apache-2.0
#include "model/stack.h"

#include <pthread.h>

#include <exception>
#include <limits>

#include "dossier/error.h"

namespace dossier::stack {

thread_local constinit std::uintptr_t lowest = std::numeric_limits<std::uintptr_t>::max();

namespace {

/// How many new stacks this thread is deep.
thread_local constinit int depth = 0;

struct Call {
  void (*function)(void*);
  void* argument;
  int depth;
  std::exception_ptr error;
};

void* run(void* argument) {
  auto& call = *static_cast<Call*>(argument);
  depth = call.depth;
  try {
    call.function(call.argument);
  } catch (...) {
    call.error = std::current_exception();
  }
  return nullptr;
}

[[noreturn]] void fail_too_deep() {
  throw Error(ErrorCode::limit,
              "the request is nested too deep, or has too many parts in a row: split it");
}

bool start(pthread_t& thread, Call& call) {
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return false;
  const bool started = pthread_attr_setstacksize(&attributes, kSize) == 0 &&
                       pthread_create(&thread, &attributes, run, &call) == 0;
  pthread_attr_destroy(&attributes);
  return started;
}

/// The lowest address of this thread's stack; 0 when the system does not say.
std::uintptr_t lowest_of_thread() noexcept {
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
  void* address = nullptr;
  std::size_t size = 0;
  const bool known = pthread_attr_getstack(&attributes, &address, &size) == 0;
  pthread_attr_destroy(&attributes);
  return known ? reinterpret_cast<std::uintptr_t>(address) : 0;
}

}  // namespace

bool is_low(std::uintptr_t frame) noexcept {
  if (lowest == std::numeric_limits<std::uintptr_t>::max()) lowest = lowest_of_thread() + kReserve;
  return frame < lowest;
}

void call_on_new(void (*function)(void*), void* argument) {
  if (depth == kMostStacks) fail_too_deep();
  Call call{function, argument, depth + 1, nullptr};
  pthread_t thread{};
  if (!start(thread, call))
    throw Error(ErrorCode::limit, "there is no memory or no thread left for a deep request");
  pthread_join(thread, nullptr);
  if (call.error) std::rethrow_exception(call.error);
}

}  // namespace dossier::stack
