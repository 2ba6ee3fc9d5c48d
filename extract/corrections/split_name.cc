// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections/split_name.h"

#include <algorithm>
#include <map>

#include "extract/corrections/graph_view.h"
#include "extract/corrections/substitute.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

class NameSplit {
 public:
  NameSplit(const Decision& decision, const TripleSet& graph)
      : decision_(decision), graph_(graph), view_(graph) {}

  Patch run() {
    mentions_ = view_.mentions(decision_.entity);
    known_ = view_.names(decision_.entity);
    for (const Term& mention : mentions_)
      if (goes(mention)) gone_.insert(mention);
    const std::string& name = decision_.names.front();
    if (gone_.empty() && !known_.contains(name)) return {};
    const bool everything = !mentions_.empty() && gone_.size() == mentions_.size();
    if (everything) {
      move_all();
    } else {
      move_mentions();
      move_facts();
    }
    move_names(everything);
    return patch_;
  }

 private:
  /// A name is decided by its text, anything else ("he", "the council") by its antecedent.
  bool goes(const Term& mention) const {
    Term at = mention;
    for (std::size_t steps = 0; steps <= mentions_.size(); ++steps) {
      const std::string name = name_in_text(view_.text(at, k::kText));
      if (name == decision_.names.front()) return true;
      if (known_.contains(name)) return false;
      const std::vector<Term> rests_on = view_.objects(at, k::kAntecedent);
      if (rests_on.empty()) return false;
      at = rests_on.front();
    }
    return false;
  }

  void remove(const Triple& triple) {
    if (graph_.contains(triple)) patch_.removed.insert(triple);
  }

  void add(Triple triple) {
    patch_.removed.erase(triple);
    if (!graph_.contains(triple)) patch_.added.insert(std::move(triple));
  }

  bool is_name_or_class(const Triple& triple) const {
    const std::string& predicate = triple.predicate.value();
    return triple.subject == decision_.entity &&
           (predicate == kLabel || predicate == kAltLabel || predicate == vocabulary::rdf::kType);
  }

  void move_all() {
    for (const Triple& triple : graph_) {
      if (!speaks_of(triple, decision_.entity) || is_name_or_class(triple)) continue;
      remove(triple);
      add(substitute(triple, decision_.entity, decision_.other));
    }
  }

  void move_mentions() {
    std::map<Term, std::pair<bool, bool>> sentences;  // some go, some stay
    for (const Term& mention : mentions_) {
      const bool goes_too = gone_.contains(mention);
      for (const Term& sentence : view_.objects(mention, k::kPartOf))
        (goes_too ? sentences[sentence].first : sentences[sentence].second) = true;
      if (!goes_too) continue;
      remove({mention, iri(k::kOf), decision_.entity});
      add({mention, iri(k::kOf), decision_.other});
    }
    for (const auto& [sentence, which] : sentences) {
      if (which.first) add({sentence, iri(k::kMentions), decision_.other});
      if (which.first && !which.second) remove({sentence, iri(k::kMentions), decision_.entity});
    }
  }

  /// Of the mentions in the argument's sentence, the longest whose words are in it decides.
  bool argument_goes(const Term& reifier, std::string_view text_predicate) const {
    const std::string argument = view_.text(reifier, text_predicate);
    const std::vector<Term> sentences = view_.objects(reifier, k::kEvidence);
    std::size_t longest = 0;
    bool result = false;
    for (const Term& mention : mentions_) {
      const std::vector<Term> where = view_.objects(mention, k::kPartOf);
      if (sentences.empty() || where.empty() || where.front() != sentences.front()) continue;
      const std::string text = view_.text(mention, k::kText);
      if (text.size() <= longest || argument.find(text) == std::string::npos) continue;
      longest = text.size();
      result = gone_.contains(mention);
    }
    return result;
  }

  bool is_asserted(const Term& reifier) const {
    return view_.text(reifier, k::kPolarity).empty() && view_.text(reifier, k::kModality).empty();
  }

  Triple moved(const Term& reifier, Triple fact) const {
    if (fact.subject == decision_.entity && argument_goes(reifier, k::kSubjectText))
      fact.subject = decision_.other;
    if (fact.object == decision_.entity && argument_goes(reifier, k::kObjectText))
      fact.object = decision_.other;
    return fact;
  }

  /// A triple stays asserted as long as one reifier of it stays.
  void move_facts() {
    const Term reifies = iri(vocabulary::rdf::kReifies);
    std::set<Triple> left, stays;
    for (const Triple& triple : graph_) {
      if (triple.predicate != reifies || !triple.object.is_triple() ||
          !speaks_of(triple.object, decision_.entity))
        continue;
      const Triple& fact = triple.object.as_triple();
      const Triple fresh = moved(triple.subject, fact);
      const bool asserted = is_asserted(triple.subject) && graph_.contains(fact);
      if (fresh == fact) {
        if (asserted) stays.insert(fact);
        continue;
      }
      remove(triple);
      add({triple.subject, reifies, Term::triple(fresh)});
      if (!asserted) continue;
      left.insert(fact);
      add(fresh);
    }
    for (const Triple& fact : left)
      if (!stays.contains(fact)) remove(fact);
  }

  void move_names(bool everything) {
    const Term& part = decision_.other;
    for (const Term& one : view_.objects(decision_.entity, vocabulary::rdf::kType)) {
      add({part, iri(vocabulary::rdf::kType), one});
      if (everything) remove({decision_.entity, iri(vocabulary::rdf::kType), one});
    }
    add({part, iri(kLabel), Term::string(decision_.other_label)});
    for (const std::string_view predicate : {kLabel, kAltLabel}) {
      for (const Term& name : view_.objects(decision_.entity, predicate)) {
        const bool goes = name.value() == decision_.names.front();
        if (goes || everything) remove({decision_.entity, iri(predicate), name});
        if (everything && !goes && name.value() != decision_.entity_label)
          add({part, iri(kAltLabel), name});
        if (goes && !everything && predicate == kLabel) rename_rest();
      }
    }
  }

  void rename_rest() {
    const Term rest = Term::string(decision_.rest_label);
    remove({decision_.entity, iri(kAltLabel), rest});
    add({decision_.entity, iri(kLabel), rest});
  }

  const Decision& decision_;
  const TripleSet& graph_;
  GraphView view_;
  std::vector<Term> mentions_;
  std::set<std::string> known_;
  std::set<Term> gone_;
  Patch patch_;
};

}  // namespace

Patch split_name(const Decision& decision, const TripleSet& graph) {
  return NameSplit(decision, graph).run();
}

}  // namespace dossier::extract
