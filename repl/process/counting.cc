// SPDX-License-Identifier: Apache-2.0
#include "repl/process/counting.h"

#include <fmt/format.h>

#include <array>

namespace dossier::repl {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string counted(std::uint64_t number, std::string_view word, std::string_view plural) {
  if (number == 1) return fmt::format("1 {}", word);
  if (plural.empty()) return fmt::format("{} {}s", grouped(number), word);
  return fmt::format("{} {}", grouped(number), plural);
}

std::string time_text(Milliseconds time) {
  const double ms = time.count();
  if (ms < 1) return "under 1 ms";
  if (ms < 1000) return fmt::format("{:.0f} ms", ms);
  if (ms < 60'000) return fmt::format("{:.2f} s", ms / 1000);
  const auto seconds = static_cast<std::uint64_t>(ms / 1000);
  return fmt::format("{} min {} s", seconds / 60, seconds % 60);
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 5> kUnits{"B", "KiB", "MiB", "GiB", "TiB"};
  if (bytes < 1024) return fmt::format("{} B", bytes);
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 1024 && unit + 1 < kUnits.size(); ++unit) value /= 1024;
  return fmt::format("{:.1f} {}", value, kUnits[unit]);
}

std::string rough(double number) {
  if (number < 1000) return fmt::format("{:.0f}", number);
  if (number < 1e6) return fmt::format("{:.1f} k", number / 1e3);
  if (number < 1e9) return fmt::format("{:.1f} M", number / 1e6);
  return fmt::format("{:.1f} G", number / 1e9);
}

}  // namespace dossier::repl
