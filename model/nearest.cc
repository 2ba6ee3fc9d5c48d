// SPDX-License-Identifier: Apache-2.0
#include "model/nearest.h"

#include <algorithm>
#include <utility>

#include "model/utf8.h"

namespace dossier {
namespace {

char32_t lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; }

/// The code points with ASCII letters in lower case. Bytes that are no UTF-8 stay apart.
std::u32string folded(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && !utf8::starts_code_point(text[end])) ++end;
    // A number that tells code points apart is enough here: the bytes' own bits.
    char32_t code = 0;
    for (; at < end; ++at) code = code << 8 | static_cast<unsigned char>(text[at]);
    result += lower(code);
  }
  return result;
}

std::vector<std::string> chosen(const std::vector<std::pair<std::size_t, const std::string*>>& near,
                                std::size_t count) {
  std::vector<std::string> names;
  for (const auto& [distance, candidate] : near) {
    if (names.size() == count) break;
    names.push_back(*candidate);
  }
  return names;
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  // Three rows of the usual table: a swap looks two rows back.
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return edit_distance(std::u32string_view(folded(a)), std::u32string_view(folded(b)));
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t count, Fold fold) {
  const auto key = [fold](std::string_view text) {
    return fold == nullptr ? folded(text) : folded(fold(text));
  };
  const std::u32string wanted = key(word);
  std::vector<std::pair<std::size_t, const std::string*>> near;
  const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  for (const std::string& candidate : candidates) {
    const std::u32string known = key(candidate);
    const std::size_t longer = std::max(known.size(), wanted.size());
    const std::size_t shorter = std::min(known.size(), wanted.size());
    const bool prefix = wanted.size() >= 3 && known.starts_with(wanted);
    if (!prefix && longer - shorter > limit) continue;
    const std::size_t distance = prefix ? 1 : edit_distance(wanted, known);
    if (distance <= limit) near.emplace_back(distance, &candidate);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return chosen(near, count);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         Fold fold) {
  const std::vector<std::string> names = nearest(word, candidates, 3, fold);
  if (names.empty()) return {};
  std::string text = "; did you mean ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text + '?';
}

}  // namespace dossier
