// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/clause_manner.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "desk/ask/argument_parts.h"
#include "desk/ask/tables.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;
using extract::Sentence;
using extract::TokenRange;

constexpr std::array<std::string_view, 6> kManners{"by", "in", "through", "with", "of", "from"};
constexpr std::array<std::string_view, 7> kDying{"shoot", "hang", "kill",  "drown",
                                                 "burn",  "stab", "poison"};

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// A thing without a name: "in a fall", but not "in Lima", "in May", "with Anna".
bool is_common(const Sentence& sentence, const FrameArgument& argument) {
  return !argument.time && !argument.members.empty() &&
         std::none_of(argument.members.begin(), argument.members.end(), [&](const auto& member) {
           const extract::Token& head = sentence.tokens[member.head];
           return head.upos != extract::Upos::noun ||
                  std::any_of(sentence.times.begin(), sentence.times.end(),
                              [&](const auto& time) { return time.tokens.contains(member.head); });
         });
}

/// From the verb with its auxiliaries to the end of what belongs to it.
TokenRange words_behind(const Sentence& sentence, const Frame& frame) {
  TokenRange out = frame.predicate;
  while (out.first > 0) {
    const extract::Token& before = sentence.tokens[out.first - 1];
    const bool own = before.head == static_cast<std::int32_t>(frame.head) &&
                     (before.upos == extract::Upos::aux || before.upos == extract::Upos::adv);
    if (!own) break;
    --out.first;
  }
  for (const FrameArgument& argument : frame.arguments)
    if (argument.extent.first >= frame.head) out.last = std::max(out.last, argument.extent.last);
  return out;
}

}  // namespace

std::optional<TokenRange> manner_of(const Sentence& sentence, const Frame& frame) {
  for (const std::string_view marker : kManners)
    for (const FrameArgument& argument : frame.arguments) {
      if (argument.marker != marker || argument.extent.first >= argument.extent.last) continue;
      const bool doing = argument.role == ArgumentRole::complement && marker == "by";
      const bool thing = argument.role == ArgumentRole::oblique && is_common(sentence, argument);
      if (doing || thing) return argument.extent;
    }
  return std::nullopt;
}

std::vector<std::string> dying_verbs() { return {kDying.begin(), kDying.end()}; }

std::optional<TokenRange> own_death(const Sentence& sentence, const Frame& frame) {
  if (!one_of(frame.lemma, kDying)) return std::nullopt;
  const std::uint32_t next = frame.head + 1;
  if (next >= sentence.tokens.size()) return std::nullopt;
  const std::string object = ascii_lower(sentence.tokens[next].text);
  if (object != "himself" && object != "herself") return std::nullopt;
  return TokenRange{frame.head, next + 1};
}

std::optional<TokenRange> befell(const Sentence& sentence, const Frame& frame,
                                 const PhraseMatcher& phrases, const Phrase& phrase) {
  const bool told = frame.kind == Frame::Kind::verb && is_told(frame) && !frame.negated;
  if (!told || is_saying(frame.lemma)) return std::nullopt;
  const auto names_it = [&](ArgumentRole role) {
    const FrameArgument* argument = frame.find(role);
    return argument != nullptr && phrases.is_phrase(phrase, *argument);
  };
  const std::string verb = frame.lemma.substr(0, frame.lemma.find('_'));
  const bool happens = is_befalling(frame.lemma) || is_befalling(verb);
  const bool undergoes = frame.passive && names_it(ArgumentRole::object);
  if (!undergoes && !(happens && names_it(ArgumentRole::subject))) return std::nullopt;
  return words_behind(sentence, frame);
}

}  // namespace dossier::asking
