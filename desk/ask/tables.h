// SPDX-License-Identifier: Apache-2.0
// The words that questions are made of: the tables of desk/ask/data. Private to desk/ask.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/term.h"

namespace dossier::asking {

/// Properties that a noun or a verb means: "birthplace" is schema:birthPlace.
struct Properties {
  std::vector<Term> forward;  ///< of the thing
  std::vector<Term> inverse;  ///< of which the thing is the value
  bool posts = false;         ///< every r:TITLE_of, too
  bool empty() const { return forward.empty() && inverse.empty() && !posts; }
};

/// Of "job", "nationality", "date of birth", in lower case.
Properties attribute(std::string_view noun);
/// Of a verb with a marker ("work", "for") between its subject and what is behind it.
Properties verb_properties(std::string_view lemma, std::string_view marker);
/// The classes of "city", "company"; empty for a noun that is no class.
std::vector<Term> classes_of(std::string_view noun);
/// Verbs that say that it is not so: "reject" of "accept".
std::vector<std::string> opposites(std::string_view lemma);
/// Verbs that mean about the same.
std::vector<std::string> synonyms(std::string_view lemma);
/// The posts of who is called "the head" or "the boss" of something.
std::vector<std::string> posts_like(std::string_view word);
/// Nouns for what a verb tells: "invitation" of "invite".
std::vector<std::string> event_nouns(std::string_view verb);
/// "receive", "send": what is received or sent says what is done.
bool is_getting(std::string_view lemma);
bool is_doing(std::string_view lemma);
/// "say", "tell", "announce".
bool is_saying(std::string_view lemma);
/// "study" of "research": nouns that may mean the same thing in one text, the noun among them.
std::vector<std::string> nouns_alike(std::string_view noun);
bool is_alike(std::string_view noun, std::string_view other);
/// "the team", "the work": it may stand for what was named before.
bool is_generic(std::string_view noun);
/// "collapse", "lose": it happens to whom it is said of.
bool is_befalling(std::string_view lemma);
/// "praise", "dislike": verbs by which somebody judges.
std::vector<std::string_view> opinion_verbs();
/// Words that carry nothing: articles, prepositions, auxiliaries.
bool is_empty_word(std::string_view lower);
/// "besides", "except".
bool is_exclusion(std::string_view lower);

}  // namespace dossier::asking
