// SPDX-License-Identifier: Apache-2.0
// What is before the title proper: determiner, "former", a country of birth, whose title it is.
#include "extract/clause/title_reader.h"
#include "extract/clause/words.h"
#include "model/ascii.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

bool is_demonym_form(const std::string& word) {
  for (const char* ending : {"an", "ish", "ese", "i", "ch", "ic", "ek", "utch"})
    if (word.ends_with(ending)) return true;
  return false;
}

/// "1st Baron X"
bool is_ordinal(const std::string& word) { return word[0] >= '0' && word[0] <= '9'; }

}  // namespace

/// Takes what is before the title proper: determiner, owner, "new", "former".
bool TitleReader::step() {
  if (step_over_degree() || step_over_origin()) return true;
  const auto& tag = tree_.xpos(at_);
  bool ended = false;
  if (is_title_modifier(tree_.word(at_), ended)) {
    title_.former = title_.former || ended;
    ++at_;
  } else if (tree_.word(at_).starts_with("pro-") || tree_.word(at_).starts_with("anti-")) {
    ++at_;  // "the pro-Beijing councillor" is not Beijing's
  } else if (tag == Xpos::prp_poss) {
    title_.of = {whole({at_, at_ + 1})};
    ++at_;
  } else if (tag == Xpos::dt || tag == Xpos::pdt || tag == Xpos::pos || tag == Xpos::cd ||
             tag == Xpos::rb || is_hyphen(at_) || is_ordinal(tree_.word(at_)) || is_rank(at_)) {
    ++at_;
  } else {
    return title_.of.empty() && !title_.from && take_owner();
  }
  return true;
}

/// "the younger lawyer", "the more careful editor", "the best-known painter": no part of the post.
bool TitleReader::step_over_degree() {
  const auto& tag = tree_.xpos(at_);
  const bool adverb = tag == Xpos::rbr || tag == Xpos::rbs;
  if (!adverb && tag != Xpos::jjr && tag != Xpos::jjs) return false;
  const bool two = adverb || is_hyphen(at_ + 1);
  std::uint32_t last = at_;
  if (two) last += is_hyphen(at_ + 1) ? 2 : 1;
  if (last >= core_ || tree_.head(last) != core_) return false;  // "higher education minister"
  at_ = last + 1;
  return true;
}

/// "the Danish-born painter", "a Hamburg-based lawyer": neither Denmark's nor Hamburg's. "the
/// 26-year-old lieutenant"
bool TitleReader::step_over_origin() {
  if (tree_.xpos(at_) == Xpos::cd && at_ + 2 < core_ && is_hyphen(at_ + 1)) {
    while (at_ + 2 < core_ && is_hyphen(at_ + 1)) at_ += 2;
    ++at_;
    return true;
  }
  std::uint32_t hyphen = at_ + 1;
  if (const Mention* name = tree_.mention(at_)) hyphen = name->tokens.last;
  if (hyphen + 1 >= core_ || !is_hyphen(hyphen)) return false;
  const auto& tag = tree_.xpos(hyphen + 1);
  if (is_capitalised(hyphen + 1) || (tag != Xpos::vbn && tag != Xpos::vbg && tag != Xpos::vbd))
    return false;
  at_ = hyphen + 2;
  return true;
}

bool TitleReader::take_owner() {
  const Mention* name = tree_.mention(at_);
  if (name && name->tokens.last > core_) return false;
  // "Chief Technology Officer": of whatever "Chief Technology" is taken for.
  if (tree_.word(at_) == "chief" && tree_.word(core_) == "officer") return false;
  if (const auto end = end_of_post()) return own({at_, *end}, false);
  // "the company's founder", "the Kenyan company's founder"
  for (std::uint32_t i = at_ + 1; i < core_; ++i)
    if (tree_.xpos(i) == Xpos::pos) return own({at_, i}, false);
  if (name && name->type != MentionType::person) {
    const bool adjective = tree_.xpos(name->tokens.last - 1).is(Xpos::jj);
    return own({at_, name->tokens.last}, adjective);
  }
  // "the Kenyan president": the resolver knows countries by their adjectives.
  const bool adjective =
      tree_.xpos(at_).is(Xpos::jj) && is_capitalised(at_) && is_demonym_form(tree_.word(at_));
  return adjective && own({at_, at_ + 1}, true);
}

/// "the Kenyan PRESIDENT's envoy": the possessive of a post is all one owner.
std::optional<std::uint32_t> TitleReader::end_of_post() const {
  for (std::uint32_t i = core_; i-- > at_ + 1;)
    if (tree_.xpos(i) == Xpos::pos && is_title(tree_, i - 1)) return i;
  return std::nullopt;
}

/// "Civil War generals" are not the war's.
bool TitleReader::is_event(TokenRange tokens) const {
  const Mention* name = tree_.mention(tokens.first);
  return name && name->type == MentionType::event;
}

/// A town or region in front of the noun, which tells where somebody works at most.
bool TitleReader::is_town(TokenRange tokens) const {
  const Mention* name = tree_.mention(tokens.first);
  return name && is_place(name->type) && name->type != MentionType::country &&
         tree_.xpos(tokens.last) != Xpos::pos;
}

bool TitleReader::own(TokenRange tokens, bool adjective) {
  // "an American actor" is nobody's actor, nor is "a California businessman".
  const bool calling = is_calling(ascii_lower(tree_.lemma(title_.noun)));
  if (calling && adjective)
    title_.from = whole(tokens);
  else if (!is_event(tokens) && !(calling && is_town(tokens)))
    title_.of = {whole(tokens)};
  at_ = tokens.last;
  return true;
}

/// "Anna's brother Captain X": captain, and not Anna's.
void TitleReader::skip_relatives() {
  for (std::uint32_t i = at_; i < core_; ++i) {
    if (!is_kinship_noun(tree_.lemma(i))) continue;
    title_.of.clear();
    at_ = i + 1;
  }
}

}  // namespace dossier::extract::clause
