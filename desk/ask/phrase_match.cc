// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/phrase_match.h"

#include <algorithm>

#include "desk/ask/reading.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::TextSpan;
using extract::TokenRange;

/// "airstrikes" and "airstrike" are one word.
std::string singular(std::string word) {
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

/// Below the clause's verb with no other verb between them but one that describes a noun: "with
/// people working in X".
bool hangs_below(const extract::Sentence& sentence, const extract::Frame& frame,
                 std::uint32_t token) {
  std::size_t steps = sentence.tokens.size();
  for (std::int32_t at = sentence.tokens[token].head; at >= 0 && steps > 0; --steps) {
    const auto here = static_cast<std::uint32_t>(at);
    if (here == frame.head) return true;
    const extract::Token& between = sentence.tokens[here];
    const bool describes = between.relation == extract::Relation::acl;
    if (between.upos == extract::Upos::verb && !describes) return false;
    at = sentence.tokens[here].head;
  }
  return false;
}

}  // namespace

PhraseMatcher::PhraseMatcher(const SentenceText& source, const extract::Sentence& parsed)
    : source_(source),
      parsed_(parsed),
      all_(words_in({0, static_cast<std::uint32_t>(parsed.tokens.size())})) {
  for (const std::string& word : content_words(source.around)) all_.insert(singular(word));
}

PhraseMatcher::Words PhraseMatcher::words_in(TokenRange range) const {
  Words out;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    for (const std::string& word : content_words(parsed_.tokens[i].text))
      out.insert(singular(word));
    out.insert(singular(ascii_lower(parsed_.tokens[i].lemma)));
  }
  return out;
}

bool PhraseMatcher::names_thing(const Phrase& phrase, TextSpan within) const {
  return std::any_of(source_.names.begin(), source_.names.end(), [&](const NamedPlace& name) {
    return within.contains(name.span) &&
           std::find(phrase.things.begin(), phrase.things.end(), name.thing) != phrase.things.end();
  });
}

bool PhraseMatcher::is_phrase(const Phrase& phrase, const extract::FrameArgument& argument) const {
  for (const extract::Argument& member : argument.members) {
    const TextSpan head = parsed_.tokens[member.head].span;
    for (const NamedPlace& name : source_.names)
      if (name.span.contains(head) &&
          std::find(phrase.things.begin(), phrase.things.end(), name.thing) != phrase.things.end())
        return true;
    if (phrase.words.empty()) continue;
    const Words words = words_in(member.tokens);
    const bool noun =
        words.contains(singular(phrase.head)) || words.contains(singular(phrase.words.back()));
    if (noun && has_words(phrase.words)) return true;
  }
  return false;
}

bool PhraseMatcher::has_phrase(const Phrase& phrase) const {
  if (!phrase.things.empty() && !parsed_.tokens.empty() &&
      names_thing(phrase, {parsed_.tokens.front().span.begin, parsed_.tokens.back().span.end}))
    return true;
  return !phrase.words.empty() && has_words(phrase.words);
}

bool PhraseMatcher::names_before(const Phrase& phrase, std::uint32_t token) const {
  return names_thing(phrase, {parsed_.tokens.front().span.begin, parsed_.tokens[token].span.begin});
}

bool PhraseMatcher::has_words(const std::vector<std::string>& words) const {
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return all_.contains(singular(word)) || all_.contains(word);
  });
}

bool PhraseMatcher::has_words(const std::vector<std::string>& words, TokenRange range) const {
  const Words there = words_in(range);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return there.contains(singular(word)) || there.contains(word);
  });
}

std::vector<extract::Argument> nested_arguments(const extract::Sentence& sentence,
                                                const extract::Frame& frame,
                                                std::string_view marker) {
  std::vector<extract::Argument> out;
  const auto size = static_cast<std::uint32_t>(sentence.tokens.size());
  for (std::uint32_t i = 0; i + 1 < size; ++i) {
    const extract::Token& token = sentence.tokens[i];
    if (token.upos != extract::Upos::adp || ascii_lower(token.text) != marker) continue;
    if (token.relation != extract::Relation::case_ || token.head <= static_cast<int>(i)) continue;
    const auto head = static_cast<std::uint32_t>(token.head);
    if (hangs_below(sentence, frame, head))
      out.push_back({{i + 1, head + 1}, head, std::nullopt, std::nullopt});
  }
  return out;
}

}  // namespace dossier::asking
