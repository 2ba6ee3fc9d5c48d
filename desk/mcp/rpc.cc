// SPDX-License-Identifier: Apache-2.0
#include "desk/mcp/rpc.h"

namespace dossier::mcp {
namespace {

bool is_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

Message::Kind kind_of(const Json& json) {
  if (!json.contains("method")) return Message::Kind::response;
  return json.contains("id") ? Message::Kind::request : Message::Kind::notification;
}

void check_head(const Json& json, Json& id) {
  if (json.is_array())
    throw RpcError(RpcCode::invalid_request, "batches are not part of this protocol's version");
  if (!json.is_object()) throw RpcError(RpcCode::invalid_request, "a message is a JSON object");
  if (json.contains("id") && is_id(json["id"])) id = json["id"];
  if (!json.contains("jsonrpc") || json["jsonrpc"] != "2.0")
    throw RpcError(RpcCode::invalid_request, "a message has \"jsonrpc\": \"2.0\"");
  if (json.contains("id") && !is_id(json["id"]))
    throw RpcError(RpcCode::invalid_request, "an id is a text or a whole number");
}

}  // namespace

Message read_message(const std::string& line, Json& id) {
  const Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded()) throw RpcError(RpcCode::parse_error, "the message is not JSON");
  check_head(json, id);
  Message out;
  out.kind = kind_of(json);
  out.id = id;
  if (out.kind == Message::Kind::response) {
    if (json.contains("result") || json.contains("error")) return out;
    throw RpcError(RpcCode::invalid_request, "the message has no method");
  }
  if (!json["method"].is_string()) throw RpcError(RpcCode::invalid_request, "a method is a text");
  out.method = json["method"].get<std::string>();
  if (!json.contains("params")) return out;
  if (!json["params"].is_object()) throw RpcError(RpcCode::invalid_params, "params is an object");
  out.params = json["params"];
  return out;
}

std::string result_line(const Json& id, const Json& result) {
  return text_of({{"jsonrpc", "2.0"}, {"id", id}, {"result", result}});
}

std::string error_line(const Json& id, RpcCode code, const std::string& message) {
  return text_of({{"jsonrpc", "2.0"},
                  {"id", id},
                  {"error", {{"code", static_cast<int>(code)}, {"message", message}}}});
}

}  // namespace dossier::mcp
