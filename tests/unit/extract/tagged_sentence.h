// Sentences written by hand with their tags, for tests of what comes after the analyser.
#pragma once

#include <string>

#include "extract/document.h"

namespace dossier::test {

/// "[person Sergey/NNP Lavrov/NNP] signed/VBD:sign it/PRP {2020-11-09 November/NNP 9/CD} ./."
/// WORD/TAG:LEMMA; the lemma may be left out where regular endings give it. [TYPE ...] is a name,
/// {VALUE ...} a time expression; "~" glues a word to the one before. Words are joined by blanks to
/// the document's text.
extract::Sentence tagged_sentence(const std::string& line);

/// The words of an argument as they stand in the sentence.
std::string words(const extract::Sentence& sentence, extract::TokenRange range);

/// One line a clause: "subject | relation | object | flags".
std::string describe(const extract::Sentence& sentence, const extract::Clause& clause);

}  // namespace dossier::test
