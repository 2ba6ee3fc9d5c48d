// SPDX-License-Identifier: Apache-2.0
// Frames of verbs and copulas.
#include <algorithm>
#include <cmath>

#include "extract/clause/arguments.h"
#include "extract/clause/context.h"
#include "extract/clause/frames.h"
#include "extract/clause/phrase.h"
#include "extract/clause/reading.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class FrameMaker {
 public:
  explicit FrameMaker(const Reading& reading)
      : tree_(reading.tree), reading_(reading), contexts_(read_contexts(reading)) {}

  std::vector<Frame> make() {
    std::vector<Frame> frames;
    for (std::size_t p = 0; p < reading_.predicates.size(); ++p) frames.push_back(frame(p));
    return frames;
  }

 private:
  Frame frame(std::size_t p) const {
    const Predicate& predicate = reading_.predicates[p];
    const Context& context = contexts_[p];
    Frame frame;
    frame.kind = predicate.form.copula ? Frame::Kind::copula : Frame::Kind::verb;
    frame.head = predicate.head;
    frame.predicate = {predicate.form.words.front(), predicate.form.words.back() + 1};
    frame.lemma = lemma(predicate);
    frame.construction = predicate.construction;
    frame.passive = predicate.form.passive;
    frame.negated = context.negated;
    frame.denied = context.denied;
    frame.question = context.question;
    frame.modality = context.modality;
    frame.arguments = arguments_of(reading_, predicate);
    // "It was not possible to confirm the report": nobody could.
    if (context.nobody && frame.find(ArgumentRole::object)) frame.passive = true;
    for (const FrameArgument& argument : frame.arguments) {
      if (is_negative(argument)) frame.negated = true;
      const bool open = frame.modality == Modality::asserted || frame.modality == Modality::planned;
      if (is_choice(argument) && open && !frame.negated) frame.modality = Modality::possible;
    }
    if (context.source) frame.attributed = phrase(tree_, *context.source);
    if (predicate.governor) frame.governor = static_cast<std::uint32_t>(*predicate.governor);
    frame.confidence = sureness(predicate, frame) * context.weight;
    return frame;
  }

  std::string lemma(const Predicate& predicate) const {
    const std::optional<std::uint32_t> noun = light_noun(tree_, predicate);
    if (!noun) return predicate.form.lemma;
    const std::string& word = tree_.word(*noun);
    return predicate.form.lemma + "_" + (is_plural_noun(word) ? word : tree_.lemma(*noun));
  }

  bool is_negative(const FrameArgument& argument) const {
    if (argument.role != ArgumentRole::subject && argument.role != ArgumentRole::object &&
        argument.role != ArgumentRole::attribute)
      return false;
    return !argument.members.empty() && clause::is_negative(tree_, argument.members.front().head);
  }

  /// "Kenya or Uganda": one of them, nobody knows which.
  bool is_choice(const FrameArgument& argument) const {
    if (argument.members.size() < 2 ||
        (argument.role != ArgumentRole::subject && argument.role != ArgumentRole::object))
      return false;
    for (std::uint32_t i = argument.extent.first; i < argument.extent.last; ++i)
      if (tree_.is(i, cc) && tree_.word(i) == "or" && tree_.is(*tree_.head(i), conj) &&
          is_member(argument, *tree_.head(i)))
        return true;
    return false;
  }

  static bool is_member(const FrameArgument& argument, std::uint32_t i) {
    return std::any_of(argument.members.begin(), argument.members.end(),
                       [&](const Argument& member) { return member.tokens.contains(i); });
  }

  /// How sure the arcs are that hold the frame together.
  double sureness(const Predicate& predicate, const Frame& frame) const {
    double result = confidence::of_verb(tree_.sure(predicate.head));
    for (const FrameArgument& argument : frame.arguments)
      if (argument.role == ArgumentRole::subject || argument.role == ArgumentRole::object)
        result *= confidence::of_argument(argument.confidence);
    return confidence::bounded(result * confidence::kVerbFrame);
  }

  const Tree& tree_;
  const Reading& reading_;
  std::vector<Context> contexts_;
};

}  // namespace

std::vector<Frame> verb_frames(const Reading& reading) { return FrameMaker(reading).make(); }

}  // namespace dossier::extract::clause
