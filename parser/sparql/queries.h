// SPDX-License-Identifier: Apache-2.0
// Second step: whole queries and update requests.
#pragma once

#include "parser/sparql/context.h"

namespace dossier::sparql {

ast::Query to_query(Context& context, Syntax unit);
ast::Update to_update(Context& context, Syntax unit);

}  // namespace dossier::sparql
