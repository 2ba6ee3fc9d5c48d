// SPDX-License-Identifier: Apache-2.0
// Attaches relative clauses to the noun they agree with.
#include "extract/clause/argument_words.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class RelativeRepair {
 public:
  explicit RelativeRepair(Tree& tree) : tree_(tree) {}

  /// "opportunities for the agency, which operates": which agrees with the agency.
  void run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (is_relative_aside(i)) tree_.rehang(i, *tree_.head(i), acl_relcl);
      if (tree_.relation(i) != acl_relcl) continue;
      const std::optional<std::uint32_t> subject = tree_.child(i, nsubj);
      if (const auto thing = thing_before_day(i)) tree_.rehang(i, *thing, acl_relcl);
      const std::optional<std::uint32_t> noun = tree_.head(i);
      if (!subject || !noun || !is_relative_word(tree_, *subject) || *noun > *subject) continue;
      if (tree_.word(*subject) == "who" && !is_person(*noun)) {
        auto person = person_above(*noun);
        if (!person) person = person_before(*noun, i);
        if (person) tree_.rehang(i, *person, acl_relcl);
        continue;
      }
      if (tree_.word(*subject) == "which" && follows_comma(i) && is_certain_person(*noun)) {
        if (const auto thing = thing_above(*noun)) tree_.rehang(i, *thing, acl_relcl);
        continue;
      }
      if (restricts_name(*noun, *subject)) {
        tree_.rehang(i, *tree_.head(*noun), acl_relcl);
        continue;
      }
      if (const auto event = event_above(i, *noun)) {
        tree_.rehang(i, *event, acl_relcl);
        continue;
      }
      const int wanted = number(i);
      if (const auto last = member_told(*noun, *subject, wanted)) {
        tree_.rehang(i, *last, acl_relcl);
        continue;
      }
      if (wanted == 0 || names_body(*noun) || plural(*noun) == (wanted == 2)) continue;
      if (is_conjunct(*noun) && !(tree_.word(*subject) == "which" && wanted == 1)) continue;
      std::optional<std::uint32_t> better;
      for (std::uint32_t j = *noun + 1; j < *subject; ++j)
        if (tree_.is(j, nmod) && tree_.is_nominal(j) && tree_.below(j, *noun) &&
            plural(j) == (wanted == 2))
          better = j;
      if (!better) better = agreeing_above(*noun, wanted);
      if (!better) better = agreeing_before(i, wanted);
      if (better) tree_.rehang(i, *better, acl_relcl);
      if (!better && tree_.word(*subject) == "which" && wanted == 1 && follows_comma(i))
        tree_.rehang(i, *noun, advcl_relcl);  // about what was said, not about the noun
    }
  }

 private:
  /// "X, who is in charge of the fund, left", with the fund read as a phrase below X.
  bool is_relative_aside(std::uint32_t clause) const {
    const std::optional<std::uint32_t> subject = tree_.child(clause, nsubj);
    const std::optional<std::uint32_t> noun = tree_.head(clause);
    return tree_.is_any(clause, {obl, nmod}) && tree_.has(clause, cop) && subject && noun &&
           *noun < *subject && tree_.is_nominal(*noun) && is_relative_word(tree_, *subject);
  }

  bool plural(std::uint32_t noun) const {
    return tree_.xpos(noun) == Xpos::nns || tree_.xpos(noun) == Xpos::nnps || tree_.has(noun, conj);
  }

  /// "Radar Networks, which was bought", "the band, which were": agrees with both.
  bool names_body(std::uint32_t noun) const {
    const Mention* name = tree_.mention(noun);
    return name && name->type == MentionType::organization && tree_.xpos(noun) == Xpos::nnps;
  }

  /// What the relative clause's verb agrees with: 1 singular, 2 plural, 0 open.
  int number(std::uint32_t verb) const {
    std::uint32_t finite = verb;
    for (const std::uint32_t child : tree_.children(verb))
      if (tree_.is_any(child, {aux, cop})) {
        finite = child;
        break;
      }
    if (tree_.xpos(finite) == Xpos::vbz || tree_.word(finite) == "was") return 1;
    if (tree_.xpos(finite) == Xpos::vbp || tree_.word(finite) == "were") return 2;
    return 0;
  }

  /// "the attack on a convoy, which took place in May": the attack.
  std::optional<std::uint32_t> event_above(std::uint32_t clause, std::uint32_t noun) const {
    const std::string& verb = tree_.lemma(clause);
    const std::optional<std::uint32_t> object = tree_.child(clause, obj);
    const bool takes_place = verb == "take" && object && tree_.word(*object) == "place";
    if (verb != "occur" && verb != "happen" && !takes_place) return std::nullopt;
    if (!is_thing(noun)) return std::nullopt;
    for (auto above = tree_.head(noun); above && *above < noun; above = tree_.head(*above)) {
      if (is_event(*above)) return above;
      // "saw the fire in the tower, which ...", with the tower read as where it was seen
      for (const std::uint32_t child : tree_.children(*above))
        if (tree_.is(child, obj) && child < noun && is_event(child)) return child;
      if (!tree_.is_nominal(*above)) return std::nullopt;
    }
    return std::nullopt;
  }

  bool is_event(std::uint32_t noun) const {
    if (!tree_.is_nominal(noun)) return false;
    const NounClass kind = Lexicon::builtin().word(tree_.lemma(noun)).noun_class;
    return kind == NounClass::act || kind == NounClass::event;
  }

  /// What does not happen: people, bodies, objects and places.
  bool is_thing(std::uint32_t noun) const {
    if (tree_.mention(noun)) return tree_.mention(noun)->type != MentionType::event;
    const NounClass kind = Lexicon::builtin().word(tree_.lemma(noun)).noun_class;
    return kind == NounClass::group || kind == NounClass::artifact || kind == NounClass::person ||
           kind == NounClass::location || kind == NounClass::object;
  }

  /// "units and the network that provides it": the network; "A, B, who had left, and C": B.
  std::optional<std::uint32_t> member_told(std::uint32_t noun, std::uint32_t pronoun,
                                           int wanted) const {
    std::optional<std::uint32_t> last;
    bool goes_on = false;
    for (const std::uint32_t child : tree_.children(noun)) {
      if (!tree_.is(child, conj) || !tree_.is_nominal(child)) continue;
      if (child < pronoun) last = child;
      goes_on = goes_on || child > pronoun;
    }
    const bool one = last && (tree_.xpos(*last) == Xpos::nn || tree_.xpos(*last) == Xpos::nnp);
    if (!one) return std::nullopt;
    const bool of_one = wanted == 1 && (tree_.xpos(noun) == Xpos::nns || tree_.mention(noun));
    return of_one || (goes_on && wanted != 2) ? last : std::nullopt;
  }

  /// "not taken for the heir by the elders, who hold": the noun in front of the comma.
  std::optional<std::uint32_t> agreeing_before(std::uint32_t clause, int wanted) const {
    std::uint32_t at = tree_.extent(clause).first;
    if (tree_.word(at) == ",") ++at;
    if (at < 2 || tree_.word(at - 1) != ",") return std::nullopt;
    std::uint32_t noun = at - 2;
    while (tree_.is_any(noun, {flat, compound}) && tree_.head(noun)) noun = *tree_.head(noun);
    const bool fits = tree_.is_nominal(noun) && plural(noun) == (wanted == 2);
    return fits && !tree_.below(noun, clause) ? std::optional(noun) : std::nullopt;
  }

  /// "a loudspeaker in Korea that broadcasts": there is but one Korea.
  bool restricts_name(std::uint32_t noun, std::uint32_t that) const {
    if (tree_.word(that) != "that" || !tree_.mention(noun) || tree_.has(noun, det)) return false;
    const std::optional<std::uint32_t> above = tree_.head(noun);
    return above && *above < noun && tree_.is(noun, nmod) && tree_.is_nominal(*above) &&
           !tree_.mention(*above);
  }

  bool is_conjunct(std::uint32_t noun) const {
    return tree_.has(noun, conj) || tree_.is(noun, conj);
  }

  bool follows_comma(std::uint32_t clause) const {
    const std::uint32_t first = tree_.extent(clause).first;
    return tree_.word(first) == "," || (first > 0 && tree_.word(first - 1) == ",");
  }

  bool is_person(std::uint32_t noun) const {
    const Mention* mention = tree_.mention(noun);
    if (tree_.upos(noun) == Upos::pron || tree_.word(noun) == "those") return true;
    for (const std::uint32_t child : tree_.children(noun))
      if (tree_.is(child, appos) && child > noun && tree_.names_person(child)) return true;
    if (!mention) return means_person(tree_.lemma(noun));
    return mention->type == MentionType::person || mention->type == MentionType::nationality ||
           mention->type == MentionType::unknown;
  }

  /// "a plan for the port by 1 July 2016, which must be approved": the plan, not the day.
  std::optional<std::uint32_t> thing_before_day(std::uint32_t clause) const {
    const auto day = tree_.head(clause);
    if (!day || !tree_.time(*day) || !tree_.head(*day) || number(clause) == 2) return std::nullopt;
    const auto subject = tree_.child(clause, nsubj);
    const auto which = subject ? subject : tree_.child(clause, nsubj_pass);
    if (!which || tree_.word(*which) != "which") return std::nullopt;
    const auto above = tree_.head(*day);
    const auto thing = tree_.is(*day, nmod) ? above : tree_.child(*above, obj);
    return thing && *thing < *day ? thing : std::nullopt;
  }

  /// "the trial of Anna Berg, who left": she.
  std::optional<std::uint32_t> person_before(std::uint32_t noun, std::uint32_t clause) const {
    for (const std::uint32_t child : tree_.children(noun)) {
      if (!tree_.is(child, nmod) || child < noun || !is_person(child)) continue;
      const std::uint32_t end = tree_.extent(child).last;
      const std::uint32_t first = tree_.extent(clause).first;
      if (end == first || (end + 1 == first && tree_.word(end) == ",")) return child;
    }
    return std::nullopt;
  }

  bool is_certain_person(std::uint32_t noun) const {
    const Mention* mention = tree_.mention(noun);
    if (mention) return mention->type == MentionType::person;
    return is_kinship_noun(tree_.lemma(noun)) || is_title_noun(tree_.lemma(noun));
  }

  /// "the trial of Anna Berg, which begins on Monday": the trial.
  std::optional<std::uint32_t> thing_above(std::uint32_t noun) const {
    std::optional<std::uint32_t> above = tree_.head(noun);
    for (int steps = 0; above && steps < 4; above = tree_.head(*above), ++steps) {
      if (*above > noun || !tree_.is_nominal(*above) || is_finite(tree_, *above))
        return std::nullopt;
      if (!is_certain_person(*above)) return above;
    }
    return std::nullopt;
  }

  /// "delegates of the union who travel": the delegates.
  std::optional<std::uint32_t> person_above(std::uint32_t noun) const {
    std::optional<std::uint32_t> above = tree_.head(noun);
    for (int steps = 0; above && steps < 4; above = tree_.head(*above), ++steps) {
      if (*above > noun || !tree_.is_nominal(*above)) return std::nullopt;
      if (is_person(*above)) return above;
    }
    return std::nullopt;
  }

  /// "offers to end a strike that were not taken up": the offers.
  std::optional<std::uint32_t> agreeing_above(std::uint32_t noun, int wanted) const {
    std::optional<std::uint32_t> above = tree_.head(noun);
    for (int steps = 0; above && steps < 3; above = tree_.head(*above), ++steps) {
      if (*above > noun || is_finite(tree_, *above)) return std::nullopt;
      if (tree_.is_nominal(*above) && plural(*above) == (wanted == 2)) return above;
    }
    return std::nullopt;
  }

  Tree& tree_;
};

}  // namespace

void agree_relatives(Tree& tree) { RelativeRepair(tree).run(); }

}  // namespace dossier::extract::clause
