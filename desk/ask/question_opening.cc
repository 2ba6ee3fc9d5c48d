// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/question_opening.h"

#include <algorithm>

#include "desk/ask/question_rewrites.h"
#include "desk/ask/tables.h"

namespace dossier::asking {
namespace {

class Stripper {
 public:
  Stripper(std::vector<Word>& words, Statement& out) : words_(words), out_(out) {}

  void strip() {
    strip_opening();
    rewrite_question(words_, out_);
    strip_second_question();
    strip_exclusion();
    strip_picks();
    find_now();
    give_article();
    join_compound();
  }

 private:
  std::string slice(std::size_t begin, std::size_t end) const {
    return joined(words_, std::min(begin, end), end);
  }

  bool starts(std::size_t at, std::initializer_list<std::string_view> lowers) const {
    return stands_at(words_, at, lowers);
  }
  void erase(std::size_t begin, std::size_t end) { erase_words(words_, begin, end); }

  /// "And who ...", "Please tell me who ...", "Do you know who ..."
  void strip_opening() {
    for (bool again = true; again;) {
      again = false;
      for (const auto& opening : {std::initializer_list<std::string_view>{"and"},
                                  {"so"},
                                  {"please"},
                                  {"tell", "me"},
                                  {"do", "you", "know"},
                                  {"can", "you", "tell", "me"},
                                  {","}}) {
        if (words_.size() <= opening.size() || !starts(0, opening)) continue;
        erase(0, opening.size());
        again = true;
      }
    }
  }

  /// "Where and when did ...", "..., and when?"
  void strip_second_question() {
    if (starts(0, {"where", "and", "when"}) || starts(0, {"when", "and", "where"})) {
      out_.also_time = words_[2].lower == "when";
      out_.also_place = !out_.also_time;
      erase(1, 3);
    }
    if (words_.size() < 3) return;
    const std::string last = words_.back().lower;
    if (words_[words_.size() - 2].lower != "and" || (last != "when" && last != "where")) return;
    (last == "when" ? out_.also_time : out_.also_place) = true;
    erase(words_.size() - 2, words_.size());
    if (words_.back().text == ",") words_.pop_back();
  }

  /// "besides X", "apart from X", "other than X"
  void strip_exclusion() {
    for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
      const bool two = starts(i, {"apart", "from"}) || starts(i, {"other", "than"});
      if (!two && !is_exclusion(words_[i].lower)) continue;
      out_.excluded.push_back(slice(i + (two ? 2 : 1), words_.size()));
      erase(i, words_.size());
      return;
    }
  }

  void strip_picks() {
    if (starts(0, {"how", "long"})) return;  // "does it last"
    for (std::size_t i = 1; i < words_.size(); ++i) {
      const std::string& word = words_[i].lower;
      if (word == "else") {
        out_.else_ = true;
        erase(i, i + 1);
        return;
      }
      const bool last_word = i + 1 == words_.size();
      const bool before_verb = !last_word && can_be_base_verb(words_[i + 1]);
      if (starts(i, {"most", "often"}) && i + 2 == words_.size()) {
        out_.pick = Reading::Pick::most;
        erase(i, i + 2);
        return;
      }
      if ((word == "first" || word == "last") && (last_word || (before_verb && i > 1)) &&
          words_[i - 1].upos != "DET") {
        out_.pick = word == "first" ? Reading::Pick::first : Reading::Pick::last;
        erase(i, i + 1);
        return;
      }
    }
  }

  void find_now() {
    out_.now = std::any_of(words_.begin(), words_.end(), [](const Word& one) {
      return one.lower == "now" || one.lower == "today" || one.lower == "currently" ||
             one.lower == "nowadays";
    });
  }

  /// "the hand washing trial": a participle between nouns would be read as a verb.
  void join_compound() {
    for (std::size_t i = 2; i + 1 < words_.size(); ++i) {
      const bool between = words_[i].xpos == "VBG" && words_[i - 2].upos == "DET" &&
                           words_[i - 1].upos == "NOUN" && words_[i + 1].upos == "NOUN";
      if (!between) continue;
      words_[i - 1].text += "-" + words_[i].text;
      words_[i - 1].lower += "-" + words_[i].lower;
      erase(i, i + 1);
      return;
    }
  }

  /// "parties opposed attempts": without an article the verb would be read as a participle.
  void give_article() {
    for (std::size_t i = 2; i + 1 < words_.size(); ++i) {
      const bool verb = words_[i].lower.ends_with("ed") && words_[i - 1].upos == "NOUN";
      if (!verb || words_[i + 1].xpos != "NNS") continue;
      words_.insert(words_.begin() + static_cast<long>(i) + 1,
                    Word{"the", "the", "the", "DET", "DT"});
      return;
    }
  }

  std::vector<Word>& words_;
  Statement& out_;
};

}  // namespace

void strip_around(std::vector<Word>& words, Statement& out) { Stripper(words, out).strip(); }

}  // namespace dossier::asking
