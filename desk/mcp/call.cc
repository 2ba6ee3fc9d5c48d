// SPDX-License-Identifier: Apache-2.0
// What a tool reads of its arguments.
#include <algorithm>

#include "desk/mcp/tool.h"
#include "desk/views/document_name.h"
#include "dossier/prefixes.h"
#include "dossier/views.h"
#include "engine/saved/name_resolution.h"
#include "engine/saved/near_names.h"

namespace dossier::mcp {
namespace {

/// As answers write them, without the brackets of Turtle.
std::optional<Term> bare_iri(const std::string& text) {
  for (const std::string_view scheme : {"urn:", "http://", "https://"})
    if (text.starts_with(scheme) && text.find_first_of(" <>\"{}|\\^`") == text.npos)
      return Term::iri(text);
  return std::nullopt;
}

bool is_any(const std::string& text) { return text.empty() || text == "?"; }

}  // namespace

QueryOptions Call::query_options() const {
  return {.timeout = options_.timeout,
          .memory_bytes = options_.memory_bytes,
          .cancellation = cancellation_,
          .outside = OutsideAccess::nothing()};
}

std::string Call::text(const char* name) const {
  return has(name) ? arguments_[name].get<std::string>() : std::string();
}

std::size_t Call::count(const char* name, std::size_t otherwise) const {
  const std::uint64_t value = has(name) ? arguments_[name].get<std::uint64_t>() : otherwise;
  return static_cast<std::size_t>(std::min(value, options_.rows));
}

std::optional<Term> Call::entity(const char* name) const {
  const std::string given = text(name);
  if (is_any(given)) return std::nullopt;
  if (const std::optional<Term> iri = bare_iri(given)) return iri;
  std::string taken;
  return resolve_near(kb_, given, predeclared_prefixes(), taken);
}

std::optional<Term> Call::document(const char* name) const {
  const std::string given = text(name);
  if (given.empty()) return std::nullopt;
  return document_named(kb_, given, predeclared_prefixes());
}

std::vector<Term> Call::relations(const char* name) const {
  const std::string given = text(name);
  if (is_any(given)) return {};
  if (const std::optional<Term> iri = bare_iri(given)) return {*iri};
  const std::vector<Term> members = family(kb_, given, query_options());
  if (!members.empty()) return members;
  return {resolve_term(kb_, given, predeclared_prefixes(), TermUse::predicate)};
}

}  // namespace dossier::mcp
