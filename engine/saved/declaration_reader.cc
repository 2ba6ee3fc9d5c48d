// SPDX-License-Identifier: Apache-2.0
#include "engine/saved/declaration_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "model/vocabulary.h"
#include "model/xsd/datatype.h"

namespace dossier {
namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr std::string_view kTypes =
    "entity, IRI, term, string, integer, decimal, double, boolean, date, dateTime or another XSD "
    "datatype";

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
    if (!typed_ && are_words(parameter.choices)) parameter.type = "string";
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

  /// All these words, or nothing is read.
  template <typename... Words>
  bool words(Words... wanted) {
    const std::string_view before = rest_;
    if (((word() == wanted) && ...)) return true;
    rest_ = before;
    return false;
  }

  void read_type() {
    QueryParameter& parameter = result_.parameter;
    bool optional = words("optional");
    parameter.list = words("list", "of");
    const std::string_view type = peek_word();
    typed_ = !type.empty() && !type.starts_with('=') && !at_choices();
    if (typed_) {
      parameter.type = word();
      take_sign('*', parameter.list);
      take_sign('?', optional);
    }
    if (optional) parameter.default_values.emplace();
    if (!typed_ || is_parameter_type(parameter.type)) return;
    fail(fmt::format("the parameter {} is declared with the type {}, which is not known; write {}",
                     parameter.name, parameter.type, kTypes));
  }

  /// "date?" is an optional date, "entity*" a list of entities.
  void take_sign(char sign, bool& means) {
    std::string& type = result_.parameter.type;
    if (type.size() < 2 || !type.ends_with(sign)) return;
    type.pop_back();
    means = true;
  }

  bool at_choices() const {
    if (rest_.starts_with('{')) return true;
    DeclarationReader ahead(rest_);
    return ahead.words("one", "of") && ahead.at_quote();
  }

  /// Neither IRIs nor prefixed names.
  static bool are_words(const std::vector<std::string>& choices) {
    return !choices.empty() &&
           std::all_of(choices.begin(), choices.end(), [](const std::string& choice) {
             return choice.find_first_of("<:") == std::string::npos;
           });
  }

  bool at_quote() const {
    return !rest_.empty() && std::string_view("\"'<").find(rest_.front()) != std::string_view::npos;
  }

  bool read_default() {
    if (!rest_.starts_with('=')) return false;
    if (result_.parameter.default_values)
      fail("the parameter " + name() + " is optional and has a default: one of them is enough");
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
    if (rest_.starts_with('{')) return read_braces();
    words("one", "of");
    while (at_quote()) result_.parameter.choices.push_back(token(kBlanks));
    return true;
  }

  /// "{meet, visit}".
  bool read_braces() {
    do {
      rest_.remove_prefix(1);
      skip_blanks();
      result_.parameter.choices.push_back(token(" \t\r,}"));
    } while (rest_.starts_with(','));
    if (result_.parameter.choices.back().empty()) fail("a choice of " + name() + " is empty");
    if (!rest_.starts_with('}')) {
      fail("a } is missing in the declaration of " + name());
      return true;
    }
    rest_.remove_prefix(1);
    skip_blanks();
    return true;
  }

  const std::string& name() const { return result_.parameter.name; }

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
  bool typed_ = false;
  Declaration result_;
};

}  // namespace

bool is_parameter_type(std::string_view type) {
  if (type == "entity" || type == "IRI" || type == "iri" || type == "term") return true;
  if (type.starts_with("xsd:")) type.remove_prefix(4);
  return xsd::find_datatype(vocabulary::iri(vocabulary::kXsd, type)) != nullptr;
}

Declaration read_declaration(std::string_view rest) { return DeclarationReader(rest).read(); }

}  // namespace dossier
