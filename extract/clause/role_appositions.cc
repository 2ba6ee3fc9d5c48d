// SPDX-License-Identifier: Apache-2.0
// Roles by appositions: "X, president of Y and minister of Z,"; "the president of Y, X,".
#include <algorithm>

#include "extract/clause/frames.h"
#include "extract/clause/phrase.h"
#include "extract/clause/role_maker.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class AppositionRoles : RoleMaker {
 public:
  using RoleMaker::RoleMaker;

  void read() {
    const std::vector<Mention>& names = tree_.sentence().mentions;
    for (const Mention& name : names) behind_name(name);
    for (std::uint32_t i = 0; i < tree_.size(); ++i)
      if (tree_.is(i, appos)) apposition(i);
    for (const Mention& name : names) listed_name(name);
  }

 private:
  /// "X, the president of Y,", whatever the tree makes of it.
  void behind_name(const Mention& name) {
    const std::optional<std::uint32_t> noun = title_behind(tree_, name);
    if (!noun || holder_name(name.tokens.first, *noun) != &name || tree_.holder(*noun)) return;
    const bool attached = tree_.is(*noun, appos) && name.tokens.contains(*tree_.head(*noun));
    tell_titles(
        *noun, name,
        attached ? confidence::of_noun_phrase(tree_.sure(*noun)) : confidence::kTitleBehindName);
  }

  void apposition(std::uint32_t i) {
    const std::uint32_t noun = *tree_.head(i);
    const double sure = confidence::of_noun_phrase(tree_.sure(i));
    if (is_post(i) && !tree_.holder(i)) {
      const Mention* name = described_name(noun, i);
      const bool of_all = tree_.xpos(i) == Xpos::nns;  // "Berg and Lund, lecturers"
      if (name && (of_all || !names_another(name->tokens.last, i)))
        return tell_titles(i, *name, sure);
    }
    if (const auto post = post_around(noun, i)) tell_names(*post, i, sure);
  }

  /// "the owner and chairman of Y, X, ...": read as a list.
  void listed_name(const Mention& name) {
    const std::uint32_t i = name.tokens.first;
    if (i < 2 || name.tokens.last >= tree_.size() || tree_.word(i - 1) != "," ||
        tree_.word(name.tokens.last) != "," || !tree_.is_any(i, {conj, nmod, flat}))
      return;
    if (const auto post = post_around(i - 2, i)) tell_names(*post, i, confidence::kTitleBehindName);
  }

  /// The name that `noun`, or what it is an apposition to, is: "X, a lawyer, president of Y".
  const Mention* described_name(std::uint32_t noun, std::uint32_t post) const {
    while (true) {
      if (const Mention* name = holder_name(noun, post)) return name;
      if (!tree_.is_any(noun, {appos, conj}) || !is_post(noun)) return nullptr;
      noun = *tree_.head(noun);
    }
  }

  bool names_another(std::uint32_t from, std::uint32_t to) const {
    const std::vector<Mention>& mentions = tree_.sentence().mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
      return mention.type == MentionType::person && mention.tokens.first >= from &&
             mention.tokens.last <= to;
    });
  }

  /// The post before the name `i`, if `noun` is part of its phrase: "the president of Y, X".
  std::optional<std::uint32_t> post_around(std::uint32_t noun, std::uint32_t i) const {
    while (!is_post(noun)) {
      // "the owner and chairman, X"
      for (const std::uint32_t one : conjuncts(tree_, noun))
        if (is_post(one) && one < i && !tree_.holder(one)) return one;
      if (!tree_.is_any(noun, {nmod, compound})) return std::nullopt;
      noun = *tree_.head(noun);
    }
    if (tree_.holder(noun) || noun > i) return std::nullopt;
    return noun;
  }

  void tell_titles(std::uint32_t first, const Mention& name, double sure) {
    std::vector<Argument> of;
    std::vector<std::uint32_t> posts = posts_of_list(first);
    for (std::size_t at = 0; at < posts.size(); ++at) {
      const std::uint32_t noun = posts[at];
      std::optional<Title> found = title(noun);
      if (!found || tree_.holder(noun)) continue;
      if (found->plural) {
        tell_each(*found, name, sure);
        continue;
      }
      if (const auto next = title_joined(tree_, found->tokens.last);
          next && std::find(posts.begin(), posts.end(), *next) == posts.end())
        posts.push_back(*next);
      if (found->of.empty()) found->of = of;
      if (found->of.empty()) found->of = body_after_comma(*found);
      of = found->of;
      add(*found, argument_of(name), noun == first ? sure : sure * confidence::kFurtherTitle,
          Construction::apposition);
    }
  }

  /// "Berg, director, Institute for Water, said": as a caption writes it.
  std::vector<Argument> body_after_comma(const Title& found) const {
    const std::uint32_t first = found.tokens.last + 1;
    if (first >= tree_.size() || tree_.word(first - 1) != ",") return {};
    if (found.begin != found.tokens.first) return {};  // "the director, Norwave and Acme"
    for (const Mention& body : tree_.sentence().mentions) {
      if (body.type != MentionType::organization || body.tokens.first != first) continue;
      const std::uint32_t end = body.tokens.last;
      if (end >= tree_.size() || tree_.upos(end) == Upos::punct) return {argument_of(body)};
    }
    return {};
  }

  /// "Berg and Lund, lecturers at the institute,"
  void tell_each(const Title& found, const Mention& first, double sure) {
    std::vector<const Mention*> names;
    for (const std::uint32_t one : conjuncts(tree_, first.tokens.first))
      if (const Mention* name = one < found.noun ? holder_name(one, found.noun) : nullptr)
        names.push_back(name);
    if (names.size() < 2) return;
    for (const Mention* name : names)
      add(found, argument_of(*name), sure, Construction::apposition);
  }

  /// "Its president, X,", "the owner and president of Y, X,", "two ministers, X and Z".
  void tell_names(std::uint32_t noun, std::uint32_t i, double sure) {
    std::optional<Title> found = title(noun);
    if (!found) return;
    std::vector<const Mention*> names = names_of_list(noun, i);
    if (names.empty() || (found->plural && names.size() < 2)) return;
    if (!found->plural) names.resize(1);
    if (found->bare && add_only_body(*found)) sure *= confidence::kOnlyBody;
    for (const Mention* name : names)
      add(*found, argument_of(*name), sure, Construction::apposition);
  }

  /// The names of the list that begins with `i`, whose later members may be attached to the title.
  std::vector<const Mention*> names_of_list(std::uint32_t noun, std::uint32_t i) const {
    std::vector<std::uint32_t> members = conjuncts(tree_, i);
    for (const std::uint32_t one : conjuncts(tree_, noun))
      if (one > i) members.push_back(one);
    std::vector<const Mention*> names;
    for (const std::uint32_t one : members) {
      const Mention* name = holder_name(one, noun);
      // A name with a title of its own is another person.
      if (!name || title_before(tree_, *name)) break;
      names.push_back(name);
    }
    return names;
  }

  /// "Acme, especially the president, X": the only organisation before.
  bool add_only_body(Title& found) const {
    const Mention* only = nullptr;
    for (const Mention& mention : tree_.sentence().mentions) {
      if (mention.type != MentionType::organization || mention.tokens.last > found.tokens.first)
        continue;
      if (mention.tokens.first > 0 && tree_.word(mention.tokens.first - 1) == "(") continue;
      if (only) return false;
      only = &mention;
    }
    if (only) found.of = {argument_of(*only)};
    return only != nullptr;
  }
};

}  // namespace

void add_apposition_roles(const Tree& tree, std::vector<Frame>& frames) {
  AppositionRoles(tree, frames).read();
}

}  // namespace dossier::extract::clause
