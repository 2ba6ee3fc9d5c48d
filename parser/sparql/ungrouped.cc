#include "parser/sparql/ungrouped.h"

#include <fmt/format.h>

#include <vector>

namespace dossier::sparql {
namespace {

/// Visits the kinds of expression; patterns of EXISTS have a scope of their own.
class GroupedCheck {
 public:
  GroupedCheck(const Context& context, const VariableSet& keys) : context_(context), keys_(keys) {}

  void check(const ast::Expression& expression) {
    if (const auto* variable = std::get_if<ast::Variable>(&expression.node)) {
      if (!keys_.contains(variable->name) && !context_.parameters.contains(variable->name)) {
        fail_ungrouped(context_, variable->name, expression.offset.bytes);
      }
      return;
    }
    std::visit([this](const auto& node) { parts(node); }, expression.node);
  }

 private:
  void parts(const std::vector<ast::Expression>& expressions) {
    for (const ast::Expression& expression : expressions) check(expression);
  }
  void parts(const ast::Operation& operation) { parts(operation.operands); }
  void parts(const ast::BuiltinCall& call) { parts(call.arguments); }
  void parts(const ast::FunctionCall& call) { parts(call.arguments); }
  void parts(const ast::TripleExpression& triple) {
    check(*triple.subject);
    check(*triple.predicate);
    check(*triple.object);
  }
  void parts(const ast::Variable&) {}
  void parts(const Term&) {}
  void parts(const ast::Exists&) {}
  void parts(const ast::Aggregate&) {}

  const Context& context_;
  const VariableSet& keys_;
};

}  // namespace

void check_grouped(const Context& context, const ast::Expression& expression,
                   const VariableSet& keys) {
  GroupedCheck(context, keys).check(expression);
}

void fail_ungrouped(const Context& context, const std::string& variable, std::uint32_t offset) {
  context.fail(
      offset,
      fmt::format("the variable ?{} is neither in GROUP BY nor inside an aggregate", variable));
}

}  // namespace dossier::sparql
