// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/passage.h"

#include <algorithm>
#include <iterator>

#include "desk/ask/passage_candidates.h"
#include "desk/ask/passage_fit.h"
#include "desk/ask/reading.h"

namespace dossier::asking {
namespace {

using extract::Sentence;

constexpr double kInPlace = 0.15;  ///< where the question asks, in a clause with its verb
constexpr double kNoVerb = 0.3;    ///< nothing says what the question's verb says
constexpr double kFar = 0.02;      ///< for each step along the tree

class PassageReader {
 public:
  PassageReader(const Reading& reading, const std::vector<PassageTerm>& terms,
                const SentenceText& source, const Sentence& parsed)
      : reading_(reading),
        terms_(terms, source, parsed),
        fit_(reading, source, parsed, terms_),
        candidates_(reading, source, parsed) {}

  std::vector<PassageValue> read() {
    std::vector<PassageValue> out;
    if (terms_.own() == 0 || terms_.lacks_name() || !fit_.may_tell()) return out;
    for (Candidate& one : candidates_.all()) {
      if (!fit_.may_be(one)) continue;
      const PassageFit::Place place = fit_.place_of(one);
      if (place == PassageFit::Place::other) continue;
      if (one.needs_place && place != PassageFit::Place::asked) continue;
      const double score = score_of(one, place);
      one.value.confidence = score;
      out.push_back({std::move(one.value), score});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    return out;
  }

 private:
  double score_of(const Candidate& one, PassageFit::Place place) const {
    double score = terms_.covered() - kFar * static_cast<double>(fit_.distance(one));
    const bool asked = place == PassageFit::Place::asked;
    if (asked) score += kInPlace;
    if (terms_.lacks_verb()) score -= kNoVerb;
    if (reading_.copula && reading_.wanted == Wanted::thing && !asked) score -= kNoVerb;
    return score;
  }

  const Reading& reading_;
  PassageTerms terms_;
  PassageFit fit_;
  Candidates candidates_;
};

}  // namespace

std::vector<PassageValue> passage_values(const Reading& reading,
                                         const std::vector<PassageTerm>& terms,
                                         const SentenceText& sentence) {
  std::vector<PassageValue> out;
  const extract::Analysis analysis = analysed(sentence.text, true, sentence.date);
  for (const Sentence& parsed : analysis.sentences) {
    std::vector<PassageValue> found = PassageReader(reading, terms, sentence, parsed).read();
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace dossier::asking
