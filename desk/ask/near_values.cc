// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/near_values.h"

#include <algorithm>
#include <limits>
#include <set>

#include "desk/ask/argument_parts.h"
#include "desk/ask/clause_fit.h"
#include "desk/ask/passage_fit.h"
#include "desk/ask/reading.h"
#include "desk/ask/sentence_tokens.h"
#include "desk/ask/tables.h"
#include "desk/ask/value_of_phrase.h"
#include "extract/document.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::Argument;
using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;
using extract::Sentence;
using extract::TokenRange;

struct Candidate {
  ClauseValue value;
  std::uint32_t head = 0;
};

std::string singular(std::string word) {
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

/// "investigation" for "investigate".
bool same_stem(const std::string& word, std::string verb) {
  constexpr std::size_t kShortest = 5;
  if (verb.ends_with('e')) verb.pop_back();
  return verb.size() >= kShortest && word.starts_with(verb);
}

class NearReader {
 public:
  NearReader(const Reading& reading, const SentenceText& source, const Sentence& parsed)
      : reading_(reading),
        source_(source),
        parsed_(parsed),
        phrases_(source, parsed),
        fit_(reading, parsed, phrases_),
        values_(reading, source, parsed) {
    for (const std::string& word : content_words(source.around)) around_.insert(singular(word));
  }

  std::optional<NearValue> read() {
    if (!find_terms() || !fit_.times_agree()) return std::nullopt;
    const std::optional<Candidate> best = nearest();
    if (!best) return std::nullopt;
    return NearValue{best->value, own_};
  }

 private:
  /// Where the terms stand; false when one stands neither here nor around, or the verb not here.
  bool find_terms() {
    for (const QuestionTerm& term : question_terms(reading_)) {
      const std::size_t before = places_.size();
      for (std::uint32_t i = 0; i < parsed_.tokens.size(); ++i)
        if (stands_at(term, i)) places_.push_back(i);
      const bool here = places_.size() > before;
      own_ += here ? 1 : 0;
      if (term.verb) verb_.assign(places_.begin() + static_cast<long>(before), places_.end());
      if (here) continue;
      const bool near = std::any_of(term.words.begin(), term.words.end(), [&](const auto& word) {
        return around_.contains(singular(word));
      });
      // "X visited Oslo" near "Lima" does not say who visited Lima.
      if (term.verb || !term.things.empty() || !near) return false;
    }
    return !places_.empty();
  }

  bool stands_at(const QuestionTerm& term, std::uint32_t at) const {
    const extract::Token& token = parsed_.tokens[at];
    const std::string lemma = ascii_lower(token.lemma);
    const std::string word = singular(ascii_lower(token.text));
    const bool said = std::any_of(term.words.begin(), term.words.end(), [&](const auto& one) {
      return lemma == one || word == singular(one) || (term.verb && same_stem(lemma, one));
    });
    return said || std::any_of(source_.names.begin(), source_.names.end(), [&](const auto& name) {
             return name.span.contains(token.span) &&
                    std::find(term.things.begin(), term.things.end(), name.thing) !=
                        term.things.end();
           });
  }

  std::vector<Candidate> candidates() const {
    std::vector<Candidate> out;
    if (reading_.wanted == Wanted::time)
      for (const extract::TimeExpression& time : parsed_.times)
        add(out, values_.words_of(time.tokens), time.tokens.last - 1, time_words(time));
    if (reading_.wanted == Wanted::thing || reading_.wanted == Wanted::place) add_named(out);
    return out;
  }

  void add_named(std::vector<Candidate>& out) const {
    for (std::uint32_t i = 0; i < parsed_.tokens.size(); ++i) {
      const Argument name{{i, i + 1}, i, std::nullopt, std::nullopt};
      const extract::Token& token = parsed_.tokens[i];
      const bool whole =
          std::any_of(source_.names.begin(), source_.names.end(), [&](const auto& n) {
            return n.named && n.span.contains(token.span) && n.span.end == token.span.end;
          });
      if (!whole) continue;
      const auto value = reading_.wanted == Wanted::place ? values_.place_of(name, "in")
                                                          : values_.value_of(name, name.tokens);
      if (value && may_be(i)) add(out, *value, i);
    }
  }

  /// Not what the question names, and not at another place of the question's clause.
  bool may_be(std::uint32_t token) const {
    for (const Role& role : reading_.roles)
      if (!role.wanted && phrases_.is_named(role.phrase, token)) return false;
    const Role* wanted = reading_.wanted_role();
    if (wanted == nullptr || reading_.wanted == Wanted::place) return true;
    const auto role = role_of(wanted->slot);
    for (const Frame& frame : parsed_.frames) {
      if (says(frame, token)) return false;
      if (!fit_.is_the_verb(frame)) continue;
      for (const FrameArgument& argument : frame.arguments) {
        const bool core =
            argument.role == ArgumentRole::subject || argument.role == ArgumentRole::object;
        if (core && argument.extent.contains(token) && (!role || argument.role != *role))
          return false;
      }
    }
    return true;
  }

  /// Who tells it is not whom it is about.
  static bool says(const Frame& frame, std::uint32_t token) {
    const FrameArgument* subject = frame.find(ArgumentRole::subject);
    return is_saying(frame.lemma.substr(0, frame.lemma.find('_'))) && subject != nullptr &&
           subject->extent.contains(token);
  }

  static void add(std::vector<Candidate>& out, ClauseValue value, std::uint32_t head,
                  const std::string& text = "") {
    if (!text.empty()) value.value = text;
    const bool known = std::any_of(out.begin(), out.end(), [&](const Candidate& one) {
      return one.value.value == value.value;
    });
    if (!known) out.push_back({std::move(value), head});
  }

  /// The one that is nearest to the verb, or to what else the question names.
  std::optional<Candidate> nearest() const {
    std::vector<Candidate> all = candidates();
    // Of two names either may be the one, however near it stands.
    if (reading_.wanted == Wanted::thing && all.size() > 1) return std::nullopt;
    std::optional<Candidate> best;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    bool again = false;
    for (Candidate& candidate : all) {
      std::size_t far = std::numeric_limits<std::size_t>::max();
      for (const std::uint32_t place : verb_.empty() ? places_ : verb_)
        far = std::min(far, tree_distance(parsed_, candidate.head, place));
      again = far == least || (again && far > least);
      if (far >= least) continue;
      least = far;
      best = std::move(candidate);
    }
    return again ? std::nullopt : best;
  }

  const Reading& reading_;
  const SentenceText& source_;
  const Sentence& parsed_;
  PhraseMatcher phrases_;
  ClauseFit fit_;
  PhraseValues values_;
  std::set<std::string> around_;
  std::vector<std::uint32_t> places_, verb_;
  std::size_t own_ = 0;
};

/// Every clause of it is told as a fact.
bool is_plain(const Sentence& sentence) {
  return std::all_of(sentence.frames.begin(), sentence.frames.end(), [](const Frame& frame) {
    return is_told(frame) && !frame.negated && frame.modality == extract::Modality::asserted;
  });
}

}  // namespace

std::optional<NearValue> near_value(const Reading& reading, const SentenceText& sentence) {
  const extract::Analysis analysis = analysed(sentence.text, true, sentence.date);
  const std::vector<PassageTerm> asked = passage_terms(reading);
  for (const Sentence& parsed : analysis.sentences) {
    const PassageTerms terms(asked, sentence, parsed);
    if (!is_plain(parsed) || !PassageFit(reading, sentence, parsed, terms).may_tell()) continue;
    if (auto value = NearReader(reading, sentence, parsed).read()) return value;
  }
  return std::nullopt;
}

}  // namespace dossier::asking
