// SPDX-License-Identifier: Apache-2.0
// JSON as the protocol needs it. Private to desk/mcp.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace dossier::mcp {

/// Objects keep the order in which they were written.
using Json = nlohmann::ordered_json;

/// On one line; bytes that are not UTF-8 become U+FFFD.
inline std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dossier::mcp
