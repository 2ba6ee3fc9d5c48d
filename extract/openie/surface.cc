// SPDX-License-Identifier: Apache-2.0
#include "extract/openie/surface.h"

#include <algorithm>

#include "extract/text/unicode.h"

namespace dossier::extract::openie {

using enum Relation;

namespace {

using clause::Tree;

void trim(const Tree& tree, Words& words) {
  const auto mark = [&](std::uint32_t i) {
    return tree.upos(i) == Upos::punct && tree.word(i) != ")" && tree.word(i) != "(" &&
           tree.word(i) != "-";
  };
  while (!words.empty() && (mark(words.back()) || tree.is(words.back(), cc))) words.pop_back();
  while (!words.empty() && mark(words.front())) words.erase(words.begin());
}

bool behind_comma(const Tree& tree, std::uint32_t child) {
  const std::uint32_t first = tree.extent(child).first;
  if (first < child && tree.word(first) == ",") return true;
  return first > 0 && tree.word(first - 1) == ",";
}

bool is_aside(const Tree& tree, std::uint32_t head, std::uint32_t child) {
  if (tree.is_any(child, {parataxis, discourse, vocative, dislocated})) return true;
  if (tree.is(child, appos)) return true;
  return tree.is(child, acl) && child > head && behind_comma(tree, child);
}

void collect(const Tree& tree, std::uint32_t head, const Words& without, bool asides, Words& into) {
  into.push_back(head);
  for (const std::uint32_t child : tree.children(head)) {
    if (std::find(without.begin(), without.end(), child) != without.end()) continue;
    if (!asides && is_aside(tree, head, child)) continue;
    collect(tree, child, without, asides, into);
  }
}

Words sorted(const Tree& tree, Words words) {
  std::sort(words.begin(), words.end());
  trim(tree, words);
  return words;
}

}  // namespace

Words phrase_words(const Tree& tree, std::uint32_t head, const Words& without) {
  Words words;
  collect(tree, head, without, false, words);
  return sorted(tree, std::move(words));
}

Words all_words(const Tree& tree, std::uint32_t head) {
  Words words;
  collect(tree, head, {}, true, words);
  return sorted(tree, std::move(words));
}

std::string render(const Tree& tree, const Words& words, std::u32string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t last = i;
    while (last + 1 < words.size() && words[last + 1] == words[last] + 1) ++last;
    const std::uint32_t begin = tree.token(words[i]).span.begin;
    if (i > 0) result += U' ';
    result += text.substr(begin, tree.token(words[last]).span.end - begin);
    i = last + 1;
  }
  return to_utf8(result);
}

}  // namespace dossier::extract::openie
