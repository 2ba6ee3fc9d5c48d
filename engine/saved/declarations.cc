// SPDX-License-Identifier: Apache-2.0
#include "engine/saved/declarations.h"

#include <algorithm>
#include <utility>

#include "dossier/error.h"
#include "engine/saved/declaration_reader.h"

namespace dossier {
namespace {

constexpr std::string_view kBlanks = " \t\r";

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

}  // namespace

std::vector<Declaration> read_declarations(std::string_view text) {
  constexpr std::string_view kMark = "@param";
  std::vector<Declaration> declarations;
  each_line(text, [&](std::string_view line, std::size_t offset) {
    std::string_view comment = comment_text(line);
    if (!comment.starts_with(kMark)) return true;
    comment.remove_prefix(kMark.size());
    if (comment.empty() || kBlanks.find(comment.front()) == std::string_view::npos) return true;
    Declaration declaration = read_declaration(comment);
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
