// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/verb_form.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class FormReader {
 public:
  FormReader(const Tree& tree, std::uint32_t head) : tree_(tree), head_(head) {}

  VerbForm read() {
    form_.copula = tree_.has(head_, cop);
    bool auxiliary = false;
    for (const std::uint32_t child : tree_.children(head_)) {
      if (tree_.is_any(child, {aux, cop})) {
        read_auxiliary(child);
        auxiliary = true;
        form_.words.push_back(child);
      } else if (tree_.is(child, cc) && child < head_ && joins_denied(tree_.word(child))) {
        form_.negated = true;
      } else if (tree_.is(child, advmod) && denies(tree_, child)) {
        form_.negated = !form_.negated;
        form_.words.push_back(child);
      } else if (tree_.relation(child) == compound_prt || is_particle_adverb(child) ||
                 is_left_behind(child)) {
        particles_.push_back(child);
      } else if (tree_.is(child, mark) && tree_.word(child) == "to") {
        form_.infinitive = true;
      }
    }
    if (!form_.copula) read_head(auxiliary);
    name();
    add_adverbs();
    return std::move(form_);
  }

 private:
  /// "neither smoked nor drank"
  static bool joins_denied(const std::string& word) { return word == "neither" || word == "nor"; }

  /// "was agreed upon", "is complied with"
  bool is_left_behind(std::uint32_t i) const {
    return i == head_ + 1 && tree_.upos(i) == Upos::adp && tree_.children(i).empty() &&
           tree_.is_any(i, {obl, case_, advmod}) && tree_.has(head_, aux_pass);
  }

  /// "passed away", "came back": the adverb belongs to the verb.
  bool is_particle_adverb(std::uint32_t i) const {
    static constexpr std::string_view kPlain[] = {"home", "in", "on", "over", "through", "along"};
    const bool plain =
        std::find(std::begin(kPlain), std::end(kPlain), tree_.word(i)) != std::end(kPlain);
    const std::string& lemma = tree_.lemma(head_);
    const bool taken = tree_.word(i) == "over" && (lemma == "take" || lemma == "hand");
    return tree_.is(i, advmod) && i == head_ + 1 && tree_.children(i).empty() &&
           tree_.upos(head_) == Upos::verb && is_particle(tree_.word(i)) && (!plain || taken);
  }

  void read_auxiliary(std::uint32_t i) {
    const std::string& word = tree_.word(i);
    const auto& tag = tree_.xpos(i);
    if (tag == Xpos::vbd) form_.past = true;
    if (tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::md)
      form_.finite = true;
    if (tree_.relation(i) == aux_pass) form_.passive = true;
    if (tree_.lemma(i) == "have" && !tree_.is(i, cop)) form_.perfect = true;
    if (tag == Xpos::md) read_modal(word);
    // "is to be built", "are to meet"
    if (tree_.lemma(i) == "be" && (tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::vbd) &&
        precedes_to(i))
      form_.modality = Modality::planned;
  }

  bool precedes_to(std::uint32_t i) const {
    for (std::uint32_t at = i + 1; at < head_; ++at) {
      if (tree_.head(at) == head_ && tree_.is(at, mark)) return tree_.word(at) == "to";
      if (tree_.is_any(at, {aux, nsubj})) return false;
    }
    return false;
  }

  void read_modal(const std::string& word) {
    form_.modal = true;
    if (word == "may" || word == "might" || word == "could" || word == "can" || word == "ca") {
      form_.modality = Modality::possible;
    } else if (word == "must" || word == "should" || word == "ought") {
      form_.modality = Modality::necessary;
    } else if (word == "would" || word == "'d" || word == "’d") {
      form_.modality = Modality::conditional;
      form_.would = true;
    } else {
      form_.modality = Modality::planned;
    }
  }

  void read_head(bool auxiliary) {
    const auto& tag = tree_.xpos(head_);
    if (!auxiliary) {
      form_.finite = tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::vbd;
      form_.past = tag == Xpos::vbd;
      form_.gerund = tag == Xpos::vbg;
      form_.participle = tag == Xpos::vbn || (tag == Xpos::vbd && tree_.relation(head_) == acl);
      form_.bare = tag == Xpos::vb || tag == Xpos::vbp;
      if (form_.participle && has_active_subject()) {  // "left", read as a participle
        form_.participle = false;
        form_.finite = form_.past = true;
      }
      if (form_.participle) form_.finite = form_.past = false;
    }
    if (form_.participle && !form_.perfect) form_.passive = true;
  }

  bool has_active_subject() const {
    const std::optional<std::uint32_t> subject = tree_.child(head_, nsubj);
    return subject && tree_.relation(*subject) == nsubj && *subject < head_;
  }

  void name() {
    form_.lemma = form_.copula ? "be" : tree_.lemma(head_);
    if (!form_.copula) form_.words.push_back(head_);
    for (const std::uint32_t particle : particles_) {
      form_.lemma += "_" + tree_.word(particle);
      form_.words.push_back(particle);
    }
    std::sort(form_.words.begin(), form_.words.end());
  }

  /// Adverbs between the verb's words.
  void add_adverbs() {
    if (form_.words.empty()) return;
    const std::uint32_t first = form_.words.front();
    const std::uint32_t last = form_.words.back();
    for (const std::uint32_t child : tree_.children(head_)) {
      const TokenRange range = tree_.extent(child);
      if (!tree_.is(child, advmod) || range.first + 1 < first || range.first > last) continue;
      if (range.last > last + 1 || range.last - range.first > 2) continue;
      for (std::uint32_t i = range.first; i < range.last; ++i) form_.words.push_back(i);
    }
    std::sort(form_.words.begin(), form_.words.end());
    form_.words.erase(std::unique(form_.words.begin(), form_.words.end()), form_.words.end());
  }

  const Tree& tree_;
  std::uint32_t head_;
  std::vector<std::uint32_t> particles_;
  VerbForm form_;
};

}  // namespace

bool denies(const Tree& tree, std::uint32_t i) {
  const std::string& word = tree.word(i);
  if (word == "no" && tree.is(i, advmod)) return false;  // "no longer" comes with its adverb
  // "is anything but clear"
  if (word == "anything" && tree.is(i, advmod)) return true;
  // "not only ignored it but"
  if (i + 1 < tree.size() && (tree.word(i + 1) == "only" || tree.word(i + 1) == "just" ||
                              tree.word(i + 1) == "merely" || tree.word(i + 1) == "simply"))
    return false;
  if (is_negator(word)) return true;
  if (tree.has(i, fixed)) return false;  // "no more than 40"
  for (const std::uint32_t child : tree.children(i))
    if (tree.word(child) == "no" && (tree.word(i) == "longer" || tree.word(i) == "more"))
      return true;
  return false;
}

VerbForm verb_form(const Tree& tree, std::uint32_t head) { return FormReader(tree, head).read(); }

}  // namespace dossier::extract::clause
