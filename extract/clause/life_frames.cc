// SPDX-License-Identifier: Apache-2.0
// When somebody was born and died, by the dates in brackets behind the name: "Anna Berg (11 August
// 1869 - 2 January 1951)".
#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "extract/clause/frames.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

namespace {

/// Of shorter spans, years alone may be a term of office.
constexpr int kShortestLife = 20;
constexpr int kLongestLife = 115;

bool is_dash(const Token& token) {
  return token.text == "-" || token.text == "\u2013" || token.text == "\u2014";
}

std::optional<int> year_of(const std::string& value) {
  constexpr std::size_t kDigits = 4;
  int year = 0;
  if (value.size() < kDigits) return std::nullopt;
  const auto [end, error] = std::from_chars(value.data(), value.data() + kDigits, year);
  return error == std::errc() && end == value.data() + kDigits ? std::optional(year) : std::nullopt;
}

std::string without_blanks(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == text.npos ? text : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool may_be_life(const std::string& born, const std::string& died) {
  const std::optional<int> first = year_of(born), last = year_of(died);
  return first && last && *last - *first >= kShortestLife && *last - *first <= kLongestLife;
}

/// The words between the brackets right behind a person's name; none where there are none.
std::optional<TokenRange> brackets_behind(const Sentence& sentence, const Mention& name) {
  const std::uint32_t open = name.tokens.last;
  if (name.type != MentionType::person || open >= sentence.tokens.size() ||
      sentence.tokens[open].text != "(")
    return std::nullopt;
  for (std::uint32_t i = open + 1; i < sentence.tokens.size(); ++i)
    if (sentence.tokens[i].text == ")") return TokenRange{open + 1, i};
  return std::nullopt;
}

/// "1869 - 1951" as two times; none where the words are another time.
std::optional<std::pair<TimeExpression, TimeExpression>> ends_of(const Sentence& sentence,
                                                                 const TimeExpression& life) {
  std::uint32_t dash = life.tokens.first;
  while (dash < life.tokens.last && !is_dash(sentence.tokens[dash])) ++dash;
  if (dash == life.tokens.first || dash + 1 >= life.tokens.last) return std::nullopt;
  const std::string& sign = sentence.tokens[dash].text;
  const std::size_t at = life.text.find(sign);
  if (at == std::string::npos) return std::nullopt;
  const auto part = [&](TokenRange tokens, const std::string& text, const std::string& value) {
    TimeExpression time;
    time.tokens = tokens;
    time.span = span_of(sentence, tokens);
    time.text = without_blanks(text);
    time.value = value;
    return time;
  };
  return std::pair(
      part({life.tokens.first, dash}, life.text.substr(0, at), life.value),
      part({dash + 1, life.tokens.last}, life.text.substr(at + sign.size()), life.value_end));
}

class LifeReader {
 public:
  LifeReader(const Tree& tree, std::vector<Frame>& frames) : tree_(tree), frames_(frames) {}

  void read() {
    for (const Mention& name : tree_.sentence().mentions)
      if (const auto dates = brackets_behind(tree_.sentence(), name)) life(name, *dates);
  }

 private:
  void life(const Mention& name, TokenRange brackets) {
    const std::vector<TimeExpression>& times = tree_.sentence().times;
    std::vector<std::uint32_t> inside;
    for (std::uint32_t t = 0; t < times.size(); ++t)
      if (brackets.contains(times[t].tokens.first)) inside.push_back(t);
    if (inside.size() != 2) return;
    const TimeExpression& born = times[inside[0]];
    const TimeExpression& died = times[inside[1]];
    if (!may_be_life(born.value, died.value) || !dash_between(born, died)) return;
    // "Queen Ada (1837-1901)": those are the years of the reign.
    const bool years = born.value.size() == 4 && died.value.size() == 4;
    if (years && !name.title.empty()) return;
    if (!is_about(born.tokens.first)) add(name, "bear", true, inside[0]);
    add(name, "die", false, inside[1]);
  }

  bool dash_between(const TimeExpression& first, const TimeExpression& second) const {
    for (std::uint32_t i = first.tokens.last; i < second.tokens.first; ++i)
      if (is_dash(tree_.sentence().tokens[i])) return true;
    return false;
  }

  /// "c. 1818"
  bool is_about(std::uint32_t date) const {
    const std::uint32_t before = tree_.word(date - 1) == "." ? date - 2 : date - 1;
    const std::string& word = tree_.word(before);
    return word == "c" || word == "ca" || word == "circa" || word == "about" || word == "around" ||
           word == "?";
  }

  void add(const Mention& name, const std::string& lemma, bool passive, std::uint32_t time) {
    Frame frame;
    frame.kind = Frame::Kind::noun;
    frame.head = name.tokens.last - 1;
    frame.predicate = tree_.sentence().times[time].tokens;
    frame.lemma = lemma;
    frame.passive = passive;
    frame.construction = Construction::apposition;
    FrameArgument who;
    who.role = passive ? ArgumentRole::object : ArgumentRole::subject;
    who.extent = name.tokens;
    who.members = {Argument{name.tokens, name.tokens.last - 1, {}, {}}};
    FrameArgument when;
    when.role = ArgumentRole::time;
    when.extent = frame.predicate;
    when.time = time;
    frame.arguments = {std::move(who), std::move(when)};
    frame.confidence = confidence::kLifeDates;
    frames_.push_back(std::move(frame));
  }

  const Tree& tree_;
  std::vector<Frame>& frames_;
};

}  // namespace

void split_life_dates(Sentence& sentence) {
  for (const Mention& name : sentence.mentions) {
    const std::optional<TokenRange> brackets = brackets_behind(sentence, name);
    if (!brackets) continue;
    const auto life =
        std::find_if(sentence.times.begin(), sentence.times.end(), [&](const TimeExpression& time) {
          return brackets->contains(time.tokens.first) && may_be_life(time.value, time.value_end);
        });
    if (life == sentence.times.end()) continue;
    auto ends = ends_of(sentence, *life);
    if (!ends) continue;
    *life = std::move(ends->second);
    sentence.times.insert(life, std::move(ends->first));
  }
}

void add_life_frames(const Tree& tree, std::vector<Frame>& frames) {
  LifeReader(tree, frames).read();
}

}  // namespace dossier::extract::clause
