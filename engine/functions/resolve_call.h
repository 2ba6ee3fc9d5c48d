// SPDX-License-Identifier: Apache-2.0
// Which function a call by IRI means, and what is wrong with the call.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "dossier/error.h"
#include "engine/functions/custom.h"
#include "engine/functions/function.h"

namespace dossier::functions {

struct CallFault {
  ErrorCode code = ErrorCode::usage;
  std::string message;
};
using ResolvedCall = std::variant<CallFault, const Function*, std::shared_ptr<const Custom>>;

/// `custom` may be null. A fault is Error(unsupported) for a function that does not exist, with one
/// of a similar name in the same namespace if there is one, and Error(usage) for a wrong number of
/// arguments and for DISTINCT.
ResolvedCall resolve_call(const ast::FunctionCall& call, const CustomTable* custom);

}  // namespace dossier::functions
