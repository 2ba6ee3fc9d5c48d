// SPDX-License-Identifier: Apache-2.0
// Roles by titles before names: "President X", "Y's president X", "Ministers X and Z", "Mayor X of
// Y".
#include <string_view>

#include "extract/clause/argument_words.h"
#include "extract/clause/frames.h"
#include "extract/clause/phrase.h"
#include "extract/clause/role_maker.h"
#include "extract/clause/words.h"
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
      // "Writer, teacher and actor X"
      auto other = title_joined_before(*title, "and");
      for (; other; other = title_joined_before(*other, ",")) tell(*other, name);
      if (title->plural) tell_list(*title, name);
    }
  }

 private:
  void tell(Title title, const Mention& name) {
    if (title.of.empty()) title.of = body_behind(name.tokens.last);
    add(title, argument_of(name), confidence::kTitleBeforeName, Construction::title);
  }

  /// "STATE COUNCILOR and Trade Minister X": both are X's, unless an article tells two people.
  std::optional<Title> title_joined_before(const Title& title, std::string_view link) const {
    if (title.plural || title.begin < 2 || tree_.word(title.begin - 1) != link) return {};
    const std::uint32_t noun = title.begin - 2;
    const auto& tag = tree_.xpos(title.begin);
    if (tag == Xpos::dt || tag == Xpos::prp_poss || tree_.mention(noun)) return {};
    if (is_unique_post(tree_, noun) || is_unique_post(tree_, title.noun)) return {};
    const std::string& text = tree_.token(noun).text;
    const auto other = title_at(tree_, noun);
    const bool article = other && tree_.xpos(other->begin) == Xpos::dt;
    const bool capital = text[0] >= 'A' && text[0] <= 'Z';
    // "the writer and actor X"; "the mayor and director X" may be two.
    const bool callings = is_calling(tree_.lemma(noun)) && is_calling(tree_.lemma(title.noun));
    const bool joined = article ? callings && !capital : capital || tree_.xpos(noun) == Xpos::nn;
    return other && joined && !other->plural ? other : std::nullopt;
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
