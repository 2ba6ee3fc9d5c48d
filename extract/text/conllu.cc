#include "extract/text/conllu.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <utility>

#include "model/error.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kColumns = 10;

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
        throw Error(ErrorCode::syntax,
                    fmt::format("CoNLL-U line {}: not ten columns", line_number_));
      }
      fields[i] = line.substr(0, tab);
      line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    if (fields[0].find('.') != std::string_view::npos) return;
    const bool space_after = fields[9].find("SpaceAfter=No") == std::string_view::npos;
    const std::size_t dash = fields[0].find('-');
    if (dash != std::string_view::npos) {
      const int count = id(fields[0].substr(dash + 1)) - id(fields[0].substr(0, dash)) + 1;
      sentence_.tokens.push_back({std::string(fields[1]), sentence_.words.size(),
                                  static_cast<std::size_t>(count), space_after});
      in_range_ = static_cast<std::size_t>(count);
      return;
    }
    if (in_range_ > 0) {
      --in_range_;
    } else {
      sentence_.tokens.push_back({std::string(fields[1]), sentence_.words.size(), 1, space_after});
    }
    sentence_.words.push_back({std::string(fields[1]), std::string(fields[2]),
                               std::string(fields[3]), std::string(fields[4])});
  }

  int id(std::string_view text) const {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
      throw Error(ErrorCode::syntax,
                  fmt::format("CoNLL-U line {}: not an id: {}", line_number_, text));
    }
    return value;
  }

  void finish() {
    if (!sentence_.words.empty()) {
      sentence_.document = document_;
      sentences_.push_back(std::move(sentence_));
      sentence_ = {};
    }
    in_range_ = 0;
  }

  std::vector<ConlluSentence> sentences_;
  ConlluSentence sentence_;
  std::string document_;
  std::size_t in_range_ = 0;
  std::size_t line_number_ = 0;
};

}  // namespace

std::vector<ConlluSentence> read_conllu(std::string_view text) { return ConlluReader().read(text); }

}  // namespace dossier::extract
