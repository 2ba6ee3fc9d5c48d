// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/question_rewrites.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "desk/ask/time_rewrites.h"

namespace dossier::asking {
namespace {

constexpr std::array<std::string_view, 12> kMeasures{"high", "tall",  "deep",   "wide",
                                                     "big",  "large", "far",    "heavy",
                                                     "fast", "thick", "strong", "steep"};

bool is_relative(const Word& one) {
  return one.lower == "that" || one.lower == "who" || one.lower == "whom" || one.lower == "which";
}

class Rewriter {
 public:
  Rewriter(std::vector<Word>& words, Statement& out) : words_(words), out_(out) {}

  void rewrite() {
    judged_statement();
    last_time();
    age();
    measure();
    rewrite_times(words_);
    list();
    definition();
    owner();
    occupation();
  }

 private:
  bool starts(std::size_t at, std::initializer_list<std::string_view> lowers) const {
    return stands_at(words_, at, lowers);
  }
  void erase(std::size_t begin, std::size_t end) { erase_words(words_, begin, end); }
  void insert(std::size_t at, std::initializer_list<Word> words) {
    insert_words(words_, at, words);
  }

  /// "Is it true that X left?" as the statement "X left".
  void judged_statement() {
    for (const auto& opening : {std::initializer_list<std::string_view>{"is", "it", "true", "that"},
                                {"is", "it", "correct", "that"},
                                {"is", "it", "the", "case", "that"},
                                {"was", "it", "true", "that"}}) {
      if (words_.size() <= opening.size() + 1 || !starts(0, opening)) continue;
      erase(0, opening.size());
      out_.whether = true;
      return;
    }
  }

  /// "When was the last time that X won?" as "When did X win last?"
  void last_time() {
    const bool opens = words_.size() > 6 && words_[0].lower == "when" && is_be(words_[1]) &&
                       words_[2].lower == "the" && words_[4].lower == "time";
    const bool first = opens && words_[3].lower == "first";
    if (!opens || (!first && words_[3].lower != "last")) return;
    const std::vector<Word> before = words_;
    erase(1, is_relative(words_[5]) || words_[5].lower == "when" ? 6 : 5);
    if (turn(1)) {
      out_.pick = first ? Reading::Pick::first : Reading::Pick::last;
    } else {
      words_ = before;
    }
  }

  /// "How old is X?" as "What is the age of X?"
  void age() {
    if (words_.size() < 4 || !starts(0, {"how", "old"}) || !is_be(words_[2])) return;
    const Word be = words_[2];
    erase(0, 3);
    insert(0, {make_word("what", "PRON", "WP"), be, make_word("the", "DET", "DT"),
               make_word("age", "NOUN", "NN"), make_word("of", "ADP", "IN")});
  }

  /// "How high is X?" as "What is X?" with its measure.
  void measure() {
    if (words_.size() < 4 || words_[0].lower != "how" || !is_auxiliary(words_[2])) return;
    const std::string adjective = words_[1].lower;
    const bool length =
        adjective == "long" && is_be(words_[2]) && find_verb(words_, 2) == words_.size();
    if (!length && std::find(kMeasures.begin(), kMeasures.end(), adjective) == kMeasures.end())
      return;
    out_.measure = adjective;
    erase(0, 2);
    insert(0, {make_word("what", "PRON", "WP")});
  }

  /// "List the cities that ...", "Name all ministers who ..."
  void list() {
    if (words_.size() < 3 || (words_[0].lower != "list" && words_[0].lower != "name")) return;
    std::size_t end = 1;
    while (end < words_.size() &&
           (words_[end].lower == "all" || words_[end].lower == "the" || words_[end].lower == "of"))
      ++end;
    words_[0].text = words_[0].lower = "which";
    erase(1, end);
    const bool phrase = std::none_of(words_.begin() + 1, words_.end(), [](const Word& one) {
      return one.lower == "where" || is_relative(one) || one.upos == "VERB" || is_auxiliary(one);
    });
    if (phrase) {
      words_[0].text = words_[0].lower = "who";
      return insert(1, {make_word("are", "AUX", "VBP"), make_word("the", "DET", "DT")});
    }
    for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
      if (words_[i].lower == "where") {
        erase(i, i + 1);
        if (turn(i)) insert(0, {make_word("in", "ADP", "IN")});
        return;
      }
      if (!is_relative(words_[i])) continue;
      erase(i, i + 1);
      turn(i);
      return;
    }
  }

  /// "Who is the counterpart that Keller spoke to?" as "Which counterpart did Keller speak to?"
  void definition() {
    const bool opens = words_.size() > 5 && (words_[0].lower == "who" || words_[0].lower == "what");
    if (!opens || !is_be(words_[1]) || words_[2].lower != "the") return;
    std::size_t noun = 3;
    while (noun < words_.size() && words_[noun].upos == "ADJ") ++noun;
    while (noun < words_.size() && words_[noun].upos == "NOUN") ++noun;
    const bool has_noun = noun > 3 && words_[noun - 1].upos == "NOUN";
    if (!has_noun || noun + 2 >= words_.size()) return;
    const std::vector<Word> before = words_;
    if (is_relative(words_[noun])) erase(noun, noun + 1);
    if (!turn(noun)) {
      words_ = before;
      return;
    }
    words_[0].text = words_[0].lower = "which";
    erase(1, 3);
  }

  /// "Who is X's chief executive?" as "Who is the chief executive of X?"
  void owner() {
    if (words_.size() < 5 || words_[0].lower != "who" || !is_be(words_[1])) return;
    std::size_t mark = 2;
    while (mark < words_.size() && words_[mark].lower != "'s" && words_[mark].lower != "’s") ++mark;
    const bool plain =
        mark + 1 < words_.size() && std::all_of(words_.begin() + static_cast<long>(mark) + 1,
                                                words_.end(), [](const Word& one) {
                                                  return one.upos == "ADJ" || one.upos == "NOUN" ||
                                                         one.upos == "PROPN";
                                                });
    if (mark == 2 || !plain) return;
    const std::vector<Word> owner(words_.begin() + 2, words_.begin() + static_cast<long>(mark));
    erase(2, mark + 1);
    insert(2, {make_word("the", "DET", "DT")});
    words_.push_back(make_word("of", "ADP", "IN"));
    words_.insert(words_.end(), owner.begin(), owner.end());
  }

  /// "What does X do?" as "Who is X?"
  void occupation() {
    std::size_t end = words_.size();
    if (end > 4 && starts(end - 3, {"for", "a", "living"})) end -= 3;
    if (end < 4 || !starts(0, {"what", "does"}) || words_[end - 1].lower != "do") return;
    if (!std::all_of(words_.begin() + 2, words_.begin() + static_cast<long>(end) - 1,
                     [](const Word& one) { return one.name; }))
      return;
    erase(end - 1, words_.size());
    words_[0].text = words_[0].lower = "who";
    words_[1] = make_word("is", "AUX", "VBZ");
  }

  /// What stands at `subject` and its verb as in a question: "Keller spoke" as "did Keller speak".
  bool turn(std::size_t subject) {
    std::size_t verb = subject;
    while (verb < words_.size() &&
           (words_[verb].name || words_[verb].upos == "PROPN" || words_[verb].upos == "PRON" ||
            words_[verb].upos == "DET" || words_[verb].upos == "NOUN"))
      ++verb;
    if (verb == subject || verb >= words_.size()) return false;
    if (is_auxiliary(words_[verb]) && !is_main_have(verb)) {
      const Word auxiliary = words_[verb];
      erase(verb, verb + 1);
      insert(subject, {auxiliary});
      return true;
    }
    if (words_[verb].upos != "VERB" && !is_main_have(verb)) return false;
    const bool past = words_[verb].xpos == "VBD" || words_[verb].xpos == "VBN";
    Word auxiliary = make_word(past ? "did" : "do", "AUX", past ? "VBD" : "VBP");
    auxiliary.lemma = "do";
    words_[verb].text = words_[verb].lower = words_[verb].lemma;
    words_[verb].upos = "VERB";
    words_[verb].xpos = "VB";
    insert(subject, {auxiliary});
    return true;
  }

  /// "where the bank had offices", not "where the bank had worked".
  bool is_main_have(std::size_t at) const {
    return is_have(words_[at]) && at + 1 < words_.size() && begins_phrase(words_[at + 1]);
  }

  std::vector<Word>& words_;
  Statement& out_;
};

}  // namespace

void rewrite_question(std::vector<Word>& words, Statement& out) { Rewriter(words, out).rewrite(); }

}  // namespace dossier::asking
