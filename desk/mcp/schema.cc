// SPDX-License-Identifier: Apache-2.0
// The arguments of tools as JSON Schema, and whether given ones keep to it.
#include <fmt/format.h>

#include <vector>

#include "desk/mcp/rpc.h"
#include "desk/mcp/tool.h"
#include "model/nearest.h"

namespace dossier::mcp {
namespace {

struct TypeName {
  std::string_view name, article;
  bool (*holds)(const Json&);
};
constexpr TypeName kTypes[] = {
    {"string", "a text", [](const Json& value) { return value.is_string(); }},
    {"integer", "a whole number", [](const Json& value) { return value.is_number_integer(); }},
    {"number", "a number", [](const Json& value) { return value.is_number(); }},
    {"boolean", "true or false", [](const Json& value) { return value.is_boolean(); }},
    {"object", "an object", [](const Json& value) { return value.is_object(); }},
};

[[noreturn]] void refuse(const std::string& name, const std::string& expected) {
  throw RpcError(RpcCode::invalid_params, fmt::format("{}: must be {}", name, expected));
}

void check_value(const std::string& name, const Json& schema, const Json& value) {
  for (const TypeName& type : kTypes)
    if (schema["type"].get_ref<const std::string&>() == type.name && !type.holds(value))
      refuse(name, std::string(type.article));
  if (schema.contains("minLength") && value.get_ref<const std::string&>().empty())
    refuse(name, "a text that is not empty");
  if (schema.contains("minimum") && value < schema["minimum"])
    refuse(name, "at least " + text_of(schema["minimum"]));
  if (schema.contains("maximum") && value > schema["maximum"])
    refuse(name, "at most " + text_of(schema["maximum"]));
  if (!schema.contains("enum")) return;
  std::string list;
  for (const Json& one : schema["enum"]) {
    if (one == value) return;
    list += (list.empty() ? "" : ", ") + one.get<std::string>();
  }
  refuse(name, "one of: " + list);
}

}  // namespace

Json description_of(const Tool& tool) {
  Json properties = Json::parse(tool.arguments);
  Json required = Json::array();
  for (auto& [name, schema] : properties.items())
    if (schema.erase("required") > 0) required.push_back(name);
  Json input{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  if (!required.empty()) input["required"] = required;
  return {{"name", tool.name},
          {"title", tool.title},
          {"description", tool.description},
          {"inputSchema", input},
          {"annotations",
           {{"title", tool.title},
            {"readOnlyHint", !tool.writes},
            {"destructiveHint", tool.writes},
            {"idempotentHint", true},
            {"openWorldHint", false}}}};
}

void check_arguments(const Tool& tool, const Json& arguments) {
  const Json known = Json::parse(tool.arguments);
  std::vector<std::string> names;
  for (const auto& [name, schema] : known.items()) {
    names.push_back(name);
    if (schema.contains("required") && !arguments.contains(name))
      throw RpcError(RpcCode::invalid_params, fmt::format("{}: is missing", name));
  }
  for (const auto& [name, value] : arguments.items()) {
    if (!known.contains(name))
      throw RpcError(RpcCode::invalid_params, fmt::format("{} has no argument {}{}", tool.name,
                                                          name, did_you_mean(name, names)));
    check_value(name, known[name], value);
  }
}

}  // namespace dossier::mcp
