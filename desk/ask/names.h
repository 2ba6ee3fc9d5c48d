// SPDX-License-Identifier: Apache-2.0
// Finds the knowledge base's names in a question, in whatever case it is typed. Private to
// desk/ask.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "desk/ask/name_words.h"
#include "desk/ask/question.h"
#include "dossier/ask.h"
#include "extract/document.h"

namespace dossier::asking {

/// A name found in the words of a question.
struct FoundName {
  extract::TokenRange tokens;
  NameLink link;
};

class NameFinder {
 public:
  /// All must outlive it.
  NameFinder(const KnowledgeBase& kb, const std::map<std::string, Term>& choices,
             const QueryOptions& options)
      : kb_(kb), choices_(choices), options_(options) {}

  /// The names in a sentence with tags, from left to right; the longest where several begin.
  std::vector<FoundName> find(const extract::Sentence& sentence);

  /// Named things with exactly this name, in any case.
  std::vector<NameLink> named(const std::string& text);

  /// Names of the question that mean several things.
  const std::vector<AmbiguousName>& ambiguous() const { return ambiguous_; }

 private:
  struct Candidate {
    Term thing;
    std::string name, label;
    bool person = false;
  };
  std::vector<Candidate> candidates(const std::string& words);
  std::vector<Candidate> exact(const std::string& text);
  std::vector<Candidate> partial(const std::string& text);
  std::vector<Candidate> with_middle_names(const std::string& text, const std::string& words);
  static bool may_differ(const std::vector<Candidate>& candidates);
  NameLink link(const std::string& text, const std::vector<Candidate>& candidates);
  void remember_ambiguous(const std::string& text, const std::vector<Candidate>& candidates);
  std::optional<NameLink> link_exact(const extract::Sentence& sentence, extract::TokenRange range,
                                     bool all_lower);
  std::optional<NameLink> link_person(const extract::Sentence& sentence, extract::TokenRange range);
  std::optional<NameLink> link_partial(const extract::Sentence& sentence,
                                       extract::TokenRange range);

  const KnowledgeBase& kb_;
  const std::map<std::string, Term>& choices_;
  const QueryOptions& options_;
  std::map<std::string, std::vector<Candidate>> known_;
  std::vector<AmbiguousName> ambiguous_;
};

}  // namespace dossier::asking
