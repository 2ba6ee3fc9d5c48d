// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/resolve_call.h"

#include <fmt/format.h>

#include <vector>

#include "model/nearest.h"

namespace dossier::functions {

namespace {

/// The length of an IRI's namespace: up to the last "#" or "/", or of a URN up to the last ":".
std::size_t namespace_length(std::string_view iri) {
  const std::size_t end = iri.find_last_of("#/");
  return (end != std::string_view::npos ? end : iri.find_last_of(':')) + 1;
}

/// The function of the same namespace whose name is most like that of `iri`.
std::optional<std::string> similar(std::string_view iri, const CustomTable* custom) {
  const std::size_t length = namespace_length(iri);
  std::vector<std::string> names;
  const auto add = [&](std::string_view known) {
    if (namespace_length(known) == length && known.starts_with(iri.substr(0, length)))
      names.emplace_back(known.substr(length));
  };
  for (const IriFunction& known : iri_functions()) add(known.iri);
  if (custom != nullptr) {
    for (const auto& [known, function] : *custom) add(known);
  }
  constexpr std::size_t kLongestName = 64;
  if (iri.size() - length > kLongestName) return std::nullopt;
  const std::vector<std::string> near = nearest(iri.substr(length), names, 1);
  if (near.empty()) return std::nullopt;
  return std::string(iri.substr(0, length)) + near.front();
}

CallFault unknown(const std::string& iri, const CustomTable* custom) {
  std::string message = fmt::format("there is no function <{}>", iri);
  if (const auto known = similar(iri, custom))
    message += fmt::format("; did you mean <{}>?", *known);
  return {ErrorCode::unsupported, std::move(message)};
}

std::string counted(std::size_t count) {
  return count == 1 ? "1 argument" : fmt::format("{} arguments", count);
}

std::optional<CallFault> fault_of(const ast::FunctionCall& call, Arity arity) {
  const std::string& iri = call.function.value();
  if (call.distinct)
    return CallFault{ErrorCode::usage,
                     fmt::format("<{}> is not an aggregate: it takes no DISTINCT", iri)};
  const std::size_t given = call.arguments.size();
  if (arity.min <= given && given <= arity.max) return std::nullopt;
  const std::string taken = arity.min == arity.max
                                ? counted(arity.min)
                                : fmt::format("{} to {}", arity.min, counted(arity.max));
  return CallFault{ErrorCode::usage, fmt::format("<{}> takes {}, not {}", iri, taken, given)};
}

}  // namespace

ResolvedCall resolve_call(const ast::FunctionCall& call, const CustomTable* custom) {
  const std::string& iri = call.function.value();
  if (const IriFunction* known = find_iri_function(iri)) {
    if (auto fault = fault_of(call, known->arity)) return *std::move(fault);
    return &known->function;
  }
  if (custom == nullptr) return unknown(iri, custom);
  const auto added = custom->find(iri);
  if (added == custom->end()) return unknown(iri, custom);
  if (added->second->aggregate)
    return CallFault{ErrorCode::usage,
                     fmt::format("<{}> is an aggregate and cannot stand here", iri)};
  if (auto fault = fault_of(call, added->second->arity)) return *std::move(fault);
  return added->second;
}

}  // namespace dossier::functions
