// SPDX-License-Identifier: Apache-2.0
// SERVICE: what goes to the endpoint as text, and the variables that come back.
#include <utility>

#include "engine/algebra/translator.h"
#include "engine/algebra/walk.h"
#include "parser/sparql/print.h"

namespace dossier::algebra {

Node Translator::service(const ast::ServicePattern& pattern) {
  Service service;
  service.name = name_item(pattern.name);
  service.silent = pattern.silent;
  // The pattern's algebra is the endpoint's business; here it tells the variables and parameters.
  const bool outside = std::exchange(by_value_, true);
  const Node body = group(*pattern.pattern);
  by_value_ = outside;
  service.variables = visible_variables(body, variables_, work_);
  const SlotSet mentioned = mentions(body, variables_, work_);
  service.mentioned.assign(mentioned.begin(), mentioned.end());
  service.text = print(*pattern.pattern, {parameters_, {}});
  if (in_exists_) {
    service.pattern_there =
        std::make_shared<const ServicePattern>(ServicePattern{*pattern.pattern, parameters_});
  }
  return Node{std::move(service)};
}

}  // namespace dossier::algebra
