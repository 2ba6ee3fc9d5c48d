// SPDX-License-Identifier: Apache-2.0
#include "extract/conllu/sentences.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <utility>

#include "dossier/error.h"
#include "extract/interruption.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kColumns = 10;
constexpr std::uint32_t kLongestRange = 100;

std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

class ConlluReader {
 public:
  std::vector<ConlluSentence> read(std::string_view text) {
    while (!text.empty()) {
      Interruption::look();
      const std::string_view line = next_line(text);
      ++line_number_;
      if (line.empty()) {
        finish();
      } else if (line[0] == '#') {
        comment(line);
      } else {
        columns(line);
      }
    }
    finish();
    return std::move(sentences_);
  }

 private:
  void comment(std::string_view line) {
    if (take_prefix(line, "# newdoc")) {
      sentence_.opens_document = sentence_.opens_paragraph = true;
      if (take_prefix(line, " id = ")) document_ = line;
    } else if (line.starts_with("# newpar")) {
      sentence_.opens_paragraph = true;
    } else if (take_prefix(line, "# text = ")) {
      sentence_.text = line;
    }
  }

  void columns(std::string_view line) {
    std::array<std::string_view, kColumns> fields;
    for (std::size_t i = 0; i < kColumns; ++i) {
      const std::size_t tab = line.find('\t');
      if ((tab == std::string_view::npos) != (i + 1 == kColumns)) {
        fail("not ten columns");
      }
      fields[i] = line.substr(0, tab);
      line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    if (fields[0].find('.') != std::string_view::npos) return;  // an empty node
    const bool space_after = fields[9].find("SpaceAfter=No") == std::string_view::npos;
    const std::size_t dash = fields[0].find('-');
    if (dash != std::string_view::npos) {
      open_range(number(fields[0].substr(0, dash)), number(fields[0].substr(dash + 1)));
      sentence_.tokens.push_back(
          {std::string(fields[1]), sentence_.words.size(), in_range_, space_after});
      return;
    }
    if (number(fields[0]) != sentence_.words.size() + 1) fail("ids do not count up from 1");
    if (in_range_ > 0) {
      --in_range_;
    } else {
      sentence_.tokens.push_back({std::string(fields[1]), sentence_.words.size(), 1, space_after});
    }
    add_word(fields);
  }

  void open_range(std::uint32_t first, std::uint32_t last) {
    if (in_range_ > 0 || first != sentence_.words.size() + 1 || last < first ||
        last - first >= kLongestRange) {
      fail("a range must come before its words");
    }
    in_range_ = last - first + 1;
  }

  void add_word(const std::array<std::string_view, kColumns>& fields) {
    ConlluWord word;
    word.form = fields[1];
    word.lemma = fields[2];
    word.upos = fields[3];
    word.xpos = fields[4];
    word.features = fields[5];
    if (fields[6] != "_") word.head = number(fields[6]);
    word.relation = fields[7];
    word.misc = fields[9];
    sentence_.words.push_back(std::move(word));
  }

  [[noreturn]] void fail(std::string_view why) const {
    throw Error(ErrorCode::syntax, fmt::format("CoNLL-U line {}: {}", line_number_, why));
  }

  std::uint32_t number(std::string_view text) const {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
      fail(fmt::format("not a number: {}", text));
    }
    return value;
  }

  void finish() {
    if (in_range_ > 0) fail("a range without all of its words");
    if (sentence_.words.empty()) return;
    for (const ConlluWord& word : sentence_.words) {
      if (word.head != ConlluWord::kNoHead && word.head > sentence_.words.size()) {
        fail(fmt::format("the sentence before has no word {}, head of \"{}\"", word.head,
                         word.form));
      }
    }
    sentence_.document = document_;
    sentences_.push_back(std::move(sentence_));
    sentence_ = {};
  }

  std::vector<ConlluSentence> sentences_;
  ConlluSentence sentence_;
  std::string document_;
  std::size_t in_range_ = 0;  ///< words of the open range still to come
  std::size_t line_number_ = 0;
};

}  // namespace

std::vector<ConlluSentence> read_conllu(std::string_view text) { return ConlluReader().read(text); }

}  // namespace dossier::extract
