// SPDX-License-Identifier: Apache-2.0
// Views on the network: each has an address, /NAME for people, /NAME.json and /NAME.csv for
// programs.
#pragma once

#include <optional>
#include <string>

#include "desk/server/context.h"

namespace dossier::server {

/// None for an address that is no view's. Throws HttpError and Error.
std::optional<Response> answer_view(const Context& context, const Request& request);

/// Whether a failure is told as JSON.
bool wants_json(const Request& request);
Response json_failure(int status, const std::string& text);

}  // namespace dossier::server
