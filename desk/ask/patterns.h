// SPDX-License-Identifier: Apache-2.0
// Writes what is looked for as SPARQL. Private to desk/ask.
#pragma once

#include <string>

#include "desk/ask/attempts.h"
#include "desk/ask/question.h"
#include "dossier/prefixes.h"

namespace dossier::asking {

/// How exactly facts have to be what was asked for.
struct Tightness {
  bool whole_label = true;  ///< a thing's label has all words of a phrase; else its noun, the
                            ///< sentence the others
  bool fact_time = true;    ///< the fact has the time; else the sentence names it
  bool in_sentence = true;  ///< the sentence has the other words; else its document
  bool noun = true;         ///< "which officials": the answer is one
  /// The other words stand in the headline of the document: "before the news conference" of one
  /// that is about a news conference.
  bool in_headline = false;
};

/// The conditions on ?fact, ?s, ?p, ?o, ?sentence and ?answer.
std::string pattern_of(const Reading& reading, const Attempt& attempt, const Tightness& tightness,
                       const Prefixes& prefixes);

/// A SELECT with these conditions that a person may edit.
std::string shown_query(const std::string& pattern);
/// The same with the columns of a fact's row.
std::string run_query(const std::string& pattern);

/// "?x k:matches \"power line\" . "; "" for no words.
std::string matches(std::string_view variable, const std::vector<std::string>& words);
/// The headline of ?document has these words, in any case.
std::string headline_pattern(const std::vector<std::string>& words);
/// "{ e:Oslo e:Bergen }"
std::string value_list(const std::vector<Term>& terms, const Prefixes& prefixes);
/// The answer is of the kind that the question asks for.
std::string noun_pattern(const Reading& reading, const Tightness& tightness,
                         const Prefixes& prefixes);
std::string time_pattern(const Reading& reading, bool of_fact);

}  // namespace dossier::asking
