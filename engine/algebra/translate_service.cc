// SPDX-License-Identifier: Apache-2.0
// SERVICE: what goes to the endpoint as text, and the variables that come back.
#include <cctype>

#include "engine/algebra/translator.h"
#include "engine/algebra/walk.h"
#include "model/term_text.h"

namespace dossier::algebra {
namespace {

/// Whether the pattern's text names ?name. A name inside a string counts too: a value that nothing
/// reads does no harm.
bool names(const std::string& text, const std::string& name) {
  const std::string variable = "?" + name;
  for (std::size_t at = text.find(variable); at != std::string::npos;
       at = text.find(variable, at + 1)) {
    const std::size_t end = at + variable.size();
    const auto next = static_cast<unsigned char>(end < text.size() ? text[end] : ' ');
    if (std::isalnum(next) == 0 && next != '_' && next < 0x80) return true;
  }
  return false;
}

}  // namespace

Node Translator::service(const ast::ServicePattern& pattern) {
  Service service{name_item(pattern.name), pattern.silent, pattern.text, {}};
  // The pattern's algebra is the endpoint's business; here it tells the variables in scope.
  const Node body = group(*pattern.pattern);
  service.variables = visible_variables(body, variables_, work_);
  for (const auto& [name, term] : parameters_) {
    if (!names(service.text, name)) continue;
    parameter(name);  // its value is in the text
    std::string value = "{\n  VALUES ?" + name + " { ";
    append_term(value, term);
    service.text.replace(service.text.find('{'), 1, value + " }");
  }
  return Node{std::move(service)};
}

}  // namespace dossier::algebra
