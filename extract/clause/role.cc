// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/role.h"

#include "extract/clause/chunk.h"
#include "extract/clause/relations.h"
#include "extract/clause/title.h"
#include "extract/clause/words.h"
#include "extract/lexicon/word_table.h"

namespace dossier::extract::clause {

namespace {

class RoleReader {
 public:
  RoleReader(const Sentence& sentence, const std::vector<Chunk>& chunks)
      : sentence_(sentence), chunks_(chunks) {}

  std::vector<Frame> read() {
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
      if (chunks_[i].kind != Kind::noun) continue;
      before_name(i);
      beside_name(i);
      after_name(i);
      by_verb(i);
      capital_city(i);
    }
    return std::move(frames_);
  }

 private:
  bool is(std::size_t i, Kind kind) const { return i < chunks_.size() && chunks_[i].kind == kind; }
  bool is_person(std::size_t i) const {
    return is(i, Kind::noun) && chunks_[i].mention && chunks_[i].type == MentionType::person;
  }
  bool closes(std::size_t i) const {
    return i >= chunks_.size() || is(i, Kind::comma) || is(i, Kind::stop) ||
           is(i, Kind::conjunction) || is(i, Kind::verb) || is(i, Kind::relative);
  }

  Argument name_of(std::size_t i) const { return name(*chunks_[i].mention); }
  Argument name(std::uint32_t mention) const {
    Argument result;
    result.tokens = sentence_.mentions[mention].tokens;
    result.head = result.tokens.last - 1;
    return result;
  }

  void add(const Argument& person, const Title& title, double confidence, const char* construction,
           const VerbGroup* verb = nullptr) {
    Frame frame = role(person, relation_name(title.text), title.tokens, title.of);
    frame.construction = construction;
    frame.title = title.text;
    frame.former = title.ended;
    frame.confidence = confidence;
    if (verb) read_verb(*verb, frame);
    frames_.push_back(std::move(frame));
  }

  static Frame role(const Argument& holder, std::string lemma, TokenRange words,
                    const std::vector<Argument>& of) {
    Frame frame;
    frame.kind = Frame::Kind::role;
    frame.head = words.last - 1;
    frame.predicate = words;
    frame.lemma = std::move(lemma);
    frame.arguments.push_back(part(ArgumentRole::subject, {holder}));
    if (!of.empty()) frame.arguments.push_back(part(ArgumentRole::object, of));
    return frame;
  }

  static FrameArgument part(ArgumentRole role, const std::vector<Argument>& members) {
    FrameArgument result;
    result.role = role;
    result.extent = {members.front().tokens.first, members.back().tokens.last};
    result.members = members;
    return result;
  }

  void read_verb(const VerbGroup& verb, Frame& frame) const {
    frame.negated = verb.negated;
    frame.modality = verb.modality;
    frame.question = asks();
  }

  bool asks() const { return !sentence_.tokens.empty() && sentence_.tokens.back().text == "?"; }

  /// "Foreign Minister Sergey Lavrov", "ICRC President Peter Maurer", "Y's president X".
  void before_name(std::size_t i) {
    for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
      const Mention& mention = sentence_.mentions[m];
      const bool plural = sentence_.tokens[mention.tokens.last - 1].xpos == "NNPS" &&
                          mention.tokens.last == mention.tokens.first + 1;
      if (mention.type == MentionType::person && !plural &&
          chunks_[i].tokens.contains(mention.tokens.first))
        title_before(chunks_[i].tokens.first, m);
    }
  }

  void title_before(std::uint32_t begin, std::uint32_t mention) {
    std::uint32_t end = sentence_.mentions[mention].tokens.first;
    while (end > begin && is_honorific(sentence_.tokens[end - 1].text)) --end;
    auto title = title_in(sentence_, {begin, end});
    if (!title) return;
    if (title->of.empty()) title->of = body_behind(sentence_.mentions[mention].tokens.last);
    add(name(mention), *title, 0.94, "title");
  }

  /// "Mayor Rita Sousa OF LISBON".
  std::vector<Argument> body_behind(std::uint32_t token) const {
    if (token + 1 >= sentence_.tokens.size() || sentence_.tokens[token].text != "of") return {};
    const std::uint32_t first = token + (lower(sentence_.tokens[token + 1].text) == "the" ? 2 : 1);
    for (std::uint32_t m = 0; m < sentence_.mentions.size(); ++m) {
      const Mention& mention = sentence_.mentions[m];
      if (mention.type != MentionType::person && mention.tokens.first == first) return {name(m)};
    }
    return {};
  }

  static bool is_honorific(const std::string& text) {
    static const WordSet honorifics("titles", "role_honorific");
    const std::string word = lower(text);
    return text == "." || honorifics.contains(std::string_view(word).substr(0, word.rfind('.')));
  }

  /// "President of Y X", "Its president, X,", "two ministers, X and Z".
  void beside_name(std::size_t i) {
    const std::optional<Title> title = title_at(sentence_, chunks_, i);
    if (!title) return;
    if (title->person) return add(name(*title->person), *title, 0.93, "title");
    std::size_t next = title->next;
    if (is_person(next) && chunks_[next].tokens.first == title->tokens.last && !title->plural)
      return add(name_of(next), *title, 0.94, "title");
    if (is_person(next) && !title->plural && !title->of.empty() &&
        gap_is_bracket(title->tokens.last, next))
      return add(name_of(next), *title, 0.93, "title");
    if (!is(next, Kind::comma) || !is_person(next + 1)) return;
    if (i > 0 && is_person(i - 1)) return;
    if (title->plural) return plural_title(*title, next + 1);
    if (!closes(next + 2) || own_title(next + 1)) return;
    Title found = *title;
    double confidence = 0.9;
    if (found.bare && bridge(chunks_[i].tokens.first, found)) confidence = 0.66;
    add(name_of(next + 1), found, confidence, "apposition");
  }

  bool gap_is_bracket(std::uint32_t from, std::size_t chunk) const {
    return from < chunks_[chunk].tokens.first &&
           (sentence_.tokens[from].text == "(" || sentence_.tokens[from].xpos == "-LRB-");
  }

  /// The name in chunk `i` brings a title of its own: two persons, not one.
  bool own_title(std::size_t i) const {
    return title_in(sentence_,
                    {chunks_[i].tokens.first, sentence_.mentions[*chunks_[i].mention].tokens.first})
        .has_value();
  }

  void plural_title(const Title& title, std::size_t i) {
    std::vector<std::size_t> people;
    for (; is_person(i) && !own_title(i); i += 2) {
      people.push_back(i);
      if (is(i + 1, Kind::comma) && is(i + 2, Kind::conjunction)) ++i;
      if (!is(i + 1, Kind::conjunction) && !is(i + 1, Kind::comma)) break;
    }
    if (people.size() < 2) return;
    for (const std::size_t person : people) add(name_of(person), title, 0.85, "apposition");
  }

  /// "the ICRC, especially the president, Mr Peter Maurer": the only organisation before.
  bool bridge(std::uint32_t before, Title& title) const {
    std::optional<TokenRange> only;
    for (const Mention& mention : sentence_.mentions) {
      if (mention.type != MentionType::organization || mention.tokens.last > before) continue;
      const bool in_brackets =
          mention.tokens.first > 0 && sentence_.tokens[mention.tokens.first - 1].text == "(";
      if (in_brackets) continue;
      if (only) return false;
      only = mention.tokens;
    }
    if (!only) return false;
    Argument of;
    of.tokens = *only;
    of.head = only->last - 1;
    title.of = {of};
    return true;
  }

  /// "X, president of Y and minister of Z,".
  void after_name(std::size_t i) {
    if (!is_person(i) || !is(i + 1, Kind::comma) || !is(i + 2, Kind::noun)) return;
    std::optional<Title> title = title_at(sentence_, chunks_, i + 2);
    if (!title || title->plural || title->person || !closes(title->next) || is_person(title->next))
      return;
    if (is(title->next, Kind::comma) && is_person(title->next + 1) && !is(i + 2, Kind::verb) &&
        title->of.empty())
      return;
    add(name_of(i), *title, 0.9, "apposition");
    const std::vector<Argument> of = title->of;
    while (is(title->next, Kind::conjunction) && is(title->next + 1, Kind::noun)) {
      const std::optional<Title> second = title_at(sentence_, chunks_, title->next + 1);
      if (!second || second->person || is_person(second->next)) return;
      title = second;
      if (title->of.empty()) title->of = of;
      add(name_of(i), *title, 0.86, "apposition");
    }
  }

  /// "X is the president of Y", "X was appointed director", "X serves as mayor of Y".
  void by_verb(std::size_t i) {
    if (!chunks_[i].mention && !chunks_[i].pronoun) return;
    if (chunks_[i].pronoun && chunks_[i].word != "he" && chunks_[i].word != "she" &&
        chunks_[i].word != "i")
      return;
    if (chunks_[i].mention && chunks_[i].type != MentionType::person) return;
    std::size_t v = i + 1;
    while (is(v, Kind::adverb) || is(v, Kind::time)) ++v;
    if (!is(v, Kind::verb) || !chunks_[v].verb.finite) return;
    const VerbGroup& verb = chunks_[v].verb;
    std::size_t noun = v + 1;
    while (is(noun, Kind::adverb)) ++noun;
    const bool appointed = verb.passive && (verb.lemma == "appoint" || verb.lemma == "elect" ||
                                            verb.lemma == "name" || verb.lemma == "make");
    const bool serves = verb.lemma == "serve" || verb.lemma == "work" || verb.lemma == "act";
    if ((appointed || serves) && is(noun, Kind::preposition) && chunks_[noun].word == "as")
      ++noun;
    else if (serves)
      return;
    if (!verb.copula && verb.lemma != "become" && verb.lemma != "remain" && !appointed && !serves)
      return;
    if (!is(noun, Kind::noun)) return;
    const std::optional<Title> title = title_at(sentence_, chunks_, noun);
    if (!title || title->plural || is_person(title->next)) return;
    Argument person = chunks_[i].mention ? name_of(i) : Argument{};
    if (!chunks_[i].mention) {
      person.tokens = chunks_[i].tokens;
      person.head = chunks_[i].head;
    }
    add(person, *title, 0.87, "copula", &verb);
  }

  /// "Baku, the capital of Azerbaijan", "Baku is the capital of Azerbaijan".
  void capital_city(std::size_t i) {
    if (chunks_[i].mention || chunks_[i].word != "capital" || !is(i + 1, Kind::preposition) ||
        chunks_[i + 1].word != "of" || !is(i + 2, Kind::noun) || !chunks_[i + 2].mention)
      return;
    const bool copula = i >= 2 && is(i - 1, Kind::verb) && chunks_[i - 1].verb.copula;
    std::optional<std::size_t> city;
    if (i >= 2 && (is(i - 1, Kind::comma) || copula) && is(i - 2, Kind::noun)) city = i - 2;
    if (is(i + 3, Kind::comma) && is(i + 4, Kind::noun) && !city) city = i + 4;
    if (is(i + 3, Kind::noun)) city = i + 3;
    if (!city || !chunks_[*city].mention || chunks_[*city].type == MentionType::person) return;
    Frame frame = role(name_of(*city), "capital",
                       {chunks_[i].tokens.first, chunks_[i + 1].tokens.last}, {name_of(i + 2)});
    frame.confidence = 0.9;
    frame.construction = copula ? "copula" : "apposition";
    if (copula) read_verb(chunks_[i - 1].verb, frame);
    frames_.push_back(std::move(frame));
  }

  const Sentence& sentence_;
  const std::vector<Chunk>& chunks_;
  std::vector<Frame> frames_;
};

}  // namespace

std::vector<Frame> roles_of(const Sentence& sentence) {
  const TokenRange whole{0, static_cast<std::uint32_t>(sentence.tokens.size())};
  std::vector<Chunk> chunks = chunks_of(sentence, whole);
  std::erase_if(chunks, [](const Chunk& chunk) { return chunk.kind == Kind::bracket; });
  return RoleReader(sentence, chunks).read();
}

}  // namespace dossier::extract::clause
