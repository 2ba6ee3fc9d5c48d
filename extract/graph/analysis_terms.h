// SPDX-License-Identifier: Apache-2.0
// The terms of an analysed document's graph, which rules can query. README.md lists them.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace dossier::extract {

namespace nif {
inline constexpr std::string_view kSentence =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Sentence";
inline constexpr std::string_view kWord =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Word";
inline constexpr std::string_view kInSentence =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#sentence";
inline constexpr std::string_view kNextWord =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#nextWord";
inline constexpr std::string_view kNextSentence =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#nextSentence";
inline constexpr std::string_view kAnchorOf =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf";
}  // namespace nif

namespace conll {
inline constexpr std::string_view kWord =
    "http://ufal.mff.cuni.cz/conll2009-st/task-description.html#WORD";
inline constexpr std::string_view kLemma =
    "http://ufal.mff.cuni.cz/conll2009-st/task-description.html#LEMMA";
inline constexpr std::string_view kUpos =
    "http://ufal.mff.cuni.cz/conll2009-st/task-description.html#UPOS";
inline constexpr std::string_view kXpos =
    "http://ufal.mff.cuni.cz/conll2009-st/task-description.html#XPOS";
inline constexpr std::string_view kEdge =
    "http://ufal.mff.cuni.cz/conll2009-st/task-description.html#EDGE";
inline constexpr std::string_view kHead =
    "http://ufal.mff.cuni.cz/conll2009-st/task-description.html#HEAD";
}  // namespace conll

/// Beside the terms of vocabulary.h, which mean the same here.
namespace k {
inline constexpr std::string_view kInSentence = "urn:dossier:vocabulary:sentence";
inline constexpr std::string_view kLemma = "urn:dossier:vocabulary:lemma";
inline constexpr std::string_view kHead = "urn:dossier:vocabulary:head";
inline constexpr std::string_view kConstruction = "urn:dossier:vocabulary:construction";
inline constexpr std::string_view kSubject = "urn:dossier:vocabulary:subject";
inline constexpr std::string_view kObject = "urn:dossier:vocabulary:object";
inline constexpr std::string_view kRecipient = "urn:dossier:vocabulary:recipient";
inline constexpr std::string_view kAttribute = "urn:dossier:vocabulary:attribute";
inline constexpr std::string_view kSubjectLemma = "urn:dossier:vocabulary:subjectLemma";
inline constexpr std::string_view kObjectLemma = "urn:dossier:vocabulary:objectLemma";
inline constexpr std::string_view kAttributeLemma = "urn:dossier:vocabulary:attributeLemma";
inline constexpr std::string_view kTitle = "urn:dossier:vocabulary:title";
inline constexpr std::string_view kFormer = "urn:dossier:vocabulary:former";
inline constexpr std::string_view kComplement = "urn:dossier:vocabulary:complement";
inline constexpr std::string_view kAdverb = "urn:dossier:vocabulary:adverb";
inline constexpr std::string_view kArgument = "urn:dossier:vocabulary:argument";
inline constexpr std::string_view kRole = "urn:dossier:vocabulary:role";
inline constexpr std::string_view kMarker = "urn:dossier:vocabulary:marker";
inline constexpr std::string_view kFiller = "urn:dossier:vocabulary:filler";
inline constexpr std::string_view kActor = "urn:dossier:vocabulary:Actor";
inline constexpr std::string_view kNameClass = "urn:dossier:vocabulary:Name";
/// Followed by the preposition: k:obl_with, and names inside a phrase: k:object_of, k:attribute_of.
inline constexpr std::string_view kInSubject = "urn:dossier:vocabulary:subject_";
inline constexpr std::string_view kInObject = "urn:dossier:vocabulary:object_";
inline constexpr std::string_view kInAttribute = "urn:dossier:vocabulary:attribute_";
inline constexpr std::string_view kOblique = "urn:dossier:vocabulary:obl_";
}  // namespace k

/// Predeclared in rules, in addition to the prefixes of every query.
inline std::map<std::string, std::string> graph_prefixes() {
  return {{"nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"},
          {"conll", "http://ufal.mff.cuni.cz/conll2009-st/task-description.html#"}};
}

}  // namespace dossier::extract
