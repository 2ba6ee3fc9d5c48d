// SPDX-License-Identifier: Apache-2.0
// Relations of frames that tell a state: "X is a port", "X is interested in Y", "X seems ready".
#include <algorithm>

#include "extract/clause/relation_maker.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"
#include "model/ascii.h"

namespace dossier::extract::clause {

bool RelationMaker::is_stative() const {
  return is_stative_participle(ascii_lower(token(frame_.head).text));
}

void RelationMaker::stative() {
  const std::vector<Argument>& subjects = parts_.objects;
  const std::string word = ascii_lower(token(frame_.head).text);
  if (add_obliques(subjects, "be_" + word, sure(), "stative", false) > 0 || governs()) return;
  if (!parts_.subjects.empty()) return passive();
  if (parts_.obliques.empty() && word != "born" &&
      !needs_place(word))  // where and when is what counts
    add(subjects, "be", {state(frame_.head)}, sure() * confidence::kIsParticiple, "copula");
}

Argument RelationMaker::state(std::uint32_t i) const {
  Argument result;
  result.tokens = {i, i + 1};
  result.head = i;
  return result;
}

/// "was renamed Port Adler"
bool RelationMaker::gives_name() const {
  const Argument& what = parts_.attribute->members.front();
  return name(what) != nullptr && token(what.head).xpos.is(Xpos::nnp);
}

void RelationMaker::add_attribute(const std::vector<Argument>& subjects, bool passive) {
  if (parts_.attribute->members.empty()) return;
  // "elected X president", "consider X unsafe": as with "describe X as unsafe".
  const std::string& marker = parts_.attribute->marker;
  const bool names = passive && !parts_.objects.empty() && !gives_name();
  const std::size_t before = clauses_.size();
  add(subjects, marker.empty() ? verb_ + (names ? "_as" : "") : verb_ + "_" + marker,
      parts_.attribute->members, sure() * confidence::kAttribute, rule(), passive);
  if (!denies_state()) return;  // "found the claim not credible"
  for (std::size_t i = before; i < clauses_.size(); ++i) clauses_[i].negated = !clauses_[i].negated;
}

bool RelationMaker::denies_state() const {
  const Token& head = token(parts_.attribute->members.front().head);
  return std::any_of(sentence_.tokens.begin(), sentence_.tokens.end(), [&](const Token& one) {
    return one.relation == Relation::advmod && one.head >= 0 && one.lemma == "not" &&
           &token(static_cast<std::uint32_t>(one.head)) == &head && &one < &head;
  });
}

void RelationMaker::copula() {
  if (!parts_.attribute) {
    add_obliques(parts_.subjects, "be", sure() * confidence::kIsWithPhrase, "copula", false);
    return;
  }
  const Argument& what = parts_.attribute->members.front();
  const auto& tag = token(parts_.attribute->members.front().head).xpos;
  if (tag.is(Xpos::jj) || tag == Xpos::vbn || tag == Xpos::vbg) return predicative(what);
  if (tag == Xpos::rb || tag == Xpos::vb || tag == Xpos::vbp || tag == Xpos::vbz) return;
  if (is_pronoun(what) || tag.is(Xpos::w) || tag == Xpos::ex) return;
  if (carried_by_noun(what)) return;
  add(parts_.subjects, is_age(what) ? "be_aged" : "be", parts_.attribute->members,
      sure() * confidence::kIsNoun, "copula");
}

/// "He was 81."
bool RelationMaker::is_age(const Argument& what) const {
  const Quantity* const found = quantity(what);
  return token(what.head).upos == Upos::num && found && found->unit == "year";
}

/// "is home to X", "is part of X", "is friends with X": the noun is part of the relation.
bool RelationMaker::carried_by_noun(const Argument& what) {
  const Token& noun = token(what.head);
  if (what.tokens.first != what.head || (noun.xpos != Xpos::nn && noun.xpos != Xpos::nns))
    return false;
  for (const FrameArgument* oblique : parts_.obliques) {
    if (oblique->extent.first != what.head + 1 || oblique->members.empty()) continue;
    if (noun.xpos == Xpos::nns && oblique->marker != "with") continue;
    add(parts_.subjects, "be_" + ascii_lower(noun.text) + "_" + oblique->marker, oblique->members,
        sure() * confidence::kIsWithPhrase, "copula");
    return true;
  }
  return false;
}

/// "is 120 metres tall": how tall.
bool RelationMaker::add_measure(const std::string& stem) {
  for (const FrameArgument* oblique : parts_.obliques) {
    if (!oblique->marker.empty() || oblique->members.empty()) continue;
    if (!quantity(oblique->members.front()) || oblique->extent.last > frame_.predicate.last + 2)
      continue;
    add(parts_.subjects, stem, oblique->members, sure() * confidence::kIsAdjective, "copula");
    return true;
  }
  return false;
}

/// "is worth 2 million euros", "is worth a try".
bool RelationMaker::add_worth() {
  if (!parts_.objects.empty()) {
    add(parts_.subjects, "be_worth", parts_.objects, sure() * confidence::kIsAdjective, "copula");
    return true;
  }
  for (const FrameArgument* oblique : parts_.obliques) {
    if (!oblique->marker.empty() || oblique->members.empty()) continue;
    add(parts_.subjects, "be_worth", oblique->members, sure() * confidence::kIsAdjective, "copula");
    return true;
  }
  return false;
}

/// "is located south of the island", of which only "is located" was read.
bool RelationMaker::needs_place(std::string_view word) {
  return word == "located" || word == "situated" || word == "based" || word == "headquartered" ||
         word == "stationed" || word == "composed";
}

/// "is larger than X", but not "is more than a nuisance" and "is scarcer than ever".
bool RelationMaker::is_compared(const Argument& what, const FrameArgument& with) const {
  const std::string adjective = ascii_lower(token(what.head).text);
  if (adjective == "more" || adjective == "less") return false;
  return std::all_of(with.members.begin(), with.members.end(), [&](const Argument& one) {
    const auto upos = token(one.head).upos;
    return upos == Upos::noun || upos == Upos::propn;
  });
}

void RelationMaker::predicative(const Argument& what) {
  if (is_negator(ascii_lower(token(what.head).text))) return;
  // "as far as X is concerned"
  if (frame_.construction == Construction::adverbial &&
      ascii_lower(token(what.head).text) == "concerned")
    return;
  std::erase_if(parts_.obliques, [&](const FrameArgument* one) {
    return one->marker == "than" && !is_compared(what, *one);
  });
  std::string stem = "be";
  for (std::uint32_t i = what.tokens.first; i <= what.head; ++i)
    stem += "_" + ascii_lower(token(i).text);
  if (stem == "be_worth" && add_worth()) return;
  if (add_measure(stem == "be_old" ? "be_aged" : stem)) return;
  if (add_obliques(parts_.subjects, stem, sure() * confidence::kIsWithPhrase, "copula", false) > 0)
    return;
  // Most adjectives want more to say something: "is interested (in what?)".
  if (needs_place(ascii_lower(token(what.head).text))) return;
  if (!governs())
    add(parts_.subjects, "be", parts_.attribute->members, sure() * confidence::kIsAdjective,
        "copula");
}

void RelationMaker::linking() {
  if (is_frame_verb(verb_)) return;  // "find it strange"
  add_attribute(parts_.subjects, false);
  add_obliques(parts_.subjects, verb_, sure() * confidence::kLinkingOblique, rule(), false);
}

}  // namespace dossier::extract::clause
