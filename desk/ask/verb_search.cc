// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/verb_search.h"

#include <iterator>

#include "desk/ask/cause_clauses.h"
#include "desk/ask/clause_manner.h"
#include "desk/ask/clause_measures.h"
#include "desk/ask/other_words.h"
#include "desk/ask/tables.h"
#include "model/vocabulary.h"

namespace dossier::asking {
namespace {

void append(std::vector<std::string>& out, std::vector<std::string> more) {
  out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<std::string> verbs_of(const Reading& reading) {
  std::vector<std::string> out;
  if (reading.wanted == Wanted::measure) {
    out.push_back(reading.measure);
    if (const std::string_view noun = measure_noun(reading.measure); !noun.empty())
      out.emplace_back(noun);
    append(out, measure_verbs(reading.measure));
  }
  if (reading.wanted != Wanted::measure || !reading.copula) out.push_back(reading.verb);
  if (reading.wanted == Wanted::duration && reading.verb == "last") append(out, ending_verbs());
  if (reading.wanted == Wanted::amount && reading.verb == "cost") {
    out.emplace_back("price");
    // "A room was 60 lira."
    if (const Role* what = reading.find(Role::Slot::subject)) out.push_back(what->phrase.head);
  }
  if (reading.wanted == Wanted::count && !reading.noun.empty()) out.push_back(reading.noun);
  append(out, synonyms(reading.verb));
  if (reading.wanted == Wanted::cause) append(out, causing_verbs());
  if (reading.verb == "cause") append(out, {"because", "due", "owing", "thanks", "result"});
  if (reading.wanted == Wanted::manner && reading.verb == "die") append(out, dying_verbs());
  if (reading.verb == "replace" || reading.verb == "succeed") append(out, {"place", "post"});
  append(out, event_nouns(reading.verb));
  for (const Term& post : verb_properties(reading.verb, "").forward)
    if (post.value().starts_with(vocabulary::kRelation))
      out.push_back(post.value().substr(vocabulary::kRelation.size()));
  return out;
}

}  // namespace

std::string any_of(const std::vector<std::string>& verbs) {
  std::string out;
  for (const std::string& verb : verbs)
    out += (out.empty() ? "" : " OR ") + verb.substr(0, verb.find_first_of("_-"));
  return out;
}

std::string search_words(const Reading& reading, const std::vector<std::string>& words,
                         bool around) {
  if (reading.copula && reading.wanted != Wanted::measure) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
  }
  const std::string verbs = any_of(verbs_of(reading));
  if (around || words.empty()) return around ? verbs : "(" + verbs + ")";
  std::string any;
  for (const std::string& word : words) any += " OR " + word;
  return "(" + verbs + ") AND (" + any.substr(4) + ")";
}

}  // namespace dossier::asking
