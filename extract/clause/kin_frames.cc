// SPDX-License-Identifier: Apache-2.0
// Relatives that a verb gives somebody: "Berg had a sister, Ida", "has two sons, Ole and Per".
#include <algorithm>
#include <iterator>
#include <optional>

#include "extract/clause/frames.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class KinReader {
 public:
  KinReader(const Tree& tree, std::vector<Frame>& frames) : tree_(tree), frames_(frames) {}

  void read() {
    for (std::size_t f = 0, count = frames_.size(); f < count; ++f) {
      const Frame& verb = frames_[f];
      if (verb.kind != Frame::Kind::verb || verb.passive || verb.negated) continue;
      if (verb.lemma != "have" && verb.lemma != "bear") continue;
      const std::optional<std::uint32_t> noun = tree_.child(verb.head, obj);
      const FrameArgument* who = verb.find(ArgumentRole::subject);
      if (!noun || !who || tree_.mention(*noun) || !is_kinship_noun(tree_.lemma(*noun))) continue;
      const std::vector<Argument> names = names_of(*noun);
      if (!names.empty()) frames_.push_back(frame(verb, *who, *noun, names));
    }
  }

 private:
  bool is_person(std::uint32_t i) const {
    const Mention* name = tree_.mention(i);
    return name && name->type == MentionType::person;
  }

  /// "a sister, Ida", "two sons, Ole and Per", "a daughter named Eva".
  std::vector<Argument> names_of(std::uint32_t noun) const {
    std::vector<Argument> names;
    const bool several = tree_.xpos(noun) == Xpos::nns;
    for (const std::uint32_t child : tree_.children(noun)) {
      if (child < noun) continue;
      if (tree_.is(child, appos) || (several && tree_.is(child, conj))) take(child, names);
      const std::string& verb = tree_.lemma(child);
      if (!tree_.is(child, acl) || (verb != "name" && verb != "call")) continue;
      for (const std::uint32_t name : tree_.children(child))
        if (name > child && tree_.is_any(name, {obj, xcomp, obl})) take(name, names);
    }
    return names;
  }

  /// The people of a list.
  void take(std::uint32_t name, std::vector<Argument>& names) const {
    const FrameArgument list = noun_argument(tree_, ArgumentRole::object, name, tree_.extent(name));
    std::copy_if(list.members.begin(), list.members.end(), std::back_inserter(names),
                 [&](const Argument& one) { return is_person(one.head); });
  }

  Frame frame(const Frame& verb, const FrameArgument& who, std::uint32_t noun,
              const std::vector<Argument>& names) const {
    Frame made = verb;
    made.kind = Frame::Kind::possessive;
    made.head = noun;
    made.lemma = "have_" + tree_.lemma(noun);
    made.construction = Construction::possessive;
    const std::uint32_t first = names.front().head;
    made.arguments = {who, noun_argument(tree_, ArgumentRole::object, first, tree_.extent(first))};
    made.arguments.back().members = names;
    return made;
  }

  const Tree& tree_;
  std::vector<Frame>& frames_;
};

}  // namespace

void add_kin_frames(const Tree& tree, std::vector<Frame>& frames) {
  KinReader(tree, frames).read();
}

}  // namespace dossier::extract::clause
