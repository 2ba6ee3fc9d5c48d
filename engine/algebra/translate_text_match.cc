// SPDX-License-Identifier: Apache-2.0
// Searches of words in patterns: `?thing k:matches "words" ; k:score ?score`.
#include <algorithm>
#include <string_view>
#include <utility>

#include "dossier/error.h"
#include "engine/algebra/translator.h"

namespace dossier::algebra {

namespace {

constexpr std::string_view kMatches = "urn:dossier:vocabulary:matches";
constexpr std::string_view kScore = "urn:dossier:vocabulary:score";

bool has_predicate(const ast::TriplePattern& pattern, std::string_view iri) {
  const auto* node = std::get_if<ast::Node>(&pattern.predicate);
  const auto* term = node == nullptr ? nullptr : std::get_if<Term>(node);
  return term != nullptr && term->is_iri() && term->value() == iri;
}

}  // namespace

TextMatch Translator::text_match(const ast::TriplePattern& pattern) {
  TextMatch match;
  match.subject = name_item(pattern.subject);
  const Item query = name_item(pattern.object);
  const auto* text = std::get_if<Term>(&query);
  if (text == nullptr) {
    throw Error(ErrorCode::unsupported,
                "k:matches needs a text or a parameter behind it, as in ?s k:matches \"peace "
                "talks\"; a variable cannot stand there");
  }
  if (!text->is_literal()) {
    throw Error(ErrorCode::usage,
                "k:matches needs a text behind it, as in ?s k:matches \"peace talks\"");
  }
  match.query = text->value();
  return match;
}

Node Translator::text_matches(const ast::TriplesBlock& block,
                              std::vector<const ast::TriplePattern*>& others) {
  std::vector<TextMatch> matches;
  std::vector<const ast::TriplePattern*> scores;
  for (const ast::TriplePattern& pattern : block.triples) {
    if (has_predicate(pattern, kMatches))
      matches.push_back(text_match(pattern));
    else
      (has_predicate(pattern, kScore) ? scores : others).push_back(&pattern);
  }
  for (const ast::TriplePattern* score : scores) {
    const Item subject = name_item(score->subject);
    const Item value = name_item(score->object);
    const auto match = std::find_if(matches.begin(), matches.end(), [&](const TextMatch& m) {
      return m.subject == subject && !m.score;
    });
    if (match == matches.end() || !std::holds_alternative<Slot>(value) || value == subject) {
      throw Error(ErrorCode::usage,
                  "k:score gives the score of a search to a variable: write it behind the search "
                  "of the same thing, as in ?s k:matches \"peace talks\" ; k:score ?score");
    }
    match->score = std::get<Slot>(value);
  }
  Node out;
  for (TextMatch& match : matches) out = joined(std::move(out), Node{std::move(match)});
  return out;
}

}  // namespace dossier::algebra
