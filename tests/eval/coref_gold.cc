// SPDX-License-Identifier: Apache-2.0
#include "coref_gold.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "extract/conllu/sentences.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

struct Open {
  std::string group;
  std::vector<std::uint32_t> head;  ///< words of the minimal span, from 1
  std::uint32_t first = 0;          ///< word of the sentence
};

/// "3-person-giv:act-sssss-cf1*-1,2-ana-Lord_Byron"
Open read_opening(const std::string& annotation, std::uint32_t word) {
  std::vector<std::string> fields(1);
  for (const char c : annotation) {
    if (c == '-' && fields.size() < 8)
      fields.emplace_back();
    else
      fields.back() += c;
  }
  Open open{fields[0], {}, word};
  const std::string& words = fields.size() > 5 ? fields[5] : fields[0];
  for (const char* at = words.data(); at < words.data() + words.size();) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(at, words.data() + words.size(), number);
    if (error == std::errc()) open.head.push_back(number);
    at = end + 1;
  }
  if (fields.size() > 1 && fields[1] == "time") open.group.clear();
  return open;
}

std::string entity_field(const std::string& misc) {
  const std::size_t at = misc.find("Entity=");
  if (at == std::string::npos) return {};
  return misc.substr(at + 7, misc.find('|', at) - at - 7);
}

class GoldReader {
 public:
  std::vector<GoldDocument> read(std::string_view conllu) {
    for (const ConlluSentence& sentence : read_conllu(conllu)) {
      if (documents_.empty() || documents_.back().id != sentence.document) {
        documents_.push_back({sentence.document, {}, {}});
        open_.clear();
        length_ = 0;
      }
      if (sentence.opens_paragraph && length_ > 0) append("\n\n");
      add(sentence);
    }
    return std::move(documents_);
  }

 private:
  void append(const std::string& text) {
    documents_.back().text += text;
    length_ += static_cast<std::uint32_t>(to_code_points(text).size());
  }

  void add(const ConlluSentence& sentence) {
    std::vector<TextSpan> spans(sentence.words.size());
    for (const ConlluToken& token : sentence.tokens) {
      const std::uint32_t begin = length_;
      append(token.form);
      for (std::size_t i = 0; i < token.word_count; ++i)
        spans[token.first_word + i] = {begin, length_};
      if (token.space_after) append(" ");
    }
    for (std::uint32_t word = 0; word < sentence.words.size(); ++word)
      read_annotation(entity_field(sentence.words[word].misc), word, sentence, spans);
  }

  void read_annotation(const std::string& field, std::uint32_t word, const ConlluSentence& sentence,
                       const std::vector<TextSpan>& spans) {
    for (std::size_t at = 0; at < field.size();) {
      const bool opens = field[at] == '(';
      const std::size_t end =
          std::min(field.find_first_of("()", at + (opens ? 1 : 0)), field.size());
      const std::string part = field.substr(at + (opens ? 1 : 0), end - at - (opens ? 1 : 0));
      const bool closes = end < field.size() && field[end] == ')';
      if (opens) open_.push_back(read_opening(part, word));
      if (closes) close(opens ? open_.back().group : part, opens, word, sentence, spans);
      at = end + (closes ? 1 : 0);
    }
  }

  void close(const std::string& group, bool newest, std::uint32_t word,
             const ConlluSentence& sentence, const std::vector<TextSpan>& spans) {
    const auto at = newest ? open_.rbegin()
                           : std::find_if(open_.rbegin(), open_.rend(),
                                          [&](const Open& open) { return open.group == group; });
    if (at == open_.rend()) return;  // a time, or begun in another sentence
    const Open open = *at;
    open_.erase(std::next(at).base());
    if (open.group.empty() || open.head.empty() || open.first > word) return;
    const std::uint32_t head_first = open.first + open.head.front() - 1;
    const std::uint32_t head_last = open.first + open.head.back() - 1;
    if (head_last > word) return;
    GoldMention mention{open.group,
                        {spans[open.first].begin, spans[word].end},
                        {spans[head_first].begin, spans[head_last].end}};
    mention.pronoun = open.first == word && sentence.words[word].upos == "PRON";
    mention.name = sentence.words[head_first].upos == "PROPN";
    documents_.back().mentions.push_back(std::move(mention));
  }

  std::vector<GoldDocument> documents_;
  std::vector<Open> open_;
  std::uint32_t length_ = 0;
};

}  // namespace

std::vector<GoldDocument> read_coref_gold(std::string_view conllu) {
  return GoldReader().read(conllu);
}

}  // namespace dossier::extract
