// SPDX-License-Identifier: Apache-2.0
// The words of a title up to its noun.
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
  if (is_hyphen(i) || is_hyphen(i + 1)) return true;
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
