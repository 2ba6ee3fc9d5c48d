#include "tests/unit/extract/tagged_sentence.h"

#include <map>
#include <sstream>
#include <stdexcept>

namespace dossier::test {

namespace {

using extract::Mention;
using extract::MentionType;
using extract::Modality;
using extract::Sentence;
using extract::TimeExpression;
using extract::Token;

MentionType type_of(const std::string& name) {
  static const std::map<std::string, MentionType> types{
      {"person", MentionType::person}, {"org", MentionType::organization},
      {"place", MentionType::place},   {"country", MentionType::country},
      {"city", MentionType::city},     {"event", MentionType::event},
      {"work", MentionType::work},     {"people", MentionType::nationality}};
  const auto found = types.find(name);
  if (found == types.end()) throw std::runtime_error("unknown mention type " + name);
  return found->second;
}

std::string strip(const std::string& word, std::size_t letters) {
  return word.substr(0, word.size() - letters);
}

/// Regular endings only.
std::string regular_lemma(const std::string& word, const std::string& tag) {
  std::string lemma = word;
  for (char& c : lemma) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (tag == "NNS" || tag == "VBZ") {
    if (lemma.ends_with("ies")) return strip(lemma, 3) + "y";
    if (lemma.ends_with("ches") || lemma.ends_with("shes") || lemma.ends_with("sses"))
      return strip(lemma, 2);
    if (lemma.ends_with("s") && !lemma.ends_with("ss")) return strip(lemma, 1);
  }
  if ((tag == "VBD" || tag == "VBN") && lemma.ends_with("ed")) return strip(lemma, 2);
  if (tag == "VBG" && lemma.ends_with("ing")) return strip(lemma, 3);
  if (tag.starts_with("NNP")) return word;
  return lemma;
}

class Reader {
 public:
  explicit Reader(const std::string& line) : in_(line) {}

  Sentence read() {
    std::string item;
    while (in_ >> item) {
      if (item.starts_with("[") && item.size() > 1 && item[1] != '/') {
        open_ = static_cast<std::uint32_t>(sentence_.tokens.size());
        name_ = item.substr(1);
      } else if (item.starts_with("{")) {
        open_ = static_cast<std::uint32_t>(sentence_.tokens.size());
        time_ = item.substr(1);
      } else {
        read_word(item);
      }
    }
    sentence_.span = {0, offset_ == 0 ? 0 : offset_ - 1};
    return sentence_;
  }

 private:
  void read_word(std::string item) {
    const char last = item.back();
    const bool closes = (last == ']' && !name_.empty()) || (last == '}' && !time_.empty());
    if (closes) item.pop_back();
    const bool glued = item.starts_with("~");
    if (glued) item.erase(0, 1);
    const std::size_t slash = item.find('/', 1);
    if (slash == std::string::npos) throw std::runtime_error("no tag: " + item);
    const std::size_t colon = item.find(':', slash + 2);
    Token token;
    if (glued && offset_ > 0) --offset_;
    token.text = item.substr(0, slash);
    token.xpos = item.substr(slash + 1, colon == std::string::npos ? colon : colon - slash - 1);
    token.lemma =
        colon == std::string::npos ? regular_lemma(token.text, token.xpos) : item.substr(colon + 1);
    const auto length = static_cast<std::uint32_t>(token.text.size());
    token.span = {offset_, offset_ + length};
    offset_ += length + 1;
    sentence_.tokens.push_back(std::move(token));
    if (closes) close();
  }

  void close() {
    const auto end = static_cast<std::uint32_t>(sentence_.tokens.size());
    const extract::TokenRange range{open_, end};
    const extract::TextSpan span{sentence_.tokens[open_].span.begin,
                                 sentence_.tokens[end - 1].span.end};
    if (!name_.empty()) {
      Mention mention;
      mention.tokens = range;
      mention.span = span;
      mention.text = words(sentence_, range);
      mention.type = type_of(name_);
      sentence_.mentions.push_back(std::move(mention));
    } else {
      TimeExpression time;
      time.tokens = range;
      time.span = span;
      time.text = words(sentence_, range);
      time.value = time_;
      sentence_.times.push_back(std::move(time));
    }
    name_.clear();
    time_.clear();
  }

  std::istringstream in_;
  Sentence sentence_;
  std::string name_, time_;
  std::uint32_t open_ = 0, offset_ = 0;
};

const char* modality_name(Modality modality) {
  static const char* const names[] = {"asserted", "possible", "necessary",   "planned",
                                      "expected", "hoped",    "conditional", "asked"};
  return names[static_cast<std::size_t>(modality)];
}

}  // namespace

extract::Sentence tagged_sentence(const std::string& line) { return Reader(line).read(); }

std::string words(const extract::Sentence& sentence, extract::TokenRange range) {
  std::string result;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (i > range.first) result += ' ';
    result += sentence.tokens[i].text;
  }
  return result;
}

std::string describe(const extract::Sentence& sentence, const extract::Clause& clause) {
  std::string line = clause.subject ? words(sentence, clause.subject->tokens) : "-";
  line += " | " + clause.relation + " | ";
  line += clause.object ? words(sentence, clause.object->tokens) : "-";
  std::string flags;
  if (clause.negated) flags += " not";
  if (clause.modality != Modality::asserted)
    flags += std::string(" ") + modality_name(clause.modality);
  if (clause.passive_without_agent) flags += " passive";
  if (!clause.role_title.empty()) flags += " title=" + clause.role_title;
  if (clause.time) flags += " time=" + sentence.times[*clause.time].value;
  if (clause.place) flags += " place=" + words(sentence, clause.place->tokens);
  if (clause.attributed) flags += " by=" + words(sentence, clause.attributed->tokens);
  return flags.empty() ? line : line + " |" + flags;
}

}  // namespace dossier::test
