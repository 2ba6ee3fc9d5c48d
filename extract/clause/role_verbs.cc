// SPDX-License-Identifier: Apache-2.0
// Roles by what verbs say: "X is the president of Y", "X was appointed director", "X serves as
// mayor". What the verb's frame says of its truth and time holds for the role.
#include <algorithm>
#include <array>

#include "extract/clause/frames.h"
#include "extract/clause/role_maker.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

namespace {

class VerbRoles : RoleMaker {
 public:
  using RoleMaker::RoleMaker;

  void read() {
    const std::size_t count = frames_.size();
    for (std::size_t f = 0; f < count; ++f) {
      const Frame::Kind kind = frames_[f].kind;
      const bool verbal = kind == Frame::Kind::verb || kind == Frame::Kind::copula;
      // A copy: what is told is appended to the frames.
      if (verbal && !frames_[f].denied) read(Frame(frames_[f]));
    }
  }

 private:
  void read(const Frame& verb) {
    const bool appoints = is_appointing_verb(verb.lemma);
    const bool is =
        verb.kind == Frame::Kind::copula || verb.lemma == "become" || verb.lemma == "remain";
    if (!appoints && !is && !is_serving_verb(verb.lemma) && !is_succeeding_verb(verb.lemma)) return;
    const FrameArgument* who = appoints ? verb.find(ArgumentRole::recipient) : nullptr;
    if (appoints && !who) who = verb.find(ArgumentRole::object);
    if (!who) who = verb.find(ArgumentRole::subject);
    const FrameArgument* what = who ? post_of(verb, *who) : nullptr;
    if (!what) return;
    for (const Argument& post : what->members)
      for (const Argument& person : who->members)
        tell(verb, person, post.head, who->members.size() > 1);
    // "The president of Y is X."
    if (verb.kind == Frame::Kind::copula && what->members.size() == 1)
      tell(verb, what->members.front(), who->members.front().head, false);
  }

  /// "elected X PRESIDENT", "serves AS MAYOR", "remained CHAIRMAN", "succeeded X AS MAYOR".
  static const FrameArgument* post_of(const Frame& verb, const FrameArgument& who) {
    const bool succeeds = is_succeeding_verb(verb.lemma);
    for (const FrameArgument& argument : verb.arguments) {
      const bool plain =
          argument.role == ArgumentRole::attribute || argument.role == ArgumentRole::object;
      if (&argument == &who || argument.members.empty()) continue;
      if (plain && succeeds) continue;
      if ((plain && argument.marker.empty()) || argument.marker == "as") return &argument;
    }
    return nullptr;
  }

  void tell(const Frame& verb, const Argument& person, std::uint32_t post, bool several) {
    const std::optional<Argument> holder =
        is_post(post) ? holder_argument(person, post) : std::nullopt;
    if (!holder || tree_.holder(post)) return;
    const std::optional<Title> found = title(post);
    if (!found || found->plural != several) return;
    const Construction construction =
        verb.kind == Frame::Kind::copula ? Construction::copula : Construction::verb;
    if (!add(*found, *holder, verb.confidence * confidence::kPostOfVerb, construction)) return;
    Frame& role = frames_.back();
    role.former = role.former || is_over(verb);
    role.negated = verb.negated;
    role.question = verb.question;
    role.modality = verb.modality;
    role.attributed = verb.attributed;
    for (const FrameArgument& argument : verb.arguments)
      if (argument.role == ArgumentRole::time) role.arguments.push_back(argument);
  }

  /// "was formerly a professor"
  bool is_over(const Frame& verb) const {
    return std::any_of(verb.arguments.begin(), verb.arguments.end(), [&](const auto& argument) {
      bool ended = false;
      return argument.role == ArgumentRole::adverb &&
             argument.extent.last == argument.extent.first + 1 &&
             is_title_modifier(tree_.word(argument.extent.first), ended) && ended;
    });
  }

  std::optional<Argument> holder_argument(const Argument& person, std::uint32_t post) const {
    // "Classicist X": the head may be a word before the name.
    for (const std::uint32_t i : {person.head, person.tokens.last - 1})
      if (const Mention* name = holder_name(i, post)) return argument_of(*name);
    static constexpr std::array<std::string_view, 6> kPeople = {"he",  "she", "i",
                                                                "him", "her", "me"};
    const bool pronoun =
        person.tokens.last == person.tokens.first + 1 &&
        std::find(kPeople.begin(), kPeople.end(), tree_.word(person.head)) != kPeople.end();
    if (!pronoun || is_capital(tree_, post)) return std::nullopt;
    return person;
  }
};

}  // namespace

void add_verb_roles(const Tree& tree, std::vector<Frame>& frames) {
  VerbRoles(tree, frames).read();
}

}  // namespace dossier::extract::clause
