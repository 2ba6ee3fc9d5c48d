#include "extract/train/neural/name_labels.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

struct Phrase {
  std::size_t first = 0;
  std::size_t last = 0;  ///< its last word
  std::string type;
};

bool is_number(char c) { return c >= '0' && c <= '9'; }

/// The brackets of one sentence: "(4-organization-...(5-place-...)" and "4)".
class EntityReader {
 public:
  explicit EntityReader(const ConlluSentence& sentence) : sentence_(sentence) {}

  std::vector<Phrase> read() {
    for (word_ = 0; word_ < sentence_.words.size(); ++word_) {
      const std::string& misc = sentence_.words[word_].misc;
      std::size_t at = misc.starts_with("Entity=") ? 0 : misc.find("|Entity=");
      if (at == std::string::npos) continue;
      at = misc.find('=', at) + 1;
      read_brackets(std::string_view(misc).substr(at, misc.find('|', at) - at));
    }
    return std::move(phrases_);
  }

 private:
  static bool opens(std::string_view text) {
    std::size_t digits = 1;
    while (digits < text.size() && is_number(text[digits])) ++digits;
    return text[0] == '(' && digits > 1 && digits < text.size() && text[digits] == '-';
  }

  void read_brackets(std::string_view text) {
    while (!text.empty()) {
      if (opens(text)) {
        open(text);
      } else {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits > 0 && digits < text.size() && text[digits] == ')') {
          close(std::string(text.substr(0, digits)));
        }
        text.remove_prefix(std::min(digits + 1, text.size()));
      }
    }
  }

  /// Fields up to the next bracket; an identity may hold brackets of its own.
  void open(std::string_view& text) {
    const std::size_t dash = text.find('-');
    const std::string number(text.substr(1, dash - 1));
    const std::size_t type_end = std::min(text.find('-', dash + 1), text.size());
    open_[number].push_back(
        {word_, word_, std::string(text.substr(dash + 1, type_end - dash - 1))});
    std::size_t at = dash;
    int depth = 0;
    for (; at < text.size(); ++at) {
      if (text[at] == '(' && opens(text.substr(at))) break;
      if (text[at] == '(') ++depth;
      if (text[at] == ')' && depth-- == 0) {
        close(number);
        ++at;
        break;
      }
    }
    text.remove_prefix(at);
  }

  void close(const std::string& number) {
    std::vector<Phrase>& open = open_[number];
    if (open.empty()) return;  // opened in a sentence before
    open.back().last = word_;
    phrases_.push_back(std::move(open.back()));
    open.pop_back();
  }

  const ConlluSentence& sentence_;
  std::size_t word_ = 0;
  std::map<std::string, std::vector<Phrase>> open_;
  std::vector<Phrase> phrases_;
};

class NameTrimmer {
 public:
  NameTrimmer(const ConlluSentence& sentence, const Lexicon& lexicon)
      : words_(sentence.words), lexicon_(lexicon) {}

  std::optional<GoldName> trim(const Phrase& phrase) const {
    const std::size_t head = head_of(phrase);
    if (phrase.type == "time") return trim_time(phrase, head);
    if (!is_proper(head)) return std::nullopt;
    GoldName name{head, head + 1, type_of(phrase.type)};
    while (name.first > phrase.first && joins_left(name.first - 1, head)) --name.first;
    while (const std::size_t next = next_part(name.last, phrase, head, name.type)) name.last = next;
    if (name.type == "PERSON") drop_titles(name);
    if (name.first == name.last) return std::nullopt;
    return name;
  }

 private:
  static std::string type_of(const std::string& type) {
    if (type == "person") return "PERSON";
    if (type == "place") return "PLACE";
    if (type == "organization") return "ORGANIZATION";
    if (type == "event") return "EVENT";
    return type == "time" ? "TIME" : "OTHER";
  }

  bool is_proper(std::size_t i) const {
    return words_[i].upos == "PROPN" || words_[i].xpos.starts_with("NNP");
  }

  bool is_year(std::size_t i) const {
    const std::string& form = words_[i].form;
    return words_[i].upos == "NUM" && form.size() == 4 &&
           std::all_of(form.begin(), form.end(), is_number);
  }

  /// "8 February 1700", "November 9, 2020", "Monday", "1989".
  std::optional<GoldName> trim_time(const Phrase& phrase, std::size_t head) const {
    const auto fits = [&](std::size_t i) { return is_proper(i) || words_[i].upos == "NUM"; };
    if (!fits(head)) return std::nullopt;
    GoldName name{head, head + 1, "TIME"};
    while (name.first > phrase.first && fits(name.first - 1)) --name.first;
    for (std::size_t i = name.last; i <= phrase.last; ++i) {
      if (fits(i)) name.last = i + 1;
      if (!fits(i) && words_[i].form != ",") break;
    }
    for (std::size_t i = name.first; i < name.last; ++i) {
      if (is_proper(i) || is_year(i)) return name;
    }
    return std::nullopt;
  }

  std::size_t head_of(const Phrase& phrase) const {
    for (std::size_t i = phrase.first; i <= phrase.last; ++i) {
      const std::size_t head = words_[i].head;
      const bool inside = head > phrase.first && head <= phrase.last + 1;
      if (!inside && words_[i].upos != "PUNCT") return i;
    }
    return phrase.last;
  }

  bool capital(std::size_t i) const {
    const std::u32string form = to_code_points(words_[i].form);
    return !form.empty() && is_upper(form[0]);
  }

  /// Whether the way from a word up to the head goes through parts of a name only.
  bool belongs(std::size_t i, std::size_t head) const {
    static constexpr std::array<std::string_view, 7> kParts{"flat",   "compound", "nmod", "amod",
                                                            "nummod", "goeswith", "conj"};
    for (std::size_t steps = 0; i != head && steps < words_.size(); ++steps) {
      const std::string relation = words_[i].relation.substr(0, words_[i].relation.find(':'));
      if (std::find(kParts.begin(), kParts.end(), relation) == kParts.end()) return false;
      if (words_[i].head == 0) return false;
      const std::size_t up = words_[i].head - 1;
      if (relation == "conj" && up == head) return false;  // another name
      i = up;
    }
    return i == head;
  }

  bool joins_left(std::size_t i, std::size_t head) const {
    const ConlluWord& word = words_[i];
    if (word.form == "-") return i > 0 && is_proper(i - 1);
    const bool adjective = (word.upos == "ADJ" || word.upos == "NOUN") && capital(i) && i > 0;
    return (is_proper(i) || adjective) && belongs(i, head);
  }

  /// What may stand between the parts of a name.
  static bool is_link(const std::string& form, const std::string& type) {
    static constexpr std::array<std::string_view, 6> kInPersons{"-",   "de", "van",
                                                                "von", "al", "del"};
    static constexpr std::array<std::string_view, 8> kInOthers{"of", "for", "the", "and",
                                                               "&",  "'s",  "-",   "de"};
    if (type == "PERSON") {
      return std::find(kInPersons.begin(), kInPersons.end(), form) != kInPersons.end();
    }
    return std::find(kInOthers.begin(), kInOthers.end(), form) != kInOthers.end();
  }

  /// Behind the next part of the name from `at`; 0: none.
  std::size_t next_part(std::size_t at, const Phrase& phrase, std::size_t head,
                        const std::string& type) const {
    constexpr std::size_t kMostBetween = 2;
    for (std::size_t i = at; i <= phrase.last && i <= at + kMostBetween; ++i) {
      const bool number = words_[i].upos == "NUM" && i == at;
      if ((is_proper(i) || number) && belongs(i, head)) return i + 1;
      const bool capitalised = words_[i].upos == "NOUN" && capital(i) && belongs(i, head);
      if (!capitalised && !is_link(words_[i].form, type)) return 0;
    }
    return 0;
  }

  /// Titles before the name; a noun for people that stands alone ("Fellow", "Senator") is no name.
  void drop_titles(GoldName& name) const {
    const auto is_title = [this](std::size_t i) {
      const std::string lower = to_lower(words_[i].form);
      return lexicon_.is(lower, kTitle | kTitlePart | kHonorific) ||
             lexicon_.is(words_[i].form, kHonorific) || words_[i].upos == "ADJ" ||
             words_[i].upos == "NOUN";
    };
    while (name.first < name.last && is_title(name.first)) ++name.first;
    if (name.last - name.first != 1) return;
    const std::string& form = words_[name.first].form;
    const bool noun = lexicon_.word(to_lower(form)).noun_class == NounClass::person;
    if (noun && !lexicon_.is(form, kGivenName | kSurname | kPerson | kPeople)) ++name.first;
  }

  const std::vector<ConlluWord>& words_;
  const Lexicon& lexicon_;
};

std::vector<GoldName> names_of(const ConlluSentence& sentence, const Lexicon& lexicon) {
  const NameTrimmer trimmer(sentence, lexicon);
  std::vector<GoldName> found;
  for (const Phrase& phrase : EntityReader(sentence).read()) {
    if (auto name = trimmer.trim(phrase)) found.push_back(std::move(*name));
  }
  std::stable_sort(found.begin(), found.end(), [](const GoldName& a, const GoldName& b) {
    return a.last - a.first > b.last - b.first;
  });
  std::vector<GoldName> kept;
  for (GoldName& name : found) {
    const bool apart = std::all_of(kept.begin(), kept.end(), [&](const GoldName& other) {
      return name.last <= other.first || other.last <= name.first;
    });
    if (apart) kept.push_back(std::move(name));
  }
  std::sort(kept.begin(), kept.end(),
            [](const GoldName& a, const GoldName& b) { return a.first < b.first; });
  return kept;
}

}  // namespace

std::vector<std::optional<std::vector<GoldName>>> gold_names(
    const std::vector<ConlluSentence>& treebank, const Lexicon& lexicon) {
  std::set<std::string> annotated;
  for (const ConlluSentence& sentence : treebank) {
    for (const ConlluWord& word : sentence.words) {
      if (word.misc.find("Entity=") != std::string::npos) annotated.insert(sentence.document);
    }
  }
  std::vector<std::optional<std::vector<GoldName>>> names;
  for (const ConlluSentence& sentence : treebank) {
    if (annotated.contains(sentence.document)) {
      names.emplace_back(names_of(sentence, lexicon));
    } else {
      names.emplace_back(std::nullopt);
    }
  }
  return names;
}

std::vector<std::string> bio_labels(const std::vector<GoldName>& names, std::size_t words) {
  std::vector<std::string> labels(words, "O");
  for (const GoldName& name : names) {
    for (std::size_t i = name.first; i < name.last; ++i) {
      labels[i] = (i == name.first ? "B-" : "I-") + name.type;
    }
  }
  return labels;
}

}  // namespace dossier::extract
