// SPDX-License-Identifier: Apache-2.0
// The phrases behind a title's noun: whose the title is, or what it is about.
#include <algorithm>

#include "extract/clause/phrase.h"
#include "extract/clause/title_reader.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

bool TitleReader::read_phrase() {
  const std::optional<std::uint32_t> noun = next_phrase();
  if (!noun) return take_place_before_name();
  const std::string word = preposition(tree_, *noun);
  Argument body = phrase(tree_, *noun);
  if (const std::uint32_t end = end_of(body.tokens); end < body.tokens.last)
    body = whole({body.tokens.first, end});
  if (tree_.xpos(body.head) == Xpos::dt) return false;
  const Mention* name = tree_.mention(body.head);
  if (is_pronoun(tree_, body.head) || (name && name->type == MentionType::person)) return false;
  if (word == "of" && names_department(body, name)) {
    take_subject(*noun, body);
    return true;
  }
  if ((word == "for" || word == "to") && name && is_place(name->type) && !speaks_for()) {
    take_subject(*noun, body);  // "Minister for the Middle East" is not employed by it
    return true;
  }
  if (word == "at" || is_owner(body, name)) {
    if (!title_.of.empty()) return false;
    title_.of = {body};
    title_.tokens.last = body.tokens.last;
    return true;
  }
  if (word == "for" && !is_capitalised(body.tokens.first) && !is_field(body)) return false;
  take_subject(*noun, body);
  return true;
}

/// "Minister for the Middle East Anna Berg", with the East read as a part of her name.
bool TitleReader::take_place_before_name() {
  const std::uint32_t word = title_.tokens.last;
  const bool to = tree_.word(word) == "to" && noun_takes(tree_.word(title_.noun), "to");
  if (word + 1 >= limit_ || (tree_.word(word) != "for" && !to)) return false;
  const std::uint32_t first = word + (tree_.word(word + 1) == "the" ? 2 : 1);
  for (const Mention& place : tree_.sentence().mentions) {
    if (!is_place(place.type) || place.tokens.first != first) continue;
    if (place.tokens.last != limit_) return false;
    title_.text += " " + words({word, limit_});
    title_.tokens.last = limit_;
    return true;
  }
  return false;
}

/// "a spokesman for Norway"
bool TitleReader::speaks_for() const {
  return tree_.word(title_.noun).starts_with("spokes") || tree_.word(title_.noun) == "lawyer";
}

/// "minister for ENERGY", not "for his party" or "for ten years".
bool TitleReader::is_field(const Argument& body) const {
  const auto& upos = tree_.upos(body.tokens.first);
  return title_.of.empty() && takes_field(tree_.word(title_.noun)) &&
         (upos == Upos::noun || upos == Upos::adj) && !is_time_noun(tree_.lemma(body.head));
}

/// A phrase ends where the tree takes the name of a person for a part of it: "of Norway X".
std::uint32_t TitleReader::end_of(TokenRange words) const {
  for (std::uint32_t i = words.first + 1; i < words.last && i < limit_; ++i) {
    const Mention* name = tree_.mention(i);
    if (name && name->type == MentionType::person && name->tokens.first == i &&
        tree_.is_any(i, {flat, appos, compound}))
      return i;
  }
  return std::min(words.last, limit_);
}

/// The noun of the phrase that begins where the title ends.
std::optional<std::uint32_t> TitleReader::next_phrase() const {
  // "the owner and chairman of X" may be attached to the first of them.
  const std::uint32_t noun = title_.noun, last = last_.value_or(noun);
  for (const std::uint32_t above :
       {noun, end_of_word(noun) - 1, last, tree_.first_conjunct(last), tree_.first_conjunct(noun)})
    for (const std::uint32_t child : tree_.children(above))
      if (opens_phrase(child)) return child;
  return std::nullopt;
}

bool TitleReader::opens_phrase(std::uint32_t child) const {
  if (!tree_.is_any(child, {nmod, obl}) || tree_.extent(child).first != title_.tokens.last)
    return false;
  if (tree_.time(child) || is_time_noun(tree_.lemma(child))) return false;
  const std::string word = preposition(tree_, child);
  if (word == "to") {
    const Mention* where = tree_.mention(child);  // "Ambassador to Chad"
    if (!where || !is_place(where->type) || !noun_takes(tree_.word(title_.noun), word))
      return false;
  } else if (word != "of" && word != "for" && (word != "at" || !title_.of.empty())) {
    return false;
  }
  return phrase(tree_, child).tokens.first < limit_;
}

/// "the OWNER and chairman OF X".
void TitleReader::share_phrase() {
  const std::optional<std::uint32_t> other = tree_.child(title_.noun, conj);
  if (!other || !is_title(tree_, *other)) return;
  for (const std::uint32_t child : tree_.children(title_.noun)) {
    if (child < *other || !tree_.is(child, nmod) || preposition(tree_, child) != "of") continue;
    const Argument body = phrase(tree_, child);
    if (body.tokens.last <= limit_ && is_owner(body, tree_.mention(body.head))) title_.of = {body};
    return;
  }
}

/// "Secretary of State", "Minister of Defence": the post, not the secretary of some body.
bool TitleReader::names_department(const Argument& body, const Mention* name) const {
  const std::string& post = tree_.word(title_.noun);
  if (post != "secretary" && post != "minister") return false;
  const auto& tag = tree_.xpos(body.tokens.first);
  if (tag == Xpos::dt || tag == Xpos::prp_poss) return false;
  const bool place = name && is_place(name->type) && tree_.word(body.head) != "state";
  return !place && body.tokens.last == body.tokens.first + 1 && is_capitalised(body.tokens.first);
}

/// "of Kenya", "of the board"; not "of Foreign Affairs" where only "Affairs" was taken for a name.
bool TitleReader::is_owner(const Argument& body, const Mention* name) const {
  const std::uint32_t first = body.tokens.first;
  if (tree_.xpos(first) == Xpos::dt || tree_.xpos(first) == Xpos::prp_poss) return true;
  if (name) return name->tokens.first <= first || name->type == MentionType::country;
  for (std::uint32_t i = first; i < body.tokens.last; ++i)
    if (tree_.xpos(i) == Xpos::pos) return true;
  // "president of Norwave", which was not read as a name; not "director of Marketing"
  return body.tokens.last == first + 1 && tree_.xpos(first) == Xpos::nnp && is_capitalised(first) &&
         !Lexicon::builtin().word(tree_.word(first)).known();
}

/// "Minister of Water and Rural Development": what the post is about.
void TitleReader::take_subject(std::uint32_t noun, Argument body) {
  std::uint32_t end = std::min(noun + 1, body.tokens.last);
  last_ = noun;
  if (const Mention* name = tree_.mention(end - 1)) end = std::max(end, name->tokens.last);
  for (const std::uint32_t member : conjuncts(tree_, noun)) {
    if (member == noun) continue;
    if (tree_.mention(member) || is_title_noun(tree_.lemma(member)) || member >= limit_ ||
        !is_capitalised(phrase(tree_, member).tokens.first))
      break;
    end = std::max(end, member + 1);
    last_ = member;
  }
  title_.text += " " + words({title_.tokens.last, end});
  title_.tokens.last = end;
}

}  // namespace dossier::extract::clause
