// SPDX-License-Identifier: Apache-2.0
// Recursion that no input can drive into the end of the stack: with_stack() goes on on a stack of
// its own when little is left of the caller's. (Clang's runWithSufficientStackSpace() and rustc's
// ensure_sufficient_stack() do the same.)
#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace dossier {

namespace stack {

/// The address below which a frame of this thread leaves too little; before the first question the
/// highest one.
extern thread_local constinit std::uintptr_t lowest;

/// Asked when a frame is below `lowest`, which it sets when nobody has.
bool is_low(std::uintptr_t frame) noexcept;

/// Calls `function(argument)` on a new stack and throws here what it throws there. Throws
/// Error(limit) when the request has taken kMostStacks already or there is no memory for one.
void call_on_new(void (*function)(void*), void* argument);

/// Left for whatever does not recurse: a read from the store, a message, a sort.
inline constexpr std::size_t kReserve = std::size_t{96} << 10;
inline constexpr std::size_t kSize = std::size_t{16} << 20;
inline constexpr int kMostStacks = 3;

}  // namespace stack

/// f(), on a new stack when little of this one is left. Around every recursion that an input can
/// make deep. What f does must not depend on which thread does it; the caller waits.
template <typename F>
std::invoke_result_t<F&> with_stack(F&& f) {
  using Result = std::invoke_result_t<F&>;
  const auto frame = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  if (frame >= stack::lowest || !stack::is_low(frame)) [[likely]]
    return f();
  if constexpr (std::is_void_v<Result>) {
    stack::call_on_new(
        [](void* function) { (*static_cast<std::remove_reference_t<F>*>(function))(); }, &f);
  } else {
    static_assert(!std::is_reference_v<Result>);
    struct Call {
      std::remove_reference_t<F>* function;
      std::optional<Result> result;
    } call{&f, std::nullopt};
    stack::call_on_new(
        [](void* argument) {
          auto& own = *static_cast<Call*>(argument);
          own.result.emplace((*own.function)());
        },
        &call);
    return std::move(*call.result);
  }
}

}  // namespace dossier
