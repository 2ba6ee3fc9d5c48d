// SPDX-License-Identifier: Apache-2.0
// Whether words of a sentence are a phrase of the question. Private to desk/ask.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "desk/ask/sentence_clauses.h"
#include "extract/document.h"

namespace dossier::asking {

/// What stands behind this preposition inside the arguments of a clause: "a message to X".
std::vector<extract::Argument> nested_arguments(const extract::Sentence& sentence,
                                                const extract::Frame& frame,
                                                std::string_view marker);

class PhraseMatcher {
 public:
  /// Both must outlive it.
  PhraseMatcher(const SentenceText& source, const extract::Sentence& parsed);

  /// The argument names what the phrase names, or its noun is the phrase's and the phrase's other
  /// words stand in it or elsewhere in the sentence.
  bool is_phrase(const Phrase& phrase, const extract::FrameArgument& argument) const;
  /// A name that the phrase names stands at this token.
  bool is_named(const Phrase& phrase, std::uint32_t token) const;
  /// The whole sentence has it, by its names or by its words.
  bool has_phrase(const Phrase& phrase) const;
  /// What the phrase names is named before a token, and it is a name.
  bool names_before(const Phrase& phrase, std::uint32_t token) const;
  bool has_words(const std::vector<std::string>& words) const;
  /// Words of the sentences around this one count, too.
  bool looks_around() const { return !source_.around.empty(); }
  bool reads_loosely() const { return source_.loosely; }
  /// "the study" for "research", "the line" for "railway line", which other words of the question
  /// have to bear out.
  bool is_meant(const Phrase& phrase, const extract::Argument& member) const;
  /// A pronoun that nobody resolved, or "the company" for a name.
  bool may_stand_for(const Phrase& phrase, const extract::Argument& member) const;
  bool has_words(const std::vector<std::string>& words, extract::TokenRange range) const;

 private:
  bool has_name_below(const Phrase& phrase, std::uint32_t head) const;
  using Words = std::set<std::string>;
  Words words_in(extract::TokenRange range) const;
  bool names_thing(const Phrase& phrase, extract::TextSpan within) const;
  bool is_written(const Phrase& phrase, std::uint32_t token) const;
  bool is_called(const Phrase& phrase, const extract::FrameArgument& argument) const;
  bool has_noun(const Phrase& phrase, const extract::Argument& member) const;
  bool stands_for(const Phrase& phrase, const extract::Argument& member) const;

  const SentenceText& source_;
  const extract::Sentence& parsed_;
  Words all_;
};

}  // namespace dossier::asking
