// SPDX-License-Identifier: Apache-2.0
// Roles by titles before names: "President X", "Y's president X", "Ministers X and Z", "Mayor X of
// Y".
#include "extract/clause/frames.h"
#include "extract/clause/phrase.h"
#include "extract/clause/role_maker.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

namespace {

class TitleFrames : RoleMaker {
 public:
  using RoleMaker::RoleMaker;

  void read() {
    for (const Mention& name : tree_.sentence().mentions) {
      if (name.type != MentionType::person) continue;
      const std::optional<Title> title = title_before(tree_, name);
      if (!title || !holder_name(name.tokens.first, title->noun)) continue;
      tell(*title, name);
      if (title->plural) tell_list(*title, name);
    }
  }

 private:
  void tell(Title title, const Mention& name) {
    if (title.of.empty()) title.of = body_behind(name.tokens.last);
    add(title, argument_of(name), confidence::kTitleBeforeName, Construction::title);
  }

  /// "Mayor X OF LISBON".
  std::vector<Argument> body_behind(std::uint32_t end) const {
    if (end + 1 >= tree_.size() || tree_.word(end) != "of") return {};
    const std::uint32_t first = end + (tree_.word(end + 1) == "the" ? 2 : 1);
    for (const Mention& mention : tree_.sentence().mentions)
      if (mention.type != MentionType::person && mention.tokens.first == first)
        return {argument_of(mention)};
    return {};
  }

  void tell_list(const Title& title, const Mention& first) {
    for (std::uint32_t i = first.tokens.first; i < first.tokens.last; ++i) {
      for (const std::uint32_t one : conjuncts(tree_, i)) {
        const Mention* name = holder_name(one, title.noun);
        if (name && name->tokens.first >= first.tokens.last && !title_before(tree_, *name))
          tell(title, *name);
      }
    }
  }
};

}  // namespace

std::vector<Frame> title_frames(const Tree& tree) {
  std::vector<Frame> frames;
  TitleFrames(tree, frames).read();
  return frames;
}

}  // namespace dossier::extract::clause
