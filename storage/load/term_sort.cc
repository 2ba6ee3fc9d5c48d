// SPDX-License-Identifier: Apache-2.0
#include "storage/load/term_sort.h"

#include <algorithm>
#include <cstring>
#include <span>

#include "storage/bytes.h"

namespace dossier::storage {
namespace {

using Strings = std::span<SortedString>;

struct Range {
  std::size_t begin;
  std::size_t end;
  std::size_t depth;
};

std::uint64_t word_at(const SortedString& string, std::size_t depth) {
  if (string.size >= depth + 8) return read_big_endian(string.data + depth);
  char padded[8] = {};
  if (string.size > depth) std::memcpy(padded, string.data + depth, string.size - depth);
  return read_big_endian(padded);
}

/// How far all strings agree, beyond `depth`.
std::size_t common_depth(Strings strings, std::size_t depth) {
  const SortedString& first = strings.front();
  std::size_t end = first.size;
  for (const SortedString& string : strings.subspan(1)) {
    end = std::min<std::size_t>(end, string.size);
    const char* const stop = first.data + end;
    end = static_cast<std::size_t>(
        std::mismatch(first.data + depth, stop, string.data + depth).first - first.data);
    if (end == depth) break;
  }
  return end;
}

// Ended strings of a group with equal words differ only in their length, if at all, and go first.
std::size_t sort_ended(Strings strings, std::size_t depth) {
  const auto going_on = std::partition(strings.begin(), strings.end(),
                                       [&](const auto& string) { return string.size <= depth; });
  std::sort(strings.begin(), going_on,
            [](const auto& a, const auto& b) { return a.size < b.size; });
  return static_cast<std::size_t>(going_on - strings.begin());
}

}  // namespace

void sort_strings(std::vector<SortedString>& strings) {
  std::vector<Range> left{{0, strings.size(), 0}};
  while (!left.empty()) {
    Range range = left.back();
    left.pop_back();
    const Strings all(strings);
    range.begin += sort_ended(all.subspan(range.begin, range.end - range.begin), range.depth);
    const Strings group = all.subspan(range.begin, range.end - range.begin);
    if (group.size() < 2) continue;
    range.depth = common_depth(group, range.depth);
    for (SortedString& string : group) string.word = word_at(string, range.depth);
    std::sort(group.begin(), group.end(),
              [](const auto& a, const auto& b) { return a.word < b.word; });
    for (std::size_t begin = 0; begin < group.size();) {
      std::size_t end = begin + 1;
      while (end < group.size() && group[end].word == group[begin].word) ++end;
      if (end - begin > 1) {
        left.push_back({range.begin + begin, range.begin + end, range.depth + 8});
      }
      begin = end;
    }
  }
}

}  // namespace dossier::storage
