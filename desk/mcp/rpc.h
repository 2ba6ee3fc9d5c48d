// SPDX-License-Identifier: Apache-2.0
// JSON-RPC 2.0 (https://www.jsonrpc.org/specification). Private to desk/mcp.
#pragma once

#include <exception>
#include <string>

#include "desk/mcp/json.h"

namespace dossier::mcp {

enum class RpcCode : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
};

/// Becomes an error response.
class RpcError : public std::exception {
 public:
  RpcError(RpcCode code, std::string message) : code_(code), message_(std::move(message)) {}
  RpcCode code() const { return code_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  RpcCode code_;
  std::string message_;
};

struct Message {
  enum class Kind { request, notification, response };
  Kind kind = Kind::request;
  Json id;  ///< of a request or response: a text or a whole number
  std::string method;
  Json params = Json::object();
};

/// Throws RpcError for what is no message. `id` is set before, when it can be told, for the error
/// response.
Message read_message(const std::string& line, Json& id);

std::string result_line(const Json& id, const Json& result);
std::string error_line(const Json& id, RpcCode code, const std::string& message);

}  // namespace dossier::mcp
