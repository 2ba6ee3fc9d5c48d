// SPDX-License-Identifier: Apache-2.0
#include "engine/saved/declarations.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "model/xsd/datatype.h"

namespace dossier {
namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr std::string_view kTypes =
    "entity, IRI, term, string, integer, decimal, double, boolean, date, dateTime or another XSD "
    "datatype";

/// A comment line without its "#"; empty for other lines.
std::string_view comment_text(std::string_view line) {
  const std::size_t start = line.find_first_not_of(kBlanks);
  if (start == std::string_view::npos || line[start] != '#') return {};
  line.remove_prefix(start + 1);
  const std::size_t text = line.find_first_not_of(kBlanks);
  return text == std::string_view::npos ? std::string_view{} : line.substr(text);
}

/// Calls `visit(line, offset)` until it returns false.
template <typename Visit>
void each_line(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (!visit(text.substr(at, end - at), at)) return;
    at = end + 1;
  }
}

/// Reads what follows "@param" in one comment line.
class DeclarationReader {
 public:
  explicit DeclarationReader(std::string_view rest) : rest_(rest) { skip_blanks(); }

  Declaration read() {
    QueryParameter& parameter = result_.parameter;
    parameter.name = word();
    if (!parameter.name.empty() && (parameter.name[0] == '?' || parameter.name[0] == '$')) {
      parameter.name.erase(0, 1);
    }
    if (parameter.name.empty()) fail("a parameter has no name");
    read_type();
    while (read_default() || read_choices()) {
    }
    while (!rest_.empty() && kBlanks.find(rest_.back()) != std::string_view::npos) {
      rest_.remove_suffix(1);
    }
    parameter.description = rest_;
    check();
    return std::move(result_);
  }

 private:
  void fail(std::string message) {
    if (result_.fault.empty()) result_.fault = std::move(message);
  }

  void skip_blanks() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(kBlanks), rest_.size()));
  }

  std::string_view peek_word() const { return rest_.substr(0, rest_.find_first_of(kBlanks)); }

  std::string_view word() {
    const std::string_view found = peek_word();
    rest_.remove_prefix(found.size());
    skip_blanks();
    return found;
  }

  /// Both words, or nothing is read.
  bool words(std::string_view first, std::string_view second) {
    const std::string_view before = rest_;
    if (word() == first && word() == second) return true;
    rest_ = before;
    return false;
  }

  void read_type() {
    result_.parameter.list = words("list", "of");
    const std::string_view type = peek_word();
    if (type.empty() || type.starts_with('=') || at_choices()) return;
    result_.parameter.type = word();
    if (is_parameter_type(result_.parameter.type)) return;
    fail(fmt::format("the parameter {} is declared with the type {}, which is not known; write {}",
                     result_.parameter.name, result_.parameter.type, kTypes));
  }

  bool at_choices() const {
    DeclarationReader ahead(rest_);
    return ahead.words("one", "of") && ahead.at_quote();
  }

  bool at_quote() const {
    return !rest_.empty() && std::string_view("\"'<").find(rest_.front()) != std::string_view::npos;
  }

  bool read_default() {
    if (!rest_.starts_with('=')) return false;
    rest_.remove_prefix(1);
    skip_blanks();
    std::vector<std::string> values;
    do {
      values.push_back(token(result_.parameter.list ? " \t\r," : kBlanks));
    } while (result_.parameter.list && read_comma());
    if (values.front().empty()) fail("the default of " + result_.parameter.name + " is missing");
    result_.parameter.default_values = std::move(values);
    return true;
  }

  bool read_comma() {
    if (!rest_.starts_with(',')) return false;
    rest_.remove_prefix(1);
    skip_blanks();
    return true;
  }

  bool read_choices() {
    if (!at_choices()) return false;
    words("one", "of");
    while (at_quote()) result_.parameter.choices.push_back(token(kBlanks));
    return true;
  }

  /// A text in quotes, without them unless a tag or datatype follows; an IRI in angle brackets; or
  /// everything before one of `ends`.
  std::string token(std::string_view ends) {
    if (!at_quote()) return take(std::min(rest_.find_first_of(ends), rest_.size()));
    const char close = rest_.front() == '<' ? '>' : rest_.front();
    std::size_t end = 1;
    while (end < rest_.size() && rest_[end] != close) end += rest_[end] == '\\' ? 2 : 1;
    if (end >= rest_.size()) {
      fail(fmt::format("a {} is missing in the declaration of {}", close, result_.parameter.name));
      return take(rest_.size());
    }
    const std::size_t tail = std::min(rest_.find_first_of(ends, end + 1), rest_.size());
    if (close == '>' || tail > end + 1) return take(tail);
    const std::string quoted = take(tail);
    std::string text;
    for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
      if (quoted[i] == '\\') ++i;
      text += quoted[i];
    }
    return text;
  }

  std::string take(std::size_t size) {
    std::string taken(rest_.substr(0, size));
    rest_.remove_prefix(size);
    skip_blanks();
    return taken;
  }

  void check() {
    const QueryParameter& parameter = result_.parameter;
    if (parameter.choices.empty() || !parameter.default_values) return;
    for (const std::string& value : *parameter.default_values) {
      const auto& choices = parameter.choices;
      if (std::find(choices.begin(), choices.end(), value) == choices.end()) {
        fail(fmt::format("the default of {} is none of its choices: {}", parameter.name, value));
      }
    }
  }

  std::string_view rest_;
  Declaration result_;
};

}  // namespace

bool is_parameter_type(std::string_view type) {
  if (type == "entity" || type == "IRI" || type == "iri" || type == "term") return true;
  if (type.starts_with("xsd:")) type.remove_prefix(4);
  return xsd::find_datatype(vocabulary::iri(vocabulary::kXsd, type)) != nullptr;
}

std::vector<Declaration> read_declarations(std::string_view text) {
  constexpr std::string_view kMark = "@param";
  std::vector<Declaration> declarations;
  each_line(text, [&](std::string_view line, std::size_t offset) {
    std::string_view comment = comment_text(line);
    if (!comment.starts_with(kMark)) return true;
    comment.remove_prefix(kMark.size());
    if (comment.empty() || kBlanks.find(comment.front()) == std::string_view::npos) return true;
    Declaration declaration = DeclarationReader(comment).read();
    declaration.offset = offset;
    for (const Declaration& before : declarations) {
      if (before.parameter.name == declaration.parameter.name && declaration.fault.empty()) {
        declaration.fault = "the parameter " + before.parameter.name + " is declared twice";
      }
    }
    declarations.push_back(std::move(declaration));
    return true;
  });
  return declarations;
}

std::vector<QueryParameter> declared_parameters(std::string_view text) {
  std::vector<QueryParameter> parameters;
  for (Declaration& declaration : read_declarations(text)) {
    if (!declaration.fault.empty()) {
      throw Error::in_text(ErrorCode::syntax, declaration.fault, text, declaration.offset);
    }
    parameters.push_back(std::move(declaration.parameter));
  }
  return parameters;
}

std::string description_of(std::string_view text) {
  std::string description;
  bool begun = false;  // empty lines before the first comment do not count
  each_line(text, [&](std::string_view line, std::size_t) {
    if (line.starts_with("#!")) return true;
    const std::string_view comment = comment_text(line);
    if (comment.empty() || comment.starts_with('@')) {
      const bool blank = line.find_first_not_of(kBlanks) == std::string_view::npos;
      if (blank && !begun) return true;
      begun = true;
      return description.empty() && line.find('#') != std::string_view::npos;
    }
    if (!description.empty()) description += ' ';
    description += comment;
    return true;
  });
  return description;
}

}  // namespace dossier
