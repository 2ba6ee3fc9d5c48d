// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/tree_path.h"

#include <algorithm>

#include "extract/sentence_tree.h"

namespace dossier::extract::rules {
namespace {

/// A word and those above it, to the root.
std::vector<std::uint32_t> way_up(const Sentence& sentence, std::uint32_t from) {
  std::vector<std::uint32_t> way{from};
  while (sentence.tokens[way.back()].head >= 0 && way.size() <= sentence.tokens.size())
    way.push_back(static_cast<std::uint32_t>(sentence.tokens[way.back()].head));
  return way;
}

}  // namespace

std::vector<std::uint32_t> tree_path(const Sentence& sentence, TokenRange a, TokenRange b) {
  std::vector<std::uint32_t> path = way_up(sentence, head_of(sentence, a));
  const std::vector<std::uint32_t> other = way_up(sentence, head_of(sentence, b));
  for (auto at = path.begin(); at != path.end(); ++at) {
    const auto meets = std::find(other.begin(), other.end(), *at);
    if (meets == other.end()) continue;
    path.erase(at + 1, path.end());
    path.insert(path.end(), std::make_reverse_iterator(meets), other.rend());
    return path;
  }
  return {};
}

}  // namespace dossier::extract::rules
