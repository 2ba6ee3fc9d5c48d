// SPDX-License-Identifier: Apache-2.0
#include "engine/query/check_functions.h"

#include <fmt/format.h>

#include "dossier/error.h"
#include "engine/algebra/walk.h"
#include "engine/functions/function.h"

namespace dossier {

namespace {

void check(const ast::Expression& expression, std::string_view text) {
  const auto* call = std::get_if<ast::FunctionCall>(&expression.node);
  if (call == nullptr) return;
  const std::string& iri = call->function.value();
  const std::uint32_t place = expression.offset.bytes;
  if (functions::find_function(iri) == nullptr)
    throw Error::in_text(ErrorCode::unsupported,
                         fmt::format("there is no function <{}>; the nearest one is <{}>", iri,
                                     functions::nearest_function(iri)),
                         text, place);
  if (call->arguments.size() != 1 || call->distinct)
    throw Error::in_text(ErrorCode::usage, fmt::format("<{}> takes exactly one argument", iri),
                         text, place);
}

}  // namespace

void check_functions(const algebra::Node& root, std::string_view text) {
  algebra::each_own_expression(const_cast<algebra::Node&>(root), [text](ast::Expression& own) {
    algebra::each_expression(own, [text](const ast::Expression& part) { check(part, text); });
  });
  algebra::each_child(root, [text](const algebra::Node& child) { check_functions(child, text); });
}

}  // namespace dossier
