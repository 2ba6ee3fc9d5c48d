// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/event_nouns.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "desk/ask/tables.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::Argument;
using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;
using extract::Relation;
using extract::Sentence;
using extract::TokenRange;
using extract::Upos;

/// What stands behind the noun and is what it is done to.
constexpr std::array<std::string_view, 5> kTargets{"of", "to", "on", "against", "for"};

class NounClause {
 public:
  NounClause(const Sentence& sentence, const std::string& verb, std::uint32_t noun)
      : sentence_(sentence), noun_(noun) {
    frame_.kind = Frame::Kind::noun;
    frame_.head = noun;
    frame_.predicate = {noun, noun + 1};
    frame_.lemma = verb;
    frame_.construction = extract::Construction::event_noun;
  }

  Frame read() {
    for (const Frame& clause : sentence_.frames) read_clause(clause);
    for (std::uint32_t i = 0; i < sentence_.tokens.size(); ++i)
      if (is_below(i)) read_dependent(i);
    return std::move(frame_);
  }

 private:
  /// A clause of which the noun is the object.
  void read_clause(const Frame& clause) {
    if (clause.kind != Frame::Kind::verb) return;
    const FrameArgument* object = clause.find(ArgumentRole::object);
    const bool has_noun = object != nullptr &&
                          std::any_of(object->members.begin(), object->members.end(),
                                      [&](const Argument& member) { return member.head == noun_; });
    const std::string verb = clause.lemma.substr(0, clause.lemma.find('_'));
    const bool getting = is_getting(verb);
    if (!has_noun || (!getting && !is_doing(verb))) return;
    frame_.negated = clause.negated;
    frame_.modality = clause.modality;
    frame_.question = clause.question;
    frame_.denied = clause.denied;
    frame_.confidence = clause.confidence;
    for (const FrameArgument& argument : clause.arguments) {
      if (argument.role == ArgumentRole::subject)
        add(getting ? ArgumentRole::object : ArgumentRole::subject, "", argument.members);
      else if (argument.role == ArgumentRole::time || argument.role == ArgumentRole::oblique ||
               argument.role == ArgumentRole::recipient)
        read_argument(argument);
    }
  }

  void read_argument(const FrameArgument& argument) {
    if (argument.role == ArgumentRole::time)
      frame_.arguments.push_back(argument);
    else
      read_marked(argument.role == ArgumentRole::recipient ? "to" : argument.marker,
                  argument.members);
  }

  /// Below the noun, through phrases that hang on phrases: "the use [of weapons [by X]]".
  bool is_below(std::uint32_t token) const {
    std::int32_t at = sentence_.tokens[token].head;
    for (std::size_t steps = sentence_.tokens.size(); at >= 0 && steps > 0; --steps) {
      if (at == static_cast<std::int32_t>(noun_)) return true;
      const extract::Token& between = sentence_.tokens[static_cast<std::uint32_t>(at)];
      if (!between.relation.is(Relation::nmod) || between.relation == Relation::nmod_poss)
        return false;
      at = between.head;
    }
    return false;
  }

  /// "of chemical weapons", "by X", "X's".
  void read_dependent(std::uint32_t token) {
    const extract::Token& dependent = sentence_.tokens[token];
    const bool own = dependent.head == static_cast<std::int32_t>(noun_);
    if (!own && dependent.relation == Relation::nmod_poss) return;
    const Argument phrase{subtree(token), token, std::nullopt, std::nullopt};
    if (dependent.relation == Relation::nmod_poss) return add(ArgumentRole::subject, "", {phrase});
    if (!dependent.relation.is(Relation::nmod) && !dependent.relation.is(Relation::obl)) return;
    for (std::uint32_t i = 0; i < token; ++i)
      if (sentence_.tokens[i].head == static_cast<std::int32_t>(token) &&
          sentence_.tokens[i].relation == Relation::case_)
        return read_marked(ascii_lower(sentence_.tokens[i].text),
                           {{{i + 1, phrase.tokens.last}, token, std::nullopt, std::nullopt}});
  }

  void read_marked(const std::string& marker, const std::vector<Argument>& members) {
    if (marker == "by" || marker == "from")
      add(ArgumentRole::subject, "", members);
    else if (std::find(kTargets.begin(), kTargets.end(), marker) != kTargets.end())
      add(ArgumentRole::object, "", members);
    add(ArgumentRole::oblique, marker, members);
  }

  /// The first that fills a role keeps it.
  void add(ArgumentRole role, const std::string& marker, const std::vector<Argument>& members) {
    if (role != ArgumentRole::oblique && frame_.find(role) != nullptr) return;
    FrameArgument argument;
    argument.role = role;
    argument.marker = marker;
    argument.members = members;
    argument.extent = members.front().tokens;
    frame_.arguments.push_back(std::move(argument));
  }

  TokenRange subtree(std::uint32_t token) const {
    TokenRange out{token, token + 1};
    bool grown = true;
    while (grown) {
      grown = false;
      for (std::uint32_t i = 0; i < sentence_.tokens.size(); ++i) {
        const std::int32_t head = sentence_.tokens[i].head;
        if (head < 0 || !out.contains(static_cast<std::uint32_t>(head)) || out.contains(i))
          continue;
        if (head == static_cast<std::int32_t>(noun_)) continue;
        out = {std::min(out.first, i), std::max(out.last, i + 1)};
        grown = true;
      }
    }
    return out;
  }

  const Sentence& sentence_;
  const std::uint32_t noun_;
  Frame frame_;
};

}  // namespace

std::vector<Frame> noun_clauses(const Sentence& sentence, const std::string& verb) {
  const std::vector<std::string> nouns = event_nouns(verb);
  std::vector<Frame> out;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const extract::Token& token = sentence.tokens[i];
    if (token.upos != Upos::noun) continue;
    if (std::find(nouns.begin(), nouns.end(), ascii_lower(token.lemma)) == nouns.end()) continue;
    Frame clause = NounClause(sentence, verb, i).read();
    if (!clause.arguments.empty()) out.push_back(std::move(clause));
  }
  return out;
}

}  // namespace dossier::asking
