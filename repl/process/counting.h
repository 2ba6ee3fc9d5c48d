// SPDX-License-Identifier: Apache-2.0
// Numbers, times and amounts as people read them.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace dossier::repl {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// "1,204,311".
std::string grouped(std::uint64_t number);
/// "1 row", "12 rows"; `plural` for irregular words.
std::string counted(std::uint64_t number, std::string_view word, std::string_view plural = {});
/// "3 ms", "1.24 s", "2 min 5 s".
std::string time_text(Milliseconds time);
/// "712 B", "1.4 MiB".
std::string size_text(std::uint64_t bytes);
/// "850", "12.4 k", "1.2 M": for rates.
std::string rough(double number);

/// The time since its construction.
class Stopwatch {
 public:
  Milliseconds elapsed() const { return std::chrono::steady_clock::now() - start_; }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace dossier::repl
