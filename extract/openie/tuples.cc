// SPDX-License-Identifier: Apache-2.0
#include "extract/openie/tuples.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "extract/clause/reading.h"
#include "extract/clause/words.h"
#include "extract/openie/surface.h"
#include "extract/openie/tuple_parts.h"

namespace dossier::extract {

using enum Relation;

namespace {

using clause::Reading;
using clause::Tree;
using openie::Part;
using openie::Words;

double log_of(std::size_t count) { return std::log(static_cast<double>(count)); }

class TupleReader {
 public:
  TupleReader(const Sentence& sentence, std::u32string_view text)
      : sentence_(sentence), text_(text), tree_(sentence), reading_(tree_, sentence.predicates) {}

  std::vector<OpenTuple> read() {
    for (std::size_t p = 0; p < reading_.predicates.size(); ++p) {
      if (!is_carrier(p)) tuple(p);
      late_report(p);
    }
    for (const Frame& frame : sentence_.frames)
      if (frame.kind == Frame::Kind::apposition) apposition(frame.head);
    for (std::uint32_t i = 0; i < tree_.size(); ++i)
      if (tree_.relation(i) == nmod_desc) title(i);
    return std::move(tuples_);
  }

 private:
  bool is_carrier(std::size_t p) const {
    return std::any_of(
        reading_.predicates.begin(), reading_.predicates.end(),
        [&](const Predicate& other) { return openie::carrier(reading_, other) == p; });
  }

  std::string render(const Words& words) const { return openie::render(tree_, words, text_); }

  void tuple(std::size_t p) {
    const Predicate& predicate = reading_.predicates[p];
    if (!predicate.subject) return;
    const Words relation = openie::relation_words(reading_, p);
    const Words who = openie::subject_words(tree_, predicate);
    if (who.empty()) return;
    std::vector<Part> parts = openie::parts_of(reading_, p, relation);
    OpenTuple result;
    result.signs = signs(p, relation.size() + who.size(), parts);
    result.signs[openie::kSubjectWords] = log_of(who.size());
    result.relation = relation_text(predicate, relation, parts);
    result.arguments.push_back(render(who));
    for (const Part& part : parts) result.arguments.push_back(render(part.words));
    add(std::move(result));
  }

  void add(OpenTuple tuple) {
    tuple.confidence = openie::confidence(tuple.signs);
    tuples_.push_back(std::move(tuple));
  }

  /// The opening preposition of the first argument moves into the relation.
  std::string relation_text(const Predicate& predicate, const Words& relation,
                            std::vector<Part>& parts) const {
    std::string text = render(relation);
    if (predicate.link != Link::controlled) {
      if (predicate.form.gerund) text = "is " + text;
      if (predicate.form.participle) text = "was " + text;
    }
    if (parts.empty() || parts.front().words.front() < relation.front()) return text;
    Part& first = parts.front();
    std::size_t opening = 0;
    for (const std::uint32_t child : tree_.children(first.head))
      if (tree_.is_any(child, {case_, mark}) && child < first.head &&
          child == first.words.front() + opening)
        ++opening;
    if (opening == 0 || opening >= first.words.size()) return text;
    const auto cut = first.words.begin() + static_cast<std::ptrdiff_t>(opening);
    text += " " + render(Words(first.words.begin(), cut));
    first.words.erase(first.words.begin(), cut);
    return text;
  }

  openie::Signs signs(std::size_t p, std::size_t words, const std::vector<Part>& parts) const {
    const Predicate& predicate = reading_.predicates[p];
    const Frame& frame = sentence_.frames[p];
    openie::Signs result = common_signs(predicate.head, words);
    read_parts(words, parts, result);
    result[openie::kCopula] = predicate.form.copula;
    result[openie::kPassive] = predicate.form.passive;
    result[openie::kPronoun] = is_pronoun(*predicate.subject);
    result[openie::kSubjectArc] = tree_.sure(*predicate.subject);
    result[openie::kRelative] = frame.construction == Construction::relative;
    result[openie::kParticiple] = frame.construction == Construction::participle;
    result[openie::kAdjunct] = frame.construction == Construction::adjunct;
    result[openie::kComplement] = frame.construction == Construction::complement;
    result[openie::kGerund] = predicate.form.gerund;
    result[openie::kNotAsserted] = frame.denied || frame.modality != Modality::asserted;
    result[openie::kInverted] = predicate.head < *predicate.subject;
    return result;
  }

  bool is_pronoun(std::uint32_t i) const {
    return tree_.upos(i) == Upos::pron || tree_.upos(i) == Upos::det;
  }

  void read_parts(std::size_t words, const std::vector<Part>& parts, openie::Signs& signs) const {
    signs[openie::kLeastArc] = 1;
    std::size_t longest = 1;
    for (const Part& part : parts) {
      const double sure = tree_.sure(part.head);
      signs[openie::kLeastArc] = std::min(signs[openie::kLeastArc], sure);
      signs[openie::kMeanArc] += sure / static_cast<double>(parts.size());
      words += part.words.size();
      longest = std::max(longest, part.words.size() + 1);
      if (tree_.is(part.head, advcl)) signs[openie::kAdverbialClause] = 1;
      if (tree_.is_any(part.head, {ccomp, xcomp})) signs[openie::kClause] = 1;
    }
    signs[openie::kTupleWords] = log_of(words);
    signs[openie::kLongestArgument] = log_of(longest);
    signs[openie::kNoArgument] = parts.empty();
    signs[openie::kOneArgument] = parts.size() == 1;
    signs[openie::kManyArguments] = parts.size() > 2 ? static_cast<double>(parts.size() - 2) : 0;
  }

  openie::Signs common_signs(std::uint32_t head, std::size_t words) const {
    openie::Signs result{};
    result[openie::kBias] = 1;
    result[openie::kPredicateArc] = tree_.sure(head);
    result[openie::kSentenceWords] = log_of(tree_.size());
    result[openie::kTupleWords] = log_of(words);
    std::size_t depth = 1;
    for (auto above = tree_.head(head); above; above = tree_.head(*above)) ++depth;
    result[openie::kDepth] = log_of(depth);
    return result;
  }

  /// "..., the firm added": what comes before is what was added.
  void late_report(std::size_t p) {
    const Predicate& said = reading_.predicates[p];
    if (!tree_.is(said.head, parataxis) || !said.subject ||
        !clause::takes_clause(said.form.lemma) || tree_.has(said.head, obj) ||
        tree_.has(said.head, ccomp))
      return;
    Words words;
    for (const std::uint32_t word : openie::all_words(tree_, *tree_.head(said.head)))
      if (!tree_.extent(said.head).contains(word)) words.push_back(word);
    while (!words.empty() && tree_.upos(words.back()) == Upos::punct) words.pop_back();
    OpenTuple result;
    result.relation = render(openie::relation_words(reading_, p));
    result.arguments = {render(openie::subject_words(tree_, said)), render(words)};
    result.signs = signs(p, words.size() + 3, {});
    result.signs[openie::kNoArgument] = 0;
    result.signs[openie::kOneArgument] = 1;
    add(std::move(result));
  }

  /// "X, the head of Y": a copula nobody wrote.
  void apposition(std::uint32_t i) {
    const std::uint32_t noun = *tree_.head(i);
    Words without;
    for (const std::uint32_t child : tree_.children(noun))
      if (tree_.is_any(child, {acl, case_})) without.push_back(child);
    implied(i, openie::phrase_words(tree_, noun, without), openie::kApposition);
  }

  /// "President X": the name alone is who holds the title.
  void title(std::uint32_t i) {
    const std::uint32_t noun = *tree_.head(i);
    if (i > noun || tree_.word(i).size() <= 3) return;  // "Mr." says nothing
    Words without;
    for (const std::uint32_t child : tree_.children(noun))
      if (child < noun || !tree_.is_any(child, {flat, compound})) without.push_back(child);
    implied(i, openie::phrase_words(tree_, noun, without), openie::kTitle);
  }

  void implied(std::uint32_t i, const Words& who, openie::Sign construction) {
    const Words what = openie::phrase_words(tree_, i, {});
    if (who.empty() || what.empty()) return;
    OpenTuple result;
    result.relation = "is";
    result.arguments = {render(who), render(what)};
    result.signs = common_signs(i, who.size() + what.size() + 1);
    result.signs[openie::kSubjectArc] = tree_.sure(*tree_.head(i));
    result.signs[openie::kMeanArc] = result.signs[openie::kLeastArc] = tree_.sure(i);
    result.signs[openie::kOneArgument] = 1;
    result.signs[construction] = 1;
    add(std::move(result));
  }

  const Sentence& sentence_;
  std::u32string_view text_;
  Tree tree_;
  Reading reading_;
  std::vector<OpenTuple> tuples_;
};

}  // namespace

std::vector<OpenTuple> open_tuples(const Sentence& sentence, std::u32string_view text) {
  return TupleReader(sentence, text).read();
}

}  // namespace dossier::extract
