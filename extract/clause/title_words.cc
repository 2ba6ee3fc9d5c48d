// SPDX-License-Identifier: Apache-2.0
// The words of a title up to its noun: determiner, owner, "former", the title proper.
#include <algorithm>

#include "extract/clause/title_reader.h"
#include "extract/clause/words.h"
#include "extract/lexicon/word_table.h"
#include "extract/text/unicode.h"
#include "model/ascii.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// More words than this are a description.
constexpr std::uint32_t kLongestTitle = 8;

bool is_demonym_form(const std::string& word) {
  for (const char* ending : {"an", "ish", "ese", "i", "ch", "ic", "ek", "utch"})
    if (word.ends_with(ending)) return true;
  return false;
}

/// "1st Baron X"
bool is_ordinal(const std::string& word) { return word[0] >= '0' && word[0] <= '9'; }

}  // namespace

/// "the second player", not "Second Secretary", "the first lady".
bool TitleReader::is_rank(std::uint32_t i) const {
  static const WordSet ranks("titles", "rank"), ranked("titles", "ranked");
  const bool of_post = i + 1 == core_ && ranked.contains(tree_.word(core_));
  return !of_post && !is_capitalised(i) && ranks.contains(tree_.word(i));
}

TitleReader::TitleReader(const Tree& tree, std::uint32_t noun, std::uint32_t limit)
    : tree_(tree), limit_(limit), core_(noun) {
  title_.noun = noun;
  if (noun >= 2 && is_hyphen(noun - 1) &&
      is_title_noun(tree.word(noun - 2) + "-" + tree.word(noun)))
    core_ = noun - 2;
}

std::optional<Title> TitleReader::read() {
  const std::uint32_t noun = title_.noun;
  title_.begin = at_ = first_word();
  while (at_ < core_ && step()) {
  }
  skip_relatives();
  if (noun + 1 - at_ > kLongestTitle) return std::nullopt;
  title_.tokens = {at_, end_of_word(noun)};
  title_.plural = tree_.xpos(noun) == Xpos::nns || tree_.xpos(noun) == Xpos::nnps;
  title_.text = words(title_.tokens);
  if (title_.plural)
    title_.text.replace(title_.text.size() - tree_.token(noun).text.size(), std::string::npos,
                        tree_.lemma(noun));
  while (read_phrase()) {
  }
  if (title_.of.empty()) share_phrase();
  title_.bare = is_definite() && title_.of.empty();
  return std::move(title_);
}

/// "editor-in-chief", "editor at large", "professor emeritus"
std::uint32_t TitleReader::end_of_word(std::uint32_t noun) const {
  static const WordSet behind("titles", "behind");
  std::uint32_t end = noun + 1;
  while (end + 1 < limit_ && is_hyphen(end)) end += 2;
  if (end < limit_ && behind.contains(tree_.word(end))) return end + 1;
  const bool at_large =
      end + 1 < limit_ && tree_.word(end) == "at" && tree_.word(end + 1) == "large";
  return at_large ? end + 2 : end;
}

bool TitleReader::is_definite() const {
  for (std::uint32_t i = title_.begin; i < title_.tokens.first; ++i)
    if (tree_.word(i) == "the") return true;
  return false;
}

std::uint32_t TitleReader::first_word() const {
  std::uint32_t first = core_;
  while (first > 0 && belongs(first - 1)) {
    --first;
    if (const Mention* name = tree_.mention(first)) first = std::min(first, name->tokens.first);
  }
  while (first < core_ && is_stray_participle(first)) ++first;
  return first;
}

/// "portraying writer X", "was appointed director": a verb, if the title has no determiner.
bool TitleReader::is_stray_participle(std::uint32_t i) const {
  bool ended = false;
  if (i == 0 || is_capitalised(i) || is_title_modifier(tree_.word(i), ended)) return false;
  return tree_.xpos(i) == Xpos::vbn || (tree_.xpos(i) == Xpos::vbg && tree_.is_nominal(i - 1));
}

/// Whether the word directly before the title's words is one of them, or says whose title it is.
bool TitleReader::belongs(std::uint32_t i) const {
  if (tree_.time(i)) return false;
  const auto& tag = tree_.xpos(i);
  if (tag.is(Xpos::w)) return false;  // "whose chairman", "whom manager Lund signed"
  if (tag == Xpos::pos) return true;
  if (is_quote(tree_.word(i)) || tree_.word(i).ends_with("’")) return false;
  if (is_hyphen(i)) return true;
  const Mention* name = tree_.mention(i);
  if (name && name->type == MentionType::person && tree_.xpos(i + 1) != Xpos::pos) return false;
  // "Figure 2.3 Army captain Lund": a caption
  if (name && name->tokens.first == 0 && tree_.xpos(name->tokens.last - 1) == Xpos::cd)
    return false;
  // Capital letters hold a title together, whatever the tree makes of it.
  return is_modifier(i) || (tag.is(Xpos::nnp) && is_capitalised(i) &&
                            (!name || tree_.is_any(i, {appos, nmod_desc, flat})));
}

bool TitleReader::is_modifier(std::uint32_t i) const {
  const std::optional<std::uint32_t> head = tree_.head(i);
  if (!head) {
    const auto& tag = tree_.xpos(i);
    return tree_.relation(i).empty() && (tag.is(Xpos::nn) || tag.is(Xpos::jj));
  }
  if (const Mention* name = tree_.mention(i); name && name->tokens.contains(*head)) return true;
  if (tree_.xpos(i + 1) == Xpos::pos) return tree_.is(i, nmod_poss);
  return *head > i && *head < limit_ &&
         tree_.is_any(i, {amod, compound, det, nmod_poss, nummod, flat, advmod, nmod_desc,
                          nmod_unmarked, goeswith});
}

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

/// "the Danish-born painter", "a Hamburg-based lawyer": neither Denmark's nor Hamburg's.
bool TitleReader::step_over_origin() {
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

bool TitleReader::own(TokenRange tokens, bool adjective) {
  // "an American actor" is nobody's actor.
  if (adjective && is_calling(ascii_lower(tree_.lemma(title_.noun))))
    title_.from = whole(tokens);
  else if (!is_event(tokens))
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

bool TitleReader::is_capitalised(std::uint32_t i) const {
  const std::string& text = tree_.token(i).text;
  return text[0] >= 'A' && text[0] <= 'Z';
}

bool TitleReader::is_hyphen(std::uint32_t i) const {
  const Sentence& sentence = tree_.sentence();
  return tree_.word(i) == "-" && i > 0 && i + 1 < tree_.size() &&
         sentence.tokens[i - 1].span.end == sentence.tokens[i].span.begin &&
         sentence.tokens[i].span.end == sentence.tokens[i + 1].span.begin;
}

/// As written, blanks where the text has white space.
std::string TitleReader::words(TokenRange tokens) const {
  std::string result;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (i > tokens.first && tree_.token(i - 1).span.end < tree_.token(i).span.begin) result += ' ';
    result += tree_.token(i).text;
  }
  return result;
}

Argument TitleReader::whole(TokenRange tokens) {
  Argument result;
  result.tokens = tokens;
  result.head = tokens.last - 1;
  return result;
}

}  // namespace dossier::extract::clause
