// SPDX-License-Identifier: Apache-2.0
// Repairs of what belongs to a noun and what to its verb.
#include "extract/clause/argument_words.h"
#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class PhraseRepair {
 public:
  explicit PhraseRepair(Tree& tree) : tree_(tree) {}

  void run() {
    place_front();
    part_time();
    join_twins();
    describe_bodies();
    draw_phrases();
    draw_inner_phrases();
    describe_holders();
    raise_times();
    free_times();
    keep_ranks();
    bind_times();
  }

 private:
  /// "Near Ayn Isa, a strike hit a camp": where, though read as who is called on.
  void place_front() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const bool read_otherwise = tree_.is_any(i, {vocative, dislocated});
      if ((!read_otherwise && !tree_.is(i, obl)) || !tree_.head(i) || i > *tree_.head(i)) continue;
      const std::uint32_t first = tree_.extent(i).first;
      if (first < i && tree_.word(first) == "near" && tree_.below(first, i)) {
        tree_.attach(first, i, case_);
        tree_.index();
      }
      if (read_otherwise && tree_.has(i, case_) && tree_.is_nominal(i))
        tree_.rehang(i, *tree_.head(i), obl);
    }
  }

  /// "was at the time member of the board": when, not what kind of member.
  void part_time() {
    for (std::uint32_t i = 2; i < tree_.size(); ++i) {
      const std::optional<std::uint32_t> noun = tree_.head(i);
      if (tree_.word(i) != "time" || tree_.word(i - 1) != "the" || tree_.word(i - 2) != "at")
        continue;
      if (!tree_.is(i, compound) || *noun != i + 1 || !tree_.has(*noun, cop)) continue;
      tree_.attach(i - 1, i, det);
      tree_.attach(i - 2, i, case_);
      tree_.rehang(i, *noun, obl);
    }
  }

  /// "stands shoulder to shoulder with X": how, not what.
  void join_twins() {
    for (std::uint32_t i = 0; i + 2 < tree_.size(); ++i) {
      const std::string& link = tree_.word(i + 1);
      const std::optional<std::uint32_t> verb = tree_.head(i);
      if (tree_.word(i) != tree_.word(i + 2) || (link != "to" && link != "by")) continue;
      if (!verb || tree_.upos(*verb) != Upos::verb || !tree_.is_any(i, {obj, obl, advmod}))
        continue;
      if (tree_.upos(i) == Upos::num || tree_.mention(i)) continue;
      for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(i + 2)))
        if (child > i + 2) tree_.attach(child, *verb, tree_.relation(child));
      tree_.attach(i + 1, i, fixed);
      tree_.attach(i + 2, i, fixed);
      tree_.rehang(i, *verb, advmod);
    }
  }

  /// "a summary of its investigation into the attack": the investigation, not the summary.
  void draw_inner_phrases() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (!tree_.is_any(i, {nmod, obl}) || !tree_.head(i) || tree_.time(i)) continue;
      const std::uint32_t first = tree_.extent(i).first, head = *tree_.head(i);
      if (first == 0 || first - 1 == head || tree_.below(first - 1, i)) continue;
      const std::uint32_t noun = first - 1;
      if (tree_.upos(noun) != Upos::noun || !tree_.below(noun, head) || !tree_.is(noun, nmod))
        continue;
      if (noun_takes(tree_.lemma(noun), preposition(tree_, i))) tree_.rehang(i, noun, nmod);
    }
  }

  /// "describe talks with the union", "condemned the murder of X by Y": the noun before draws
  /// the phrase.
  void draw_phrases() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (!tree_.is(i, obl) || !tree_.head(i) || tree_.time(i)) continue;
      const std::uint32_t first = tree_.extent(i).first;
      for (const std::uint32_t noun : std::vector<std::uint32_t>(tree_.children(*tree_.head(i)))) {
        const bool before = tree_.is_any(noun, {obj, obl}) && tree_.extent(noun).last == first;
        if (!before || tree_.mention(noun) || !draws(noun, i)) continue;
        tree_.rehang(i, noun, nmod);
        break;
      }
    }
  }

  /// "met Anna Berg, professor of history at Oslo": where she teaches, not where she was met, as
  /// no comma ends what she is.
  void describe_holders() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (!tree_.is(i, obl) || !tree_.head(i) || !tree_.mention(i) || tree_.time(i)) continue;
      const std::string word = preposition(tree_, i);
      if (word != "at" && word != "of" && word != "for" && word != "in") continue;
      const std::uint32_t first = tree_.extent(i).first;
      if (tree_.word(first) == "," || (first > 0 && tree_.word(first - 1) == ",")) continue;
      for (const std::uint32_t holder :
           std::vector<std::uint32_t>(tree_.children(*tree_.head(i)))) {
        if (holder > i || !tree_.names_person(holder)) continue;
        for (const std::uint32_t role : tree_.children(holder))
          if (tree_.is(role, appos) && tree_.extent(role).last == first && !tree_.mention(role) &&
              is_title_noun(tree_.lemma(role)))
            return tree_.rehang(i, role, nmod);
      }
    }
  }

  /// "Norwave of Oslo, the largest firm": what Norwave is, not what Oslo is.
  void describe_bodies() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (!tree_.is(i, appos) || !is_group(tree_, i)) continue;
      const std::uint32_t place = *tree_.head(i);
      if (!tree_.mention(place) || !tree_.is(place, nmod) || place > i) continue;
      if (preposition(tree_, place) != "of") continue;
      const Mention* body = tree_.mention(*tree_.head(place));
      if (body && body->type == MentionType::organization)
        tree_.rehang(i, *tree_.head(place), appos);
    }
  }

  bool draws(std::uint32_t noun, std::uint32_t phrase) const {
    const std::string word = preposition(tree_, phrase);
    // "increased its sales by 8 percent to 214 million euros"
    const bool amount = tree_.has(phrase, nummod) || tree_.upos(phrase) == Upos::num;
    const bool changes = amount && (word == "by" || word == "to" || word == "from");
    if (changes && !tells_fact(tree_.lemma(*tree_.head(noun)))) return false;
    if (tree_.is(noun, obj) && noun_takes(tree_.lemma(noun), word)) return true;
    if (tree_.is(noun, obl) && word == "with" && is_carrier_noun(tree_.lemma(noun)) &&
        tree_.xpos(noun) == Xpos::nn && !tree_.has(noun, det))
      return true;
    // "condemned the attack in Kabul": it was condemned elsewhere.
    if (tree_.is(noun, obj) && tells_fact(tree_.lemma(*tree_.head(noun))) &&
        tells_event(tree_, noun, phrase))
      return true;
    const bool passive = tree_.has(*tree_.head(noun), aux) && tree_.relation(phrase) == obl_agent;
    return word == "by" && !passive && !amount && verb_of_noun(tree_.lemma(noun)).has_value();
  }

  /// "signed an agreement on water on Tuesday", "founded the company in 1952": when it was done,
  /// not a part of the noun.
  void free_times() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (!tree_.is(i, nmod) || !tree_.time(i)) continue;
      const std::string word = preposition(tree_, i);
      if (word != "on" && (word != "in" || !is_lasting(*tree_.head(i)))) continue;
      std::uint32_t top = *tree_.head(i);
      while (tree_.is(top, nmod) && tree_.head(top)) top = *tree_.head(top);
      const bool last = tree_.extent(top).last == tree_.extent(i).last;
      if (!last || !tree_.is_any(top, {obj, obl}) || !tree_.head(top)) continue;
      if (tree_.upos(*tree_.head(top)) == Upos::verb) tree_.rehang(i, *tree_.head(top), obl);
    }
  }

  /// "later in 1987 the firm moved": the verb's time, not the adverb's.
  void raise_times() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (!tree_.is_any(i, {obl, nmod}) || !tree_.time(i)) continue;
      const std::uint32_t adverb = *tree_.head(i);
      if (tree_.upos(adverb) != Upos::adv || !tree_.is(adverb, advmod)) continue;
      const std::uint32_t verb = *tree_.head(adverb);
      if (tree_.upos(verb) == Upos::verb) tree_.rehang(i, verb, obl);
    }
  }

  /// "until the death of her husband in 1964", "before her marriage in 1950": that is when he died.
  void bind_times() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const std::uint32_t first = tree_.extent(i).first;
      if (!tree_.is(i, obl) || !tree_.time(i) || !tree_.head(i) || first == 0) continue;
      for (const std::uint32_t bound : std::vector<std::uint32_t>(tree_.children(*tree_.head(i)))) {
        const std::string word = preposition(tree_, bound);
        const bool bounds = word == "until" || word == "till" || word == "before" ||
                            word == "after" || word == "following" || word == "since";
        if (bounds && tree_.is(bound, obl) && !tree_.time(bound) && bound < i &&
            tree_.extent(bound).last == first) {
          tree_.rehang(i, bound, nmod);
          break;
        }
      }
    }
  }

  /// "reported its first profit since 2015": which profit, not since when it reports.
  void keep_ranks() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const std::uint32_t first = tree_.extent(i).first;
      if (!tree_.is(i, obl) || preposition(tree_, i) != "since" || first == 0) continue;
      for (std::uint32_t noun = first - 1; tree_.is_nominal(noun); noun = *tree_.head(noun)) {
        if (is_ranked(noun)) {
          tree_.rehang(i, noun, nmod);
          break;
        }
        if (!tree_.head(noun) || *tree_.head(noun) > noun) break;
      }
    }
  }

  /// "first", "only", "worst": one among those of a time.
  bool is_ranked(std::uint32_t noun) const {
    for (const std::uint32_t child : tree_.children(noun))
      if (child < noun && tree_.is(child, amod) &&
          (tree_.xpos(child) == Xpos::jjs || tree_.word(child) == "first" ||
           tree_.word(child) == "only"))
        return true;
    return false;
  }

  /// "the company", "the bridge": is not of one year, as an election is.
  bool is_lasting(std::uint32_t noun) const {
    if (tree_.upos(noun) != Upos::noun || tree_.mention(noun)) return false;
    const NounClass kind = Lexicon::builtin().word(tree_.lemma(noun)).noun_class;
    return kind == NounClass::group || kind == NounClass::artifact || kind == NounClass::person ||
           kind == NounClass::location;
  }

  Tree& tree_;
};

}  // namespace

void repair_phrases(Tree& tree) { PhraseRepair(tree).run(); }

}  // namespace dossier::extract::clause
