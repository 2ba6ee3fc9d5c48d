// SPDX-License-Identifier: Apache-2.0
// Repairs of callings and titles beside a name: who has them is the one whom the name names.
#include <algorithm>
#include <vector>

#include "extract/clause/argument_words.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class CallingRepair {
 public:
  explicit CallingRepair(Tree& tree) : tree_(tree) {}

  void run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      give_field(i);
      complete_second(i);
      join_callings(i);
      complete_title(i);
      put_name_first(i);
      name_body(i);
    }
  }

 private:
  /// "Minister of Health X", read as a health X.
  void give_field(std::uint32_t field) {
    if (field < 2 || !tree_.is_any(field, {nmod_desc, compound})) return;
    const std::uint32_t name = *tree_.head(field);
    const bool between = name == field + 1 && tree_.names_person(name) && !tree_.mention(field);
    if (between && tree_.word(field - 1) == "of" && is_common_title(tree_, field - 2))
      tree_.rehang(field, field - 2, nmod);
  }

  /// "Foreign Minister and Deputy Premier X": what "Deputy" begins is joined, not it alone.
  void complete_second(std::uint32_t post) {
    if (post == 0 || !tree_.is(post, nmod_desc) || !is_common_title(tree_, post)) return;
    const std::uint32_t word = post - 1;
    const std::optional<std::uint32_t> first = tree_.head(word);
    const bool joined = tree_.is(word, conj) && tree_.has(word, cc) && first < word;
    if (!joined || !is_common_title(tree_, *first) || tree_.xpos(word) != Xpos::nnp) return;
    if (tree_.head(*first) != tree_.head(post)) return;
    tree_.replace(word, post, compound);
  }

  /// "American writer and teacher Anna Berg spoke", "the mayor and poet Carl Lund": one person, not
  /// a writer and she.
  void join_callings(std::uint32_t i) {
    if (!tree_.is_any(i, {conj, appos, nsubj}) || !tree_.names_person(i)) return;
    const std::uint32_t first = tree_.is(i, nsubj) ? twin_subject(i) : *tree_.head(i);
    const std::optional<std::uint32_t> second = calling_before(i, first);
    if (first > i || !second || tree_.mention(first)) return;
    const bool noun = tree_.xpos(first) == Xpos::nn || tree_.xpos(first) == Xpos::jj;
    const bool post = is_common_title(tree_, first) && !is_unique_post(tree_, first) &&
                      tree_.child(first, conj) == second;
    const bool bare = !tree_.has(first, det) && (noun || post);
    if (tree_.has(first, det) && means_person(tree_, first) && tree_.xpos(first) == Xpos::nn) {
      tree_.attach(*second, i, nmod_desc);
      return tree_.rehang(i, first, appos);
    }
    if (bare) put_before(first, *second, i);
  }

  /// The callings `first` to `last` describe the name behind them.
  void put_before(std::uint32_t first, std::uint32_t last, std::uint32_t name) {
    tree_.attach(name, tree_.head(first), tree_.relation(first));
    for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(first))) {
      if (child == name) continue;
      if (child < name && tree_.is(child, conj) && means_person(tree_, child))
        tree_.attach(child, name, nmod_desc);
      else if (child > first || tree_.is_any(child, {case_, punct, cop, nsubj}))
        tree_.attach(child, name, tree_.relation(child));
    }
    tree_.attach(last, name, nmod_desc);
    tree_.rehang(first, name, nmod_desc);
  }

  /// "Lawyer" of "Lawyer and soldier Carl Lund marched", read as two subjects; the name if none.
  std::uint32_t twin_subject(std::uint32_t name) const {
    for (const std::uint32_t child : tree_.children(*tree_.head(name)))
      if (child < name && tree_.is(child, nsubj)) return child;
    return name;
  }

  /// "teacher" between "and" behind `first` and the name.
  std::optional<std::uint32_t> calling_before(std::uint32_t name, std::uint32_t first) const {
    if (name == 0 || tree_.word(name - 1) == ",") return std::nullopt;
    for (const std::uint32_t child : tree_.children(name))
      if (tree_.is(child, nmod_desc) && tree_.is(name, conj) && tree_.has(name, cc) &&
          tree_.extent(name).first == own_end(first, name))
        return child;
    std::uint32_t second = name - 1;
    // "Minister of Health"
    if (second >= 2 && tree_.word(second - 1) == "of" && !tree_.is(second, conj)) second -= 2;
    const bool noun = tree_.xpos(second) == Xpos::nn || is_common_title(tree_, second);
    const bool calling = tree_.head(second) == first && tree_.is(second, conj) &&
                         means_person(tree_, second) && noun && !tree_.has(second, det) &&
                         tree_.child(second, cc) == second - 1;
    const bool joined = tree_.is(name, conj) && tree_.has(name, cc);
    return !joined && calling ? std::optional(second) : std::nullopt;
  }

  /// "was Attorney General of Arizona", read as an attorney who is a general, "is Anna Berg
  /// Professor of Law", read as what Anna Berg is.
  void complete_title(std::uint32_t i) {
    const std::optional<std::uint32_t> first = tree_.head(i);
    if (!tree_.is(i, appos) || !first || *first > i || !is_common_title(tree_, i)) return;
    bool titles = true;
    for (std::uint32_t word = *first; word <= i; ++word) {
      if (tree_.xpos(word) != Xpos::nnp || tree_.mention(word)) return;
      titles = titles && is_common_title(tree_, word);
    }
    if (titles || is_named_post(tree_.word(i))) tree_.replace(*first, i, compound);
  }

  /// "podcaster Nina Holm", "the empresario Carl Lund", read as names that begin with the noun: who
  /// is meant has the name behind it.
  void put_name_first(std::uint32_t i) {
    constexpr std::size_t kShortest = 5;  // shorter ones may be particles of the name
    const std::string& text = tree_.token(i).text;
    const bool small = text[0] >= 'a' && text[0] <= 'z';
    const bool told =
        tree_.mention(i) || is_common_title(tree_, i) || is_kinship_noun(tree_.lemma(i));
    if (text.size() < kShortest || !small || told || tree_.has(i, nmod_poss)) return;
    if (i + 1 == tree_.size() || !tree_.is_any(i + 1, {flat, appos}) || tree_.head(i + 1) != i)
      return;
    const Mention* name = tree_.mention(i + 1);
    if (!name || name->type != MentionType::person || name->tokens.first != i + 1) return;
    for (std::uint32_t part = i + 2; part < name->tokens.last; ++part)
      if (tree_.head(part) == i) tree_.attach(part, i + 1, flat);
    tree_.index();
    const std::optional<std::uint32_t> article = tree_.child(i, det);
    tree_.replace(i, i + 1, nmod_desc);
    if (article) tree_.rehang(*article, i, det);
  }

  /// "the charity Nordhelp", read as one name of two words or as two phrases: which charity.
  void name_body(std::uint32_t i) {
    if (i + 1 == tree_.size() || tree_.xpos(i) != Xpos::nn || tree_.mention(i)) return;
    const Mention* name = tree_.mention(i + 1);
    if (!name || name->tokens.first != i + 1 || tree_.has(i + 1, case_)) return;
    const bool below = tree_.is(i + 1, flat) && tree_.head(i + 1) == i;
    const bool beside = tree_.is_any(i + 1, {nmod, obl}) && tree_.has(i, det) &&
                        tree_.head(i + 1) == tree_.head(i) && !tree_.time(i + 1);
    if (!below && !beside) return;
    for (std::uint32_t part = i + 2; part < name->tokens.last; ++part)
      if (tree_.head(part) == i) tree_.attach(part, i + 1, flat);
    tree_.rehang(i + 1, i, appos);
  }

  /// Where the words of `noun` in front of its conjunct `last` end.
  std::uint32_t own_end(std::uint32_t noun, std::uint32_t last) const {
    std::uint32_t end = noun + 1;
    for (const std::uint32_t child : tree_.children(noun))
      if (child < last) end = std::max(end, tree_.extent(child).last);
    return end;
  }

  Tree& tree_;
};

}  // namespace

void repair_callings(Tree& tree) { CallingRepair(tree).run(); }

}  // namespace dossier::extract::clause
