// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/phrase_match.h"

#include <algorithm>
#include <array>

#include "desk/ask/argument_parts.h"
#include "desk/ask/reading.h"
#include "desk/ask/tables.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"
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

/// "the minister" is a person, "the group" is none.
bool may_be_called(const std::string& noun, bool person) {
  if (!extract::clause::is_person_noun(noun)) return !person;
  const extract::Lexicon& lexicon = extract::Lexicon::builtin();
  return person || lexicon.is(noun, extract::kOrganizationHead) ||
         lexicon.word(noun).noun_class == extract::NounClass::group;
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
    if (is_named(phrase, member.head)) return true;
    if (phrase.words.empty() || !has_words(phrase.words)) continue;
    if (has_noun(phrase, member) || stands_for(phrase, member)) return true;
  }
  return is_called(phrase, argument);
}

bool PhraseMatcher::is_named(const Phrase& phrase, std::uint32_t token) const {
  const TextSpan at = parsed_.tokens[token].span;
  return std::any_of(source_.names.begin(), source_.names.end(), [&](const NamedPlace& name) {
    return name.span.contains(at) &&
           std::find(phrase.things.begin(), phrase.things.end(), name.thing) != phrase.things.end();
  });
}

/// "a memoir called The Green Carpet": a title that was not read as a name.
bool PhraseMatcher::is_written(const Phrase& phrase, std::uint32_t token) const {
  const bool name = phrase.things.empty() && phrase.words.size() > 1 && token > 1;
  if (!name || token + phrase.words.size() > parsed_.tokens.size()) return false;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    const std::string& text = parsed_.tokens[token + i].text;
    if (ascii_lower(text) != phrase.words[i] || ascii_lower(text) == text) return false;
  }
  const bool article = parsed_.tokens[token - 1].upos == extract::Upos::det;
  const std::string before = ascii_lower(parsed_.tokens[token - (article ? 2 : 1)].text);
  return before == "called" || before == "named" || before == "titled" || before == "entitled";
}

/// "Its bridge, the Ponte Sale", "the document, known as the Kisumu Agreement".
bool PhraseMatcher::is_called(const Phrase& phrase, const extract::FrameArgument& argument) const {
  static constexpr std::array<std::string_view, 6> kCalling{"as",     "called", "named",
                                                            "dubbed", "titled", "entitled"};
  for (std::uint32_t i = argument.extent.first + 1; i < argument.extent.last; ++i) {
    if (is_written(phrase, i)) return true;
    if (!is_named(phrase, i) || is_named(phrase, i - 1)) continue;
    std::uint32_t before = i - 1;
    if (parsed_.tokens[before].upos == extract::Upos::det && before > 0) --before;
    const std::string word = ascii_lower(parsed_.tokens[before].text);
    if (std::find(kCalling.begin(), kCalling.end(), word) != kCalling.end()) return true;
    for (std::uint32_t at = i; at < argument.extent.last && is_named(phrase, at); ++at) {
      const extract::Token& token = parsed_.tokens[at];
      const bool of_member = std::any_of(
          argument.members.begin(), argument.members.end(), [&](const extract::Argument& member) {
            return token.head == static_cast<std::int32_t>(member.head);
          });
      if (of_member && token.relation == extract::Relation::appos) return true;
    }
  }
  return false;
}

/// Its noun is the phrase's; among the sentences around a name, "the bridge" is "the footbridge".
bool PhraseMatcher::has_noun(const Phrase& phrase, const extract::Argument& member) const {
  constexpr std::size_t kShortest = 4;
  const Words words = words_in(member.tokens);
  const std::string head = singular(phrase.head);
  if (words.contains(head) || words.contains(singular(phrase.words.back()))) return true;
  const std::string noun = singular(ascii_lower(parsed_.tokens[member.head].lemma));
  const bool definite = parsed_.tokens[member.tokens.first].upos == extract::Upos::det;
  if (reads_loosely() && definite && is_alike(noun, head)) return true;
  return looks_around() && definite && noun.size() >= kShortest && noun != head &&
         head.ends_with(noun);
}

/// "It is the third cup for X, who won it in 2015": a pronoun behind the noun.
bool PhraseMatcher::stands_for(const Phrase& phrase, const extract::Argument& member) const {
  const std::string pronoun = ascii_lower(parsed_.tokens[member.head].text);
  if (pronoun != "it" && pronoun != "them") return false;
  const TextSpan at = parsed_.tokens[member.head].span;
  // Who is named in the same sentence would not be "it" again.
  const auto is_named_before = [&](const Term& thing) {
    return std::any_of(source_.names.begin(), source_.names.end(), [&](const NamedPlace& name) {
      return name.thing == thing && name.span.end <= at.begin;
    });
  };
  const bool resolved =
      std::any_of(source_.names.begin(), source_.names.end(), [&](const NamedPlace& name) {
        return name.span == at && name.named && !is_named_before(name.thing);
      });
  if (resolved) return false;
  for (std::uint32_t i = 0; i < member.head; ++i)
    if (parsed_.tokens[i].upos == extract::Upos::noun &&
        singular(ascii_lower(parsed_.tokens[i].lemma)) == singular(phrase.head))
      return true;
  return false;
}

/// "the pumping station at Ahero" stands for nothing that is called otherwise.
bool PhraseMatcher::has_name_below(const Phrase& phrase, std::uint32_t head) const {
  for (std::uint32_t i = 0; i < parsed_.tokens.size(); ++i) {
    const bool name = i != head && parsed_.tokens[i].upos == extract::Upos::propn;
    if (name && is_below(parsed_, i, head) && !is_named(phrase, i)) return true;
  }
  return false;
}

bool PhraseMatcher::may_stand_for(const Phrase& phrase, const extract::Argument& member) const {
  const extract::Token& head = parsed_.tokens[member.head];
  const bool named = std::any_of(
      source_.names.begin(), source_.names.end(),
      [&](const NamedPlace& name) { return name.named && name.span.contains(head.span); });
  if (named) return is_named(phrase, member.head);
  if (head.upos == extract::Upos::pron) return head.xpos == extract::Xpos::prp;
  if (head.upos != extract::Upos::noun) return false;
  const std::string first = ascii_lower(parsed_.tokens[member.tokens.first].text);
  const bool definite = first == "the" || first == "this" || first == "that";
  const std::string noun = ascii_lower(head.lemma);
  if (!definite || has_name_below(phrase, member.head)) return false;
  if (phrase.person && !may_be_called(noun, *phrase.person)) return false;
  return !phrase.things.empty() || noun == phrase.head || is_generic(noun) ||
         is_alike(noun, phrase.head);
}

bool PhraseMatcher::is_meant(const Phrase& phrase, const extract::Argument& member) const {
  const TokenRange range = member.tokens;
  if (!phrase.things.empty() || range.last - range.first != 2 || member.head != range.first + 1)
    return false;
  const std::string noun = ascii_lower(parsed_.tokens[member.head].lemma);
  const bool definite = ascii_lower(parsed_.tokens[range.first].text) == "the";
  const bool same = noun == phrase.head && phrase.words.size() > 1;
  return definite && (same || (phrase.words.size() == 1 && is_alike(noun, phrase.head)));
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
