// SPDX-License-Identifier: Apache-2.0
#include "engine/query/check_functions.h"

#include "dossier/error.h"
#include "engine/algebra/walk.h"
#include "engine/functions/resolve_call.h"

namespace dossier {

namespace {

void check(const ast::Expression& expression, std::string_view text,
           const functions::CustomTable* custom) {
  const auto* call = std::get_if<ast::FunctionCall>(&expression.node);
  if (call == nullptr) return;
  const functions::ResolvedCall resolved = functions::resolve_call(*call, custom);
  if (const auto* fault = std::get_if<functions::CallFault>(&resolved))
    throw Error::in_text(fault->code, fault->message, text, expression.offset.bytes);
}

}  // namespace

void check_functions(const algebra::Node& root, std::string_view text,
                     const functions::CustomTable* custom) {
  algebra::each_own_expression(const_cast<algebra::Node&>(root), [&](ast::Expression& own) {
    algebra::each_expression(own, [&](const ast::Expression& part) { check(part, text, custom); });
  });
  algebra::each_child(root,
                      [&](const algebra::Node& child) { check_functions(child, text, custom); });
}

}  // namespace dossier
