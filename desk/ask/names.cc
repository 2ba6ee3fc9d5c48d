// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/names.h"

#include <algorithm>
#include <set>

#include "desk/ask/name_words.h"
#include "desk/ask/tables.h"
#include "desk/views/rows.h"
#include "engine/saved/name_resolution.h"
#include "extract/lexicon/lexicon.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

constexpr std::uint32_t kLongestName = 8;
constexpr std::size_t kMostCandidates = 500;

}  // namespace

std::vector<NameFinder::Candidate> NameFinder::candidates(const std::string& words) {
  const auto known = known_.find(words);
  if (known != known_.end()) return known->second;
  QueryOptions options = options_;
  options.parameters = {{"words", Term::string(words)}};
  std::vector<Candidate> out;
  for (const Row& row :
       kb_.query("SELECT DISTINCT ?thing ?name ?label ?person WHERE { ?thing k:matches $words . "
                 "?thing rdfs:label|skos:altLabel ?name ; rdfs:label ?label ; a ?class . "
                 "FILTER(isIRI(?thing) && ?class NOT IN (k:Sentence, k:Document, k:Concept, "
                 "k:Individual, k:Quantity, k:Mention, rdf:Property)) "
                 "FILTER NOT EXISTS { ?thing a k:Document } "
                 "BIND(?class = schema:Person AS ?person) } ORDER BY ?thing ?name LIMIT " +
                     std::to_string(kMostCandidates),
                 options)) {
    out.push_back({*row["thing"], text_of(row["name"]), text_of(row["label"]),
                   text_of(row["person"]) == "true"});
  }
  known_.emplace(words, out);
  return out;
}

std::vector<NameFinder::Candidate> NameFinder::exact(const std::string& text) {
  const std::string words = search_of(text);
  if (words.empty()) return {};
  std::vector<Candidate> labels, aliases;
  std::set<Term> seen;
  const std::string wanted = padded(text);
  for (const Candidate& one : candidates(words)) {
    if (padded(one.name) != wanted || !seen.insert(one.thing).second) continue;
    (padded(one.label) == wanted ? labels : aliases).push_back(one);
  }
  return labels.empty() ? aliases : labels;
}

/// Things whose name has these words among others; people by their last name before anything else.
std::vector<NameFinder::Candidate> NameFinder::partial(const std::string& text) {
  const std::string words = search_of(text);
  if (words.empty()) return {};
  std::vector<Candidate> people, others;
  std::set<Term> seen;
  const std::string wanted = padded(text);
  for (const Candidate& one : candidates(words)) {
    const std::string name = padded(one.label);
    if (name.find(wanted) == name.npos || !seen.insert(one.thing).second) continue;
    (one.person && name.ends_with(wanted) ? people : others).push_back(one);
  }
  if (!people.empty() || !others.empty()) return people.empty() ? others : people;
  return with_middle_names(text, words);
}

/// "Charles Keating" of "Charles H. Keating IV".
std::vector<NameFinder::Candidate> NameFinder::with_middle_names(const std::string& text,
                                                                 const std::string& words) {
  const std::vector<std::string> parts = split_words(text);
  if (parts.size() < 2) return {};
  std::vector<Candidate> out;
  std::set<Term> seen;
  for (const Candidate& one : candidates(words)) {
    std::size_t at = 0;
    for (const std::string& word : split_words(one.label))
      if (at < parts.size() && word == parts[at]) ++at;
    if (one.person && at == parts.size() && seen.insert(one.thing).second) out.push_back(one);
  }
  return out;
}

/// Two people may share a name, and two things a short one. Other things of the same name are taken
/// together: nobody could tell them apart by it.
bool NameFinder::may_differ(const std::vector<Candidate>& candidates) {
  if (candidates.size() < 2) return false;
  const Candidate& first = candidates.front();
  return std::any_of(candidates.begin() + 1, candidates.end(), [&](const Candidate& one) {
    if (padded(one.label) != padded(first.label)) return true;
    // Written alike they are two people; with a hyphen more, "Omar al-Sayed" is "Omar Al Sayed".
    return one.person && folded(one.label) == folded(first.label);
  });
}

NameLink NameFinder::link(const std::string& text, const std::vector<Candidate>& candidates) {
  const auto chosen = choices_.find(text);
  if (chosen != choices_.end()) return {text, {chosen->second}};
  if (may_differ(candidates)) remember_ambiguous(text, candidates);
  NameLink out{candidates.front().name, {}};
  for (const Candidate& one : candidates) out.things.push_back(one.thing);
  const bool alike = std::all_of(candidates.begin(), candidates.end(), [&](const Candidate& one) {
    return one.person == candidates.front().person;
  });
  if (alike) out.person = candidates.front().person;
  return out;
}

void NameFinder::remember_ambiguous(const std::string& text,
                                    const std::vector<Candidate>& candidates) {
  for (const AmbiguousName& known : ambiguous_)
    if (known.name == text) return;
  AmbiguousName out{text, {}};
  for (const Candidate& one : candidates)
    out.candidates.push_back({one.thing, Term(), one.label, one.name, 0});
  ambiguous_.push_back(std::move(out));
}

std::vector<NameLink> NameFinder::named(const std::string& text) {
  const std::vector<Candidate> found = exact(text);
  if (found.empty()) return {};
  return {link(text, found)};
}

std::optional<NameLink> NameFinder::link_exact(const extract::Sentence& sentence,
                                               extract::TokenRange range, bool all_lower) {
  const extract::Token& first = sentence.tokens[range.first];
  const extract::Token& last = sentence.tokens[range.last - 1];
  for (const extract::Token* end : {&first, &last})
    if (!is_word_byte(end->text.front()) || is_empty_word(ascii_lower(end->text))) {
      // "WHO" and "US" are names when they are typed so.
      if (all_lower || end->text.size() < 2 || ascii_lower(end->text) == end->text ||
          !is_capital(end->text.substr(1)))
        return std::nullopt;
    }
  const bool single = range.last - range.first == 1;
  if (single && !all_lower && !is_capital(first.text)) return std::nullopt;
  const std::string text = text_of_range(sentence, range);
  std::vector<Candidate> found = exact(text);
  if (found.empty() && single) {
    // "Kenyan" is Kenya's.
    const extract::NameInfo info = extract::Lexicon::builtin().name(text);
    if (info.is(extract::kNationality | extract::kPeople) && !info.canonical.empty())
      found = exact(std::string(info.canonical));
    if (!found.empty()) return NameLink{text, {found.front().thing}};
  }
  if (found.empty()) return std::nullopt;
  return link(text, found);
}

std::optional<NameLink> NameFinder::link_partial(const extract::Sentence& sentence,
                                                 extract::TokenRange range) {
  const std::string text = text_of_range(sentence, range);
  const extract::Lexicon& lexicon = extract::Lexicon::builtin();
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (lexicon.is(ascii_lower(sentence.tokens[i].text), extract::kTitle | extract::kTitlePart))
      return std::nullopt;
  const std::vector<Candidate> found = partial(text);
  // What only stands in several longer names is no name of them.
  if (found.empty() || (found.size() > 1 && !found.front().person)) return std::nullopt;
  NameLink out = link(text, found);
  out.text = text;
  return out;
}

/// The one person whose name has all these words, each with a capital.
std::optional<NameLink> NameFinder::link_person(const extract::Sentence& sentence,
                                                extract::TokenRange range) {
  // The first word of a sentence has a capital, whatever it is.
  if (range.first == 0 && sentence.tokens[0].upos != extract::Upos::propn) return std::nullopt;
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (!is_capital(sentence.tokens[i].text)) return std::nullopt;
  const std::vector<Candidate> found = partial(text_of_range(sentence, range));
  if (found.size() != 1 || !found.front().person) return std::nullopt;
  return link_partial(sentence, range);
}

std::vector<FoundName> NameFinder::find(const extract::Sentence& sentence) {
  const auto size = static_cast<std::uint32_t>(sentence.tokens.size());
  const bool all_lower =
      std::none_of(sentence.tokens.begin() + (size > 0 ? 1 : 0), sentence.tokens.end(),
                   [](const extract::Token& t) { return is_capital(t.text); });
  std::vector<FoundName> out;
  for (std::uint32_t i = 0; i < size;) {
    std::uint32_t end = i;
    for (std::uint32_t length = std::min(kLongestName, size - i); length > 0; --length) {
      std::optional<NameLink> found = link_exact(sentence, {i, i + length}, all_lower);
      // "Charles Keating" before its "Keating", which is a name of him, too.
      if (!found && length > 1) found = link_person(sentence, {i, i + length});
      if (!found) continue;
      end = i + length;
      out.push_back({{i, end}, *found});
      break;
    }
    i = std::max(end, i + 1);
  }
  // What is written with a capital and is no whole name may be a part of one.
  std::vector<FoundName> parts;
  const bool name_first = size > 0 && sentence.tokens[0].upos == extract::Upos::propn;
  for (std::uint32_t i = name_first ? 0 : 1; i < size; ++i) {
    const auto covered = std::find_if(
        out.begin(), out.end(), [&](const FoundName& name) { return name.tokens.contains(i); });
    if (covered != out.end()) {
      i = covered->tokens.last - 1;
      continue;
    }
    std::uint32_t end = i;
    while (end < size && is_capital(sentence.tokens[end].text) &&
           std::none_of(out.begin(), out.end(),
                        [&](const FoundName& name) { return name.tokens.contains(end); }))
      ++end;
    for (std::uint32_t last = end; last > i; --last) {
      const std::optional<NameLink> found = link_partial(sentence, {i, last});
      if (!found) continue;
      parts.push_back({{i, last}, *found});
      i = last - 1;
      break;
    }
  }
  out.insert(out.end(), parts.begin(), parts.end());
  std::sort(out.begin(), out.end(),
            [](const FoundName& a, const FoundName& b) { return a.tokens.first < b.tokens.first; });
  return out;
}

}  // namespace dossier::asking
