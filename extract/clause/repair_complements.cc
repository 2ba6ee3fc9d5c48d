// SPDX-License-Identifier: Apache-2.0
// Repairs what completes a verb: states, what somebody is asked to do, what is said of a noun.
#include "extract/clause/argument_words.h"
#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class ComplementRepair {
 public:
  explicit ComplementRepair(Tree& tree) : tree_(tree) {}

  void run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      take_state(i);
      ask(i);
      allow(i);
      report(i);
      go_on(i);
      share(i);
      announce(i);
      cause(i);
      become(i);
      ask_whoever(i);
      name_one_of_them(i);
    }
  }

 private:
  /// "remains low", "stayed open": what it is, not how it does.
  void take_state(std::uint32_t i) {
    const std::optional<std::uint32_t> verb = tree_.head(i);
    if (!tree_.is(i, advmod) || !verb || i != *verb + 1 || !is_linking_verb(tree_.lemma(*verb)))
      return;
    const bool ends = i + 1 >= tree_.size() || tree_.upos(i + 1) == Upos::punct ||
                      tree_.upos(i + 1) == Upos::adp || tree_.upos(i + 1) == Upos::cconj;
    if (!ends || is_particle(tree_.word(i)) || tells_when_or_where(tree_.word(i))) return;
    if (tree_.has(*verb, xcomp) || tree_.has(*verb, obj)) return;
    if (Lexicon::builtin().word(tree_.word(i)).adjective) tree_.rehang(i, *verb, xcomp);
  }

  static bool tells_when_or_where(const std::string& word) {
    return word == "still" || word == "home" || word == "well" || word == "far" || word == "long" ||
           word == "there" || word == "here" || word == "just" || word == "so" || word == "only" ||
           word == "forward" || word == "further" || word == "abroad";
  }

  /// "urged the mayor to resign": what is urged, not a plan of the mayor's.
  void ask(std::uint32_t i) {
    const std::optional<std::uint32_t> word = tree_.child(i, mark);
    if (tree_.relation(i) != acl || !word || tree_.word(*word) != "to") return;
    const std::uint32_t noun = *tree_.head(i);
    const std::optional<std::uint32_t> verb = tree_.head(noun);
    if (!verb || !tree_.is_any(noun, {obj, iobj}) || tree_.has(*verb, xcomp)) return;
    const std::optional<Modality> asked = object_control(tree_.lemma(*verb));
    if (asked != Modality::hoped && asked != Modality::necessary) return;
    const bool somebody = tree_.mention(noun) || means_person(tree_, noun) ||
                          is_speaking_noun(tree_.lemma(noun)) || is_body_noun(tree_.lemma(noun));
    if (somebody) tree_.rehang(i, *verb, xcomp);
  }

  /// "allows Lund to leave": what is allowed, not what for.
  void allow(std::uint32_t i) {
    const std::optional<std::uint32_t> to = tree_.child(i, mark), verb = tree_.head(i);
    if (tree_.relation(i) != advcl || tree_.xpos(i) != Xpos::vb || !to || *to < 1 || !verb) return;
    const std::optional<std::uint32_t> whom = tree_.child(*verb, obj);
    if (whom && *whom < *to && tree_.extent(*whom).last == *to && tree_.word(*to) == "to" &&
        is_frame_verb(tree_.lemma(*verb)) && object_control(tree_.lemma(*verb)))
      tree_.rehang(i, *verb, xcomp);
  }

  /// "the bank, which the ministry says lost the files": the pronoun is who lost them.
  void report(std::uint32_t i) {
    if (tree_.relation(i) != acl_relcl || !takes_clause(tree_.lemma(i))) return;
    const std::optional<std::uint32_t> pronoun = relative_pronoun(i);
    const std::optional<std::uint32_t> said = what_is_said(i);
    if (!pronoun || !said || *pronoun > i) return;
    if (tree_.has(*said, nsubj) || tree_.has(*said, csubj) || tree_.has(*said, mark)) return;
    tree_.attach(*said, i, ccomp);
    tree_.rehang(*pronoun, *said, tree_.has(*said, aux_pass) ? nsubj_pass : nsubj);
  }

  /// "went on to study law": what was done next, not what for.
  void go_on(std::uint32_t i) {
    const std::optional<std::uint32_t> to = tree_.child(i, mark);
    if (tree_.relation(i) != advcl || !to || *to < 2 || tree_.word(*to) != "to") return;
    const std::uint32_t on = *to - 1, verb = *to - 2;
    if (tree_.word(on) != "on" || tree_.lemma(verb) != "go" || tree_.head(i) != verb) return;
    tree_.attach(on, verb, compound_prt);
    tree_.rehang(i, verb, xcomp);
  }

  /// "owns and operates the pipeline": the object stands at the last verb, as the parser does for
  /// other lists.
  void share(std::uint32_t i) {
    const std::optional<std::uint32_t> verb = tree_.head(i);
    if (!tree_.is(i, obj) || !verb || *verb > i) return;
    std::optional<std::uint32_t> last;
    for (const std::uint32_t other : tree_.children(*verb))
      if (tree_.is(other, conj) && other > *verb && other < i && tree_.upos(other) == Upos::verb &&
          tree_.extent(other).last <= tree_.extent(i).first && !tree_.has(other, obj))
        last = other;
    if (last && tree_.extent(*last).last == tree_.extent(i).first) tree_.rehang(i, *last, obj);
  }

  /// "It was announced on Monday that ...": "it" is what comes behind.
  void announce(std::uint32_t i) {
    if (tree_.relation(i) != nsubj_pass || tree_.word(i) != "it") return;
    const std::uint32_t verb = *tree_.head(i);
    if (!takes_clause(tree_.lemma(verb))) return;
    for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(verb)))
      if (child > verb && tree_.is_any(child, {csubj, ccomp})) {
        tree_.attach(child, verb, ccomp);
        return tree_.rehang(i, verb, expl);
      }
  }

  /// "asks anyone who saw X to call": what is asked, not what was seen.
  void ask_whoever(std::uint32_t i) {
    const std::optional<std::uint32_t> word = tree_.child(i, mark), seen = tree_.head(i);
    if (!tree_.is_any(i, {advcl, xcomp}) || !word || tree_.word(*word) != "to" || !seen) return;
    if (tree_.relation(*seen) != acl_relcl || !tree_.head(*seen)) return;
    const std::uint32_t noun = *tree_.head(*seen);
    const std::optional<std::uint32_t> verb = tree_.head(noun);
    if (!verb || !tree_.is_any(noun, {obj, iobj}) || tree_.has(*verb, xcomp)) return;
    if (object_control(tree_.lemma(*verb)) == Modality::hoped) tree_.rehang(i, *verb, xcomp);
  }

  /// "Eight people survived, among them the cook": nobody survived the cook.
  void name_one_of_them(std::uint32_t i) {
    const std::optional<std::uint32_t> verb = tree_.head(i);
    if (!tree_.is(i, obj) || !verb || tree_.extent(i).first < 2) return;
    const std::uint32_t them = tree_.extent(i).first - 1;
    if (tree_.word(them) != "them" || tree_.word(them - 1) != "among") return;
    tree_.rehang(i, *verb, dislocated);
  }

  /// "became friends with X": what they became; "accuses X of selling it": whom.
  void become(std::uint32_t i) {
    const std::optional<std::uint32_t> verb = tree_.head(i);
    if (!tree_.is(i, iobj) || !verb || tree_.has(*verb, obj)) return;
    if (tree_.lemma(*verb) == "become" || is_accusing_verb(tree_.lemma(*verb)))
      tree_.rehang(i, *verb, obj);
  }

  /// "had a bridge built": the bridge was built.
  void cause(std::uint32_t i) {
    const std::optional<std::uint32_t> verb = tree_.head(i);
    if (!tree_.is(i, xcomp) || tree_.xpos(i) != Xpos::vbn || !verb || tree_.has(i, mark)) return;
    if (tree_.lemma(*verb) != "have" && tree_.lemma(*verb) != "get") return;
    const std::optional<std::uint32_t> object = tree_.child(*verb, obj);
    if (!object || *object > i) return;
    tree_.attach(i, *verb, ccomp);
    tree_.rehang(*object, i, nsubj_pass);
  }

  std::optional<std::uint32_t> relative_pronoun(std::uint32_t verb) const {
    for (const std::uint32_t child : tree_.children(verb))
      if (tree_.is_any(child, {obj, mark}) && is_relative_pronoun(tree_, child)) return child;
    return std::nullopt;
  }

  /// A clause, or a participle as "repaired" can be read.
  std::optional<std::uint32_t> what_is_said(std::uint32_t verb) const {
    for (const std::uint32_t child : tree_.children(verb))
      if (tree_.is(child, ccomp) || (tree_.is(child, xcomp) && tree_.xpos(child) == Xpos::vbn))
        return child > verb ? std::optional(child) : std::nullopt;
    return std::nullopt;
  }

  Tree& tree_;
};

}  // namespace

void repair_complements(Tree& tree) { ComplementRepair(tree).run(); }

}  // namespace dossier::extract::clause
