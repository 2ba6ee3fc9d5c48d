// SPDX-License-Identifier: Apache-2.0
// The labels that words get: part of speech, tag, dependency relation. The code compares numbers;
// names are read and written with CoNLL-U, models and rules.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dossier::extract {

// clang-format off

/// Parts of speech of Universal Dependencies.
enum class Upos : std::uint8_t {
  none, adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym,
  verb, x,
};

/// Tags of the Penn treebank and of its web treebank. `w` is what all of WDT, WP and WRB are.
enum class Xpos : std::uint8_t {
  none, add, afx, cc, cd, dt, ex, fw, gw, hyph, in, jj, jjr, jjs, ls, md, nfp, nn, nnp, nnps, nns,
  pdt, pos, prp, prp_poss, rb, rbr, rbs, rp, sym, to, uh, vb, vbd, vbg, vbn, vbp, vbz, w, wdt, wp,
  wp_poss, wrb, xx, lrb, rrb, period, comma, colon, open_quote, close_quote, currency, hash,
};

/// Relations of Universal Dependencies, with the subtypes that English has.
enum class Relation : std::uint8_t {
  none, acl, acl_relcl, advcl, advcl_relcl, advmod, amod, appos, aux, aux_pass, case_, cc,
  cc_preconj, ccomp, clf, compound, compound_prt, conj, cop, csubj, csubj_outer, csubj_pass, dep,
  det, det_predet, discourse, dislocated, expl, fixed, flat, flat_foreign, goeswith, iobj, list,
  mark, nmod, nmod_desc, nmod_npmod, nmod_poss, nmod_tmod, nmod_unmarked, nsubj, nsubj_outer,
  nsubj_pass, nummod, obj, obl, obl_agent, obl_npmod, obl_tmod, obl_unmarked, orphan, parataxis,
  punct, reparandum, root, vocative, xcomp,
};

// clang-format on

/// A member of one of the sets above, or any other label of a user's file, which keeps its name.
template <class Set>
class Label {
 public:
  Label() = default;  ///< without a name
  Label(Set known) : known_(known) {}
  explicit Label(std::string_view name);

  std::string_view name() const { return other_ ? *other_ : known_name(); }
  bool empty() const noexcept { return known_ == Set::none && !other_; }
  /// Whether it is `label` or a kind of it: "obl:agent" is obl, "NNS" is nn, also "obl:unheard".
  bool is(Set label) const;

  friend bool operator==(const Label& left, Set right) {
    return left.known_ == right && !left.other_;
  }
  friend bool operator==(const Label& left, const Label& right) {
    return left.name() == right.name();
  }

 private:
  std::string_view known_name() const;

  Set known_ = Set::none;  ///< of another label, the longest that it is a kind of
  std::shared_ptr<const std::string> other_;  ///< its name, if the set does not have it
};

extern template class Label<Upos>;
extern template class Label<Xpos>;
extern template class Label<Relation>;

/// Part of speech and tag of a word, which the models learn as one label: "NOUN\tNN".
struct Tag {
  Label<Upos> upos;
  Label<Xpos> xpos;

  Tag() = default;
  explicit Tag(std::string_view label);
};

}  // namespace dossier::extract
