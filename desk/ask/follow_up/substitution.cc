// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/follow_up/substitution.h"

#include <algorithm>

#include "desk/ask/reading.h"
#include "desk/ask/tables.h"

namespace dossier::asking {
namespace {

std::size_t exclusion_at(const std::vector<Word>& words) {
  std::size_t i = 0;
  while (i < words.size() && !is_exclusion(words[i].lower)) ++i;
  return i;
}

/// Words of a text that are a time: "in 2021", "on 4 May", "last year".
struct TimePart {
  std::size_t first = 0, last = 0;  ///< words
};

std::optional<TimePart> time_in(const std::vector<Word>& words) {
  const std::string text = joined(words, 0, words.size());
  const extract::Analysis analysis = analysed(text + ".", true);
  if (analysis.sentences.empty()) return std::nullopt;
  const extract::Sentence& sentence = analysis.sentences.front();
  for (const extract::TimeExpression& time : sentence.times)
    if (time.tokens.last <= words.size()) return TimePart{time.tokens.first, time.tokens.last};
  return std::nullopt;
}

class Substitution {
 public:
  Substitution(const AskedWords& part, const Earlier& earlier)
      : part_(part), earlier_(earlier), out_(earlier.question()) {
    begin_ = !part.words.empty() && is_preposition(part.words[0]) ? 1 : 0;
  }

  std::string make() {
    if (begin_ >= part_.words.size()) return {};
    const bool done = put_time() || put_owned() || put_name() || put_description();
    return done ? out_.text() + "?" : std::string();
  }

 private:
  std::string part_text(std::size_t begin) const {
    return joined(part_.words, begin, part_.words.size());
  }

  bool put_time() {
    const std::optional<TimePart> time = time_in(part_.words);
    if (!time || time->last != part_.words.size() || time->first > 1) return false;
    const std::optional<TimePart> before = time_in(out_.words);
    if (before) {
      const std::size_t begin = before->first;
      const bool preposition = begin > 0 && is_preposition(out_.words[begin - 1]);
      const bool whole = begin_ > 0 || is_preposition(out_.words[begin]);
      out_.replace(
          whole && preposition ? begin - 1 : begin, before->last,
          whole || preposition ? part_text(whole && begin_ > 0 ? 0 : begin_) : part_text(0));
      return true;
    }
    append(begin_ == 0 && part_.words[0].upos == "NUM" ? "in " + part_text(0) : part_text(0));
    return true;
  }

  void append(const std::string& text) { out_.replace(out_.words.size(), out_.words.size(), text); }

  /// "Anna Berg's husband" for "Anna Berg".
  bool put_owned() {
    const auto mark = std::find_if(part_.words.begin(), part_.words.end(),
                                   [](const Word& one) { return one.lower.ends_with("'s"); });
    if (mark == part_.words.end() || mark + 1 == part_.words.end()) return false;
    const FoundName* owner = part_.name_at(begin_);
    if (owner == nullptr) return false;
    const FoundName* place = named_in_question(owner->link.things.front());
    if (place == nullptr) place = only_like(earlier_.described(owner->link).kind, {});
    if (place == nullptr) return false;
    out_.replace(place->tokens.first, place->tokens.last, part_text(begin_));
    return true;
  }

  const FoundName* named_in_question(const Term& thing) const {
    for (const FoundName& name : out_.names)
      if (std::find(name.link.things.begin(), name.link.things.end(), thing) !=
          name.link.things.end())
        return &name;
    return nullptr;
  }

  /// The only name of this kind; behind this preposition, where one is given.
  const FoundName* only_like(std::optional<Kind> kind, const std::string& preposition) const {
    const FoundName* found = nullptr;
    for (const FoundName& name : out_.names) {
      if (kind && earlier_.described(name.link).kind != *kind) continue;
      const std::size_t first = name.tokens.first;
      if (!preposition.empty() && (first == 0 || out_.words[first - 1].lower != preposition))
        continue;
      if (found != nullptr) return nullptr;
      found = &name;
    }
    return found;
  }

  bool put_name() {
    const bool article = part_.words[begin_].lower == "the" && begin_ + 1 < part_.words.size();
    const std::size_t first = article ? begin_ + 1 : begin_;
    const FoundName* name = part_.name_at(first);
    const bool whole =
        name != nullptr && name->tokens.first == first && name->tokens.last == part_.words.size();
    // A name that no text has is one still.
    const bool unknown = name == nullptr && part_.words[first].upos == "PROPN";
    if (!whole && !unknown) return false;
    std::optional<Kind> kind;
    if (whole) kind = earlier_.described(name->link).kind;
    const std::string preposition = begin_ > 0 ? part_.words[0].lower : std::string();
    const FoundName* place = only_like(kind, preposition);
    if (place == nullptr && begin_ > 0) {
      append(part_text(0));
      return true;
    }
    if (place == nullptr) place = only_like(kind, {});
    if (place == nullptr) return false;
    const std::size_t at = place->tokens.first;
    const bool had_article = at > 0 && out_.words[at - 1].lower == "the";
    const std::string put = whole ? earlier_.described(name->link).name : part_text(first);
    out_.replace(had_article ? at - 1 : at, place->tokens.last, (article ? "the " : "") + put);
    return true;
  }

  /// "Who is the president of X?" and "the chief scientist".
  bool put_description() {
    const std::vector<Word>& words = out_.words;
    const bool described = begin_ == 0 && part_.words[0].lower == "the" && words.size() > 4 &&
                           is_question_word(words[0]) && is_be(words[1]) && words[2].lower == "the";
    if (!described) return false;
    const auto of = std::find_if(words.begin() + 3, words.end(),
                                 [](const Word& one) { return one.lower == "of"; });
    if (of == words.end()) return false;
    const bool has_of = std::any_of(part_.words.begin(), part_.words.end(),
                                    [](const Word& one) { return one.lower == "of"; });
    out_.replace(2, has_of ? words.size() : static_cast<std::size_t>(of - words.begin()),
                 part_text(0));
    return true;
  }

  const AskedWords& part_;
  const Earlier& earlier_;
  AskedWords out_;
  std::size_t begin_ = 0;
};

}  // namespace

std::optional<AskedWords> part_of_question(const AskedWords& question, bool led) {
  AskedWords out = question;
  const bool about =
      stands_at(out.words, 0, {"what", "about"}) || stands_at(out.words, 0, {"how", "about"});
  if (about) {
    out.erase_first();
    out.erase_first();
  }
  if (out.words.empty() || std::any_of(out.words.begin(), out.words.end(), is_any_verb) ||
      is_question_word(out.words[0]))
    return std::nullopt;
  const std::size_t begin = is_preposition(out.words[0]) ? 1 : 0;
  const FoundName* name = out.name_at(begin);
  const bool whole_name = name != nullptr && name->tokens.last == out.words.size();
  if (!about && !led && !whole_name && begin == 0) return std::nullopt;
  return out;
}

std::string substituted(const AskedWords& part, const Earlier& earlier) {
  if (earlier.empty()) return {};
  return Substitution(part, earlier).make();
}

std::vector<std::string> excluded_names(const Earlier& earlier) {
  const AskedWords& question = earlier.question();
  std::vector<std::string> out;
  for (const FoundName& name : question.names)
    if (name.tokens.first > exclusion_at(question.words))
      out.push_back(earlier.described(name.link).name);
  return out;
}

std::string without_exclusion(const Earlier& earlier) {
  const std::vector<Word>& words = earlier.question().words;
  return joined(words, 0, exclusion_at(words));
}

}  // namespace dossier::asking
