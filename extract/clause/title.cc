// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/title.h"

#include "extract/clause/title_reader.h"
#include "extract/clause/words.h"
#include "extract/names/name_forms.h"
#include "model/ascii.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// How far before a name its title may begin, and how far behind one the title's noun may be.
constexpr std::uint32_t kReachBefore = 24;
constexpr std::uint32_t kReachBehind = 9;

bool is_title_word(const Tree& tree, std::uint32_t i) {
  const std::string& word = tree.word(i);
  if (word == "counterpart" || word == "deputy" || is_kinship_noun(tree.lemma(i))) return false;
  if (is_title_noun(word) || is_title_noun(ascii_lower(tree.lemma(i)))) return true;
  return i >= 2 && tree.word(i - 1) == "-" && is_title_noun(tree.word(i - 2) + "-" + word);
}

bool is_noun(const Tree& tree, std::uint32_t i) {
  return tree.is_nominal(i) || tree.xpos(i).is(Xpos::nn);
}

/// Where the words before a name end, without honorifics and brackets: "CEO of Norwave (NWV) Ms X".
std::uint32_t end_before(const Tree& tree, std::uint32_t end) {
  const std::uint32_t name = end;
  const auto honorific = [&](std::uint32_t i) {
    return tree.word(i) == "." || is_honorific(tree.sentence().tokens[i].text);
  };
  while (end > 0 && honorific(end - 1)) --end;
  if (end > 0 && end < name && tree.word(end - 1) == "the") --end;  // "the Hon. X"
  if (end == 0 || tree.word(end - 1) != ")") return end;
  while (end > 0 && tree.word(end - 1) != "(") --end;
  return end > 0 ? end - 1 : 0;
}

/// A comma or a dash.
bool separates(const Tree& tree, std::uint32_t i) {
  const std::string& word = tree.word(i);
  return word == "," || word == "--" || word == "–" || word == "—";
}

/// Whether what comes behind a title lets it end: ", the president of Y, who", not "president Z".
bool closes(const Tree& tree, std::uint32_t i) {
  if (i >= tree.size()) return true;
  const auto& tag = tree.xpos(i);
  return tree.upos(i) == Upos::punct || tag == Xpos::cc || tag == Xpos::md || tag.is(Xpos::vb) ||
         tag.is(Xpos::w);
}

/// "the SECRETARY-General's envoy": whose envoy.
bool is_part_of_owner(const Tree& tree, std::uint32_t i) {
  while (i + 2 < tree.size() && tree.word(i + 1) == "-") i += 2;
  return i + 1 < tree.size() && tree.xpos(i + 1) == Xpos::pos;
}

/// "then future Governor Lund": what he was not yet.
bool comes_later(const Tree& tree, TokenRange title) {
  for (std::uint32_t i = title.first; i < title.last; ++i)
    if (tree.word(i) == "future" || tree.word(i) == "would-be" || tree.word(i) == "aspiring")
      return true;
  return false;
}

/// The noun of the title whose words, determiner included, are `first` and what follows.
std::optional<std::uint32_t> title_from(const Tree& tree, std::uint32_t first) {
  for (std::uint32_t i = first; i < tree.size() && i < first + kReachBehind; ++i) {
    if (is_part_of_owner(tree, i)) continue;
    const auto title = title_at(tree, i);
    if (title && title->begin == first && closes(tree, title->tokens.last)) return i;
  }
  return std::nullopt;
}

}  // namespace

bool is_title(const Tree& tree, std::uint32_t i) {
  const Mention* name = tree.mention(i);
  if ((name && name->type == MentionType::person) || !is_title_word(tree, i)) return false;
  // "a senior executive", read as an adjective
  const bool chief = i > 0 && tree.word(i - 1) == "chief";
  return is_noun(tree, i) ||
         (tree.upos(i) == Upos::adj && (chief || tree.has(i, det) || tree.has(i, nmod_poss)));
}

bool is_capital(const Tree& tree, std::uint32_t i) {
  return tree.lemma(i) == "capital" && tree.upos(i) == Upos::noun && !tree.mention(i);
}

std::optional<Title> title_at(const Tree& tree, std::uint32_t noun) {
  if (!is_title(tree, noun) && !is_capital(tree, noun)) return std::nullopt;
  return TitleReader(tree, noun, tree.size()).read();
}

std::optional<Title> title_before(const Tree& tree, const Mention& name) {
  const std::uint32_t end = end_before(tree, name.tokens.first);
  if (end == 0) return std::nullopt;
  // "Major Berg", "attorney general Berg"; not "a major Berg exhibition".
  const bool is_post = is_capital(tree, end - 1) ||
                       (end > 1 && (tree.upos(end - 2) == Upos::noun || tree.word(end - 2) == "-"));
  const bool adjective = is_post && tree.upos(end - 1) == Upos::adj && is_title_word(tree, end - 1);
  if (adjective || is_title(tree, end - 1)) {
    const auto title = TitleReader(tree, end - 1, name.tokens.last).read();
    return title && comes_later(tree, {title->begin, end}) ? std::nullopt : title;
  }
  for (std::uint32_t i = end > kReachBefore ? end - kReachBefore : 0; i + 1 < end; ++i) {
    if (!is_title(tree, i)) continue;
    auto title = TitleReader(tree, i, end).read();
    if (title && title->tokens.last == end && (!title->of.empty() || end == name.tokens.first))
      return title;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> title_behind(const Tree& tree, const Mention& name) {
  const std::uint32_t first = name.tokens.last + 1;
  if (first >= tree.size() || !separates(tree, first - 1)) return std::nullopt;
  const std::optional<std::uint32_t> noun = title_from(tree, first);
  if (noun && tree.is_any(*noun, {nsubj, obj, iobj, obl})) return std::nullopt;
  return noun;
}

std::optional<std::uint32_t> title_joined(const Tree& tree, std::uint32_t end) {
  // "a lawyer and a minister met" are two people.
  if (end + 1 >= tree.size() || tree.word(end) != "and" || tree.xpos(end + 1) == Xpos::dt)
    return std::nullopt;
  return title_from(tree, end + 1);
}

}  // namespace dossier::extract::clause
