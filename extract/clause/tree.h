// SPDX-License-Identifier: Apache-2.0
// One sentence's dependency tree as the readers of clauses walk it: children, extents, and
// relations by their Universal Dependencies names. Known errors of the parser are repaired.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"

namespace dossier::extract::clause {

class Tree {
 public:
  /// The sentence must outlive it. A sentence without a tree gives one where every word is alone.
  explicit Tree(const Sentence& sentence);

  const Sentence& sentence() const noexcept { return sentence_; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(words_.size()); }
  const Token& token(std::uint32_t i) const { return sentence_.tokens[i]; }
  const std::string& lemma(std::uint32_t i) const { return sentence_.tokens[i].lemma; }
  const Label<Xpos>& xpos(std::uint32_t i) const { return sentence_.tokens[i].xpos; }
  const Label<Upos>& upos(std::uint32_t i) const { return sentence_.tokens[i].upos; }
  /// In lower case.
  const std::string& word(std::uint32_t i) const { return words_[i]; }

  std::optional<std::uint32_t> head(std::uint32_t i) const { return arcs_[i].head; }
  const Label<Relation>& relation(std::uint32_t i) const { return arcs_[i].relation; }
  /// Whether `i` has this relation: "obl" is true of "obl:agent" too.
  bool is(std::uint32_t i, Relation relation) const;
  bool is_any(std::uint32_t i, std::initializer_list<Relation> relations) const;

  /// In the order of the text.
  const std::vector<std::uint32_t>& children(std::uint32_t i) const { return children_[i]; }
  std::optional<std::uint32_t> child(std::uint32_t i, Relation relation) const;
  bool has(std::uint32_t i, Relation relation) const { return child(i, relation).has_value(); }
  /// Whether `i` is a descendant of `ancestor`, or is `ancestor`.
  bool below(std::uint32_t i, std::uint32_t ancestor) const;
  /// From the first to the last word below `i`.
  TokenRange extent(std::uint32_t i) const { return extents_[i]; }
  /// How sure the arc above `i` is.
  double sure(std::uint32_t i) const { return arcs_[i].probability; }

  bool is_nominal(std::uint32_t i) const;
  /// The longest mention `i` is part of.
  const Mention* mention(std::uint32_t i) const;
  /// Whether `i` is a word of a person's name.
  bool names_person(std::uint32_t i) const;
  /// The time expression of the sentence that `i` is part of.
  std::optional<std::uint32_t> time(std::uint32_t i) const;
  /// The head of the list `i` is a conjunct of; `i` itself if it is not a conjunct.
  std::uint32_t first_conjunct(std::uint32_t i) const;
  /// Whether all of it is one.
  bool is_question() const noexcept { return asked_from_ == 0U; }
  /// Whether `i` is a word of a question: of 'She asked "Who is it?"' those in quotes.
  bool asks(std::uint32_t i) const noexcept { return asked_from_ && *asked_from_ <= i; }
  /// The name after a title headed by `i`: "Foreign Minister of Norway Anna Berg".
  std::optional<TokenRange> holder(std::uint32_t i) const { return holders_[i]; }
  /// Says whose title `title` is.
  void set_holder(TokenRange title, TokenRange name);

  /// Hangs `i` below `head` (none: the root); index() must follow.
  void attach(std::uint32_t i, std::optional<std::uint32_t> head, Label<Relation> relation);
  /// Recomputes children and extents.
  void index();
  /// attach() and index().
  void rehang(std::uint32_t i, std::optional<std::uint32_t> head, Label<Relation> relation);
  /// `by` takes the place of `i` and the words below it; `i` hangs below `by`. Indexes.
  void replace(std::uint32_t i, std::uint32_t by, Label<Relation> relation);
  /// Gives the sentence that the tree was made from this tree's arcs.
  void keep(Sentence& sentence) const;

 private:
  struct Arc {
    std::optional<std::uint32_t> head;
    Label<Relation> relation;
    float probability = 0;
  };

  void find_extents();

  const Sentence& sentence_;
  std::vector<std::string> words_;
  std::vector<Arc> arcs_;
  std::vector<std::vector<std::uint32_t>> children_;
  std::vector<TokenRange> extents_;
  std::vector<const Mention*> mentions_;
  std::vector<std::optional<TokenRange>> holders_;
  std::optional<std::uint32_t> asked_from_;
};

/// The sentence's tree with known errors of the parser repaired: words that make one preposition, a
/// verb with two subjects, a main verb parsed as a relative clause, a relative clause attached to a
/// noun it does not agree with, the last members of a list parsed as appositions.
Tree repaired_tree(const Sentence& sentence);

}  // namespace dossier::extract::clause
