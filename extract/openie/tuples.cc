#include "extract/openie/tuples.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/clause/reading.h"
#include "extract/clause/words.h"
#include "extract/openie/surface.h"

namespace dossier::extract {

namespace {

using clause::Link;
using clause::Predicate;
using clause::Reading;
using clause::Tree;
using openie::Words;

class TupleReader {
 public:
  TupleReader(const Sentence& sentence, std::u32string_view text)
      : sentence_(sentence), text_(text), tree_(sentence) {
    clause::mend(tree_);
  }

  std::vector<OpenTuple> read() {
    const Reading reading = clause::read_predicates(tree_);
    for (std::size_t p = 0; p < reading.predicates.size(); ++p) tuple(reading, p);
    for (const Frame& frame : sentence_.frames)
      if (frame.kind == Frame::Kind::apposition) apposition(frame);
    return std::move(tuples_);
  }

 private:
  /// The predicate whose subject this one takes over: "is expected to spend".
  static std::optional<std::size_t> carrier(const Reading& reading, const Predicate& predicate) {
    if (predicate.link != Link::controlled || predicate.joined || !predicate.governor)
      return std::nullopt;
    const Predicate& above = reading.predicates[*predicate.governor];
    if (above.subject != predicate.subject || reading.tree.head(predicate.head) != above.head)
      return std::nullopt;
    return predicate.governor;
  }

  Words relation(const Reading& reading, std::size_t p) const {
    const Predicate& predicate = reading.predicates[p];
    Words words = predicate.form.words;
    if (predicate.form.copula && !tree_.is_nominal(predicate.head)) {
      for (const std::uint32_t word :
           openie::phrase_words(tree_, predicate.head, clausal(predicate)))
        words.push_back(word);
    }
    if (const auto above = carrier(reading, predicate)) {
      for (const std::uint32_t word : relation(reading, *above)) words.push_back(word);
      if (const auto mark = tree_.child(predicate.head, "mark")) words.push_back(*mark);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  /// The children of a predicate that are no part of its noun or adjective.
  Words clausal(const Predicate& predicate) const {
    Words result;
    for (const std::uint32_t child : tree_.children(predicate.head)) {
      const bool inside = tree_.is_any(child, {"det", "amod", "compound", "nummod", "nmod", "flat",
                                               "case", "fixed", "appos", "acl", "goeswith"}) ||
                          (tree_.is(child, "advmod") && child < predicate.head) ||
                          (tree_.is(child, "conj") && !reading_at(child)) ||
                          (tree_.is_any(child, {"cc", "punct"}) && child > predicate.head);
      if (!inside) result.push_back(child);
    }
    for (const std::uint32_t word : predicate.form.words)
      if (std::find(result.begin(), result.end(), word) == result.end()) result.push_back(word);
    return result;
  }

  bool reading_at(std::uint32_t i) const {
    return tree_.upos(i) == "VERB" || tree_.has(i, "cop") || tree_.has(i, "nsubj");
  }

  struct Part {
    std::uint32_t head;
    Words words;
  };

  void tuple(const Reading& reading, std::size_t p) {
    const Predicate& predicate = reading.predicates[p];
    if (!predicate.subject) return;
    for (const Predicate& other : reading.predicates)
      if (carrier(reading, other) == p) return;
    Words verb = relation(reading, p);
    std::vector<Part> parts;
    add_parts(reading, p, verb, parts);
    std::sort(parts.begin(), parts.end(), [&](const Part& a, const Part& b) {
      const bool left = a.words.front() < verb.front();
      const bool right = b.words.front() < verb.front();
      return left != right ? right : a.words.front() < b.words.front();
    });
    Words who = subject_words(predicate);
    if (who.empty()) return;
    OpenTuple result;
    result.relation = relation_text(predicate, verb, parts);
    result.arguments.push_back(openie::render(tree_, who, text_));
    for (const Part& part : parts)
      result.arguments.push_back(openie::render(tree_, part.words, text_));
    result.confidence = sentence_.frames[p].confidence;
    if (result.arguments.size() < 2) result.confidence *= 0.5;
    tuples_.push_back(std::move(result));
  }

  std::string relation_text(const Predicate& predicate, Words verb,
                            std::vector<Part>& parts) const {
    std::string text = openie::render(tree_, verb, text_);
    const bool bare = predicate.form.gerund || predicate.form.participle;
    if (bare && predicate.link != Link::controlled) text = "is " + text;
    if (parts.empty() || parts.front().words.front() < verb.front()) return text;
    Words opening;
    Part& first = parts.front();
    for (const std::uint32_t child : tree_.children(first.head))
      if (tree_.is_any(child, {"case", "mark"}) && child < first.head &&
          child == first.words.front() + opening.size())
        opening.push_back(child);
    if (opening.empty() || opening.size() >= first.words.size()) return text;
    first.words.erase(first.words.begin(),
                      first.words.begin() + static_cast<std::ptrdiff_t>(opening.size()));
    return text + " " + openie::render(tree_, opening, text_);
  }

  Words subject_words(const Predicate& predicate) const {
    Words without;
    const std::uint32_t noun = *predicate.subject;
    for (const std::uint32_t child : tree_.children(noun))
      if (tree_.is(child, "acl") || (tree_.is(child, "case") && child < noun))
        without.push_back(child);
    if (tree_.head(noun) == predicate.head) {
      without.clear();
    }
    if (reading_at(noun) && tree_.below(predicate.head, noun))
      for (const std::uint32_t child : tree_.children(noun))
        if (tree_.is_any(child, {"nsubj", "cop", "aux", "advcl", "obl", "mark"}))
          without.push_back(child);
    return openie::phrase_words(tree_, noun, without);
  }

  void add_parts(const Reading& reading, std::size_t p, const Words& verb,
                 std::vector<Part>& parts) const {
    const Predicate& predicate = reading.predicates[p];
    if (predicate.form.copula && tree_.is_nominal(predicate.head)) {
      Words words = openie::phrase_words(tree_, predicate.head, clausal(predicate));
      if (!words.empty()) parts.push_back({predicate.head, std::move(words)});
    }
    for (const std::uint32_t child : tree_.children(predicate.head))
      add_part(predicate, child, verb, parts);
    if (const auto above = carrier(reading, predicate)) {
      const Predicate& other = reading.predicates[*above];
      for (const std::uint32_t child : tree_.children(other.head))
        if (child != predicate.head) add_part(other, child, verb, parts);
    }
  }

  void add_part(const Predicate& predicate, std::uint32_t child, const Words& verb,
                std::vector<Part>& parts) const {
    if (std::find(verb.begin(), verb.end(), child) != verb.end()) return;
    if (predicate.subject == child) return;
    Words words;
    if (tree_.is_any(child, {"obj", "iobj", "obl"})) {
      const bool relative = tree_.xpos(child).starts_with("W") && predicate.antecedent;
      if (relative) return;
      words = openie::phrase_words(tree_, child, {});
    } else if (tree_.is_any(child, {"ccomp", "xcomp"})) {
      words = openie::all_words(tree_, child);
    } else if (tree_.is(child, "advcl")) {
      if (!is_added(child)) return;
      words = openie::all_words(tree_, child);
    } else if (tree_.is(child, "advmod")) {
      if (tree_.xpos(child).starts_with("W")) return;
      words = openie::all_words(tree_, child);
    } else {
      return;
    }
    if (!words.empty()) parts.push_back({child, std::move(words)});
  }

  bool is_added(std::uint32_t) const { return true; }

  void apposition(const Frame& frame) {
    const std::optional<std::uint32_t> noun = tree_.head(frame.head);
    if (!noun) return;
    OpenTuple result;
    result.relation = "is";
    Words without;
    for (const std::uint32_t child : tree_.children(*noun))
      if (tree_.is(child, "acl") || tree_.is(child, "case")) without.push_back(child);
    result.arguments = {openie::render(tree_, openie::phrase_words(tree_, *noun, without), text_),
                        openie::render(tree_, openie::phrase_words(tree_, frame.head, {}), text_)};
    result.confidence = frame.confidence;
    tuples_.push_back(std::move(result));
  }

  const Sentence& sentence_;
  std::u32string_view text_;
  Tree tree_;
  std::vector<OpenTuple> tuples_;
};

}  // namespace

std::vector<OpenTuple> open_tuples(const Sentence& sentence, std::u32string_view text) {
  return TupleReader(sentence, text).read();
}

}  // namespace dossier::extract
