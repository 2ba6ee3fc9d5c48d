// SPDX-License-Identifier: Apache-2.0
// Destruction of deep trees without recursion: what is given up while something is being destroyed
// waits until that is done.
#pragma once

#include <memory>
#include <new>
#include <vector>

namespace dossier {

namespace flat_delete {

struct Entry {
  void* object;
  void (*destroy)(void*);
};
/// What waits; null while nothing is being destroyed.
inline thread_local constinit std::vector<Entry>* waiting = nullptr;

inline void destroy_now(Entry first) noexcept {
  std::vector<Entry> entries;
  waiting = &entries;
  first.destroy(first.object);
  while (!entries.empty()) {
    const Entry next = entries.back();
    entries.pop_back();
    next.destroy(next.object);
  }
  waiting = nullptr;
}

}  // namespace flat_delete

/// Deleter of a node that owns nodes by pointers with this deleter. A node dies after the one that
/// owned it, so that its destructor must not use that one.
struct FlatDelete {
  template <typename T>
  void operator()(T* object) const noexcept {
    const flat_delete::Entry entry{object, [](void* own) { delete static_cast<T*>(own); }};
    if (flat_delete::waiting == nullptr) return flat_delete::destroy_now(entry);
    try {
      flat_delete::waiting->push_back(entry);
    } catch (const std::bad_alloc&) {
      delete object;  // no memory to wait in
    }
  }
};

template <typename T>
using FlatPtr = std::unique_ptr<T, FlatDelete>;

template <typename T, typename... Arguments>
FlatPtr<T> make_flat(Arguments&&... arguments) {
  return FlatPtr<T>(new T(std::forward<Arguments>(arguments)...));
}

}  // namespace dossier
