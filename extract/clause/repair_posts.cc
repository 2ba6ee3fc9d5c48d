// SPDX-License-Identifier: Apache-2.0
// Repairs of who is given which post: names read as a part of the title, titles read as names.
#include <vector>

#include "extract/clause/argument_words.h"
#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class PostRepair {
 public:
  explicit PostRepair(Tree& tree) : tree_(tree) {}

  void run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      part_name(i);
      raise_appointment(i);
      complete_post(i);
      describe_list(i);
      name_person(i);
      join_posts(i);
      complete_field(i);
      describe_post(i);
    }
  }

 private:
  /// "elected Ida Marsh president": whom, and what she became; not a president of that name.
  void part_name(std::uint32_t i) {
    const std::optional<std::uint32_t> verb = tree_.head(i);
    if (!verb || !tree_.is(i, obj) || !is_common_title(tree_, i)) return;
    if (!is_appointing_verb(tree_.lemma(*verb))) return;
    for (const std::uint32_t child : tree_.children(i)) {
      if (!tree_.is_any(child, {compound, nmod_desc, nmod_unmarked}) || !tree_.names_person(child))
        continue;
      if (tree_.mention(child)->tokens.first != *verb + 1) continue;
      tree_.attach(child, *verb, obj);
      tree_.rehang(i, *verb, xcomp);
      return keep_field(i, *verb);
    }
  }

  /// "ambassador to Chile": a part of the post.
  void keep_field(std::uint32_t post, std::uint32_t verb) {
    for (const std::uint32_t child : tree_.children(verb))
      if (tree_.is(child, obl) && tree_.extent(child).first == post + 1 &&
          (noun_takes(tree_.lemma(post), preposition(tree_, child)) ||
           (preposition(tree_, child) == "for" && takes_field(tree_.lemma(post)))))
        return tree_.rehang(child, post, nmod);
  }

  /// "was named minister for energy"
  void complete_post(std::uint32_t i) {
    const std::optional<std::uint32_t> verb = tree_.head(i);
    if (verb && tree_.is(i, xcomp) && is_appointing_verb(tree_.lemma(*verb)) &&
        is_common_title(tree_, i))
      keep_field(i, *verb);
  }

  /// "was elected chairman": no chairman who is elected.
  void raise_appointment(std::uint32_t i) {
    const std::optional<std::uint32_t> be = tree_.child(i, cop);
    if (!be || !is_common_title(tree_, i) || tree_.has(i, det)) return;
    const std::uint32_t verb = *be + 1;
    const bool given = verb < i && tree_.is(verb, amod) && tree_.head(verb) == i &&
                       tree_.xpos(verb) == Xpos::vbn && is_appointing_verb(tree_.lemma(verb));
    if (!given) return;
    tree_.attach(verb, tree_.head(i), tree_.relation(i));
    for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(i))) {
      const bool own = child > verb && !tree_.is_any(child, {punct, conj, advcl, obl, parataxis});
      if (child == verb || own) continue;
      tree_.attach(child, verb,
                   child == *be             ? Label<Relation>(aux_pass)
                   : tree_.is(child, nsubj) ? Label<Relation>(nsubj_pass)
                                            : tree_.relation(child));
    }
    tree_.rehang(i, verb, xcomp);
  }

  /// "Berg and Lund, lecturers at the institute, left": what they are, no third party.
  void describe_list(std::uint32_t i) {
    if (!tree_.is(i, conj) || tree_.xpos(i) != Xpos::nns || tree_.has(i, cc)) return;
    if (tree_.mention(i) || !is_title_noun(tree_.lemma(i)) || tree_.extent(i).first == 0) return;
    const std::uint32_t first = *tree_.head(i);
    const std::uint32_t begin = tree_.extent(i).first;  // the comma may belong to the noun
    if (!tree_.names_person(first) || (tree_.word(begin) != "," && tree_.word(begin - 1) != ","))
      return;
    for (const std::uint32_t child : tree_.children(first))
      if (tree_.is(child, conj) && child < i && tree_.names_person(child) && tree_.has(child, cc))
        return tree_.rehang(i, first, appos);
  }

  /// "The inspector from Acme, Mr Berg, came": who the inspector is, not what Acme is.
  void name_person(std::uint32_t i) {
    if (!tree_.is(i, appos) || !tree_.names_person(i)) return;
    const Mention* body = tree_.mention(*tree_.head(i));
    if (!body || body->type == MentionType::person) return;
    std::optional<std::uint32_t> noun = tree_.head(i);
    while (noun && tree_.is(*noun, nmod) && !is_common_title(tree_, *noun))
      noun = tree_.head(*noun);
    if (!noun || noun == tree_.head(i) || *noun > i || tree_.has(*noun, appos)) return;
    if (is_common_title(tree_, *noun)) tree_.rehang(i, *noun, appos);
  }

  /// "is president of Norwave, as well as director of Acme", "a member of the Academy, a member of
  /// the Board", "a scientist, specializing in pumps, and former rector": posts of one person,
  /// though read as joined to a body or a thing.
  void join_posts(std::uint32_t i) {
    if (!tree_.is_any(i, {conj, appos}) || !is_common_title(tree_, i) || tree_.xpos(i) != Xpos::nn)
      return;
    const std::uint32_t first = *tree_.head(i);
    if (first > i || is_common_title(tree_, first) || tree_.names_person(first)) return;
    if (tree_.is(i, appos) && (!tree_.mention(first) || !tree_.has(i, det))) return;
    if (tree_.is(first, obj) || tree_.is(first, nsubj)) return;
    for (auto above = tree_.head(first); above && *above < i; above = tree_.head(*above)) {
      if (!tree_.has(*above, cop) || !is_common_title(tree_, *above)) continue;
      return tree_.rehang(i, *above, conj);
    }
  }

  /// "is a film and television producer", read as a film, and a producer besides.
  void complete_field(std::uint32_t i) {
    if (!tree_.is(i, conj) || tree_.xpos(i) != Xpos::nn || !means_person(tree_, i)) return;
    const std::uint32_t first = *tree_.head(i);
    const std::optional<std::uint32_t> word = tree_.child(i, cc);
    const bool field =
        tree_.xpos(first) == Xpos::nn && !tree_.mention(first) && !means_person(tree_, first);
    if (!field || !word || *word != first + 1 || *word + 2 != i || tree_.has(i, det)) return;
    const std::optional<std::uint32_t> who = tree_.child(first, nsubj);
    const std::uint32_t bearer = who ? *who : tree_.is(first, appos) ? *tree_.head(first) : first;
    if (bearer == first || tree_.xpos(i - 1) != Xpos::nn) return;
    const Mention* name = tree_.mention(bearer);
    const bool unknown = name && name->type == MentionType::unknown;
    if (!tree_.names_person(bearer) && !unknown && tree_.upos(bearer) != Upos::pron) return;
    tree_.replace(first, i, compound);
  }

  /// "is managing director", "president and founding partner": what director, not who directs.
  void describe_post(std::uint32_t i) {
    const std::optional<std::uint32_t> verb = tree_.head(i);
    if (!tree_.is(i, obj) || !verb || !means_person(tree_, i) || tree_.has(i, det)) return;
    const std::string& word = tree_.word(*verb);
    const bool kind = word == "managing" || word == "founding" || word == "acting" ||
                      word == "presiding" || word == "commanding" || word == "governing";
    if (!kind || tree_.extent(i).first != *verb + 1) return;
    const std::optional<std::uint32_t> be = tree_.child(*verb, aux);
    const bool joined = tree_.is(*verb, conj);
    if (!joined && (!be || tree_.lemma(*be) != "be")) return;
    const std::optional<std::uint32_t> first = joined ? post_beside(*verb) : std::nullopt;
    if (joined && !first) return;
    tree_.replace(*verb, i, amod);
    if (first) tree_.rehang(i, first, tree_.relation(i));
    if (be) tree_.rehang(*be, i, cop);
  }

  /// "president" of "served as president and founding director", "is president and ...".
  std::optional<std::uint32_t> post_beside(std::uint32_t participle) const {
    const std::optional<std::uint32_t> first = tree_.head(participle);
    if (!first || is_common_title(tree_, *first)) return first;
    for (const std::uint32_t child : tree_.children(*first))
      if (child > *first && child < participle && is_common_title(tree_, child)) return child;
    return std::nullopt;
  }

  Tree& tree_;
};

}  // namespace

void repair_posts(Tree& tree) { PostRepair(tree).run(); }

}  // namespace dossier::extract::clause
