#include "parser/sparql/context.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "model/error.h"
#include "parser/grammar/text.h"
#include "parser/rdf/parse.h"
#include "parser/sparql/suggest.h"

namespace dossier::sparql {

void Context::fail(std::uint32_t offset, const std::string& message) const {
  throw Error::in_text(ErrorCode::syntax, message, text, offset);
}

Names::Names(std::string_view text, const SparqlOptions& options)
    : text_(text), given_(options.prefixes), base_(options.base) {}

void Names::declare(Syntax declaration) {
  const Syntax last = *declaration.begin();
  switch (declaration.kind()) {
    case Kind::BaseDecl:
      base_ = iri(last);
      break;
    case Kind::VersionDecl: {
      constexpr std::array<std::string_view, 4> kVersions = {"1.0", "1.1", "1.2", "1.2-basic"};
      const std::string_view quoted = last.text();
      const std::string_view version = quoted.substr(1, quoted.size() - 2);
      if (std::find(kVersions.begin(), kVersions.end(), version) == kVersions.end()) {
        throw Error::in_text(
            ErrorCode::unsupported,
            fmt::format("SPARQL version {} is not known: 1.2 is the newest", version), text_,
            last.offset());
      }
      break;
    }
    default: {
      const std::string_view with_colon = last.text();
      std::string name(with_colon.substr(0, with_colon.size() - 1));
      std::string value = iri(*declaration.find(Kind::IriRef));
      const auto same = [&](const auto& prefix) { return prefix.first == name; };
      const auto known = std::find_if(declared_.begin(), declared_.end(), same);
      if (known != declared_.end()) {
        known->second = std::move(value);
      } else {
        declared_.emplace_back(std::move(name), std::move(value));
      }
    }
  }
}

std::string Names::iri(Syntax name) const {
  if (name.is(Kind::IriRef)) return resolve_iri(base_, grammar::iri_value(name.text(), text_));
  const std::string_view written = name.text();
  const std::size_t colon = written.find(':');
  const std::string* name_space = find(written.substr(0, colon));
  if (name_space == nullptr) fail_unknown(written.substr(0, colon), name.offset());
  return *name_space + grammar::local_name_value(written.substr(colon + 1));
}

const std::string* Names::find(std::string_view prefix) const {
  for (const ast::PrefixMap* map : {&static_cast<const ast::PrefixMap&>(declared_), &given_}) {
    for (const auto& [name, iri] : *map) {
      if (name == prefix) return &iri;
    }
  }
  return nullptr;
}

void Names::fail_unknown(std::string_view prefix, std::uint32_t offset) const {
  std::string message = fmt::format("the prefix {}: is not declared", prefix);
  std::vector<std::string_view> names;
  for (const auto& [name, iri] : declared_) names.push_back(name);
  for (const auto& [name, iri] : given_) names.push_back(name);
  if (const auto known = well_known_namespace(prefix)) {
    message += fmt::format("; add PREFIX {}: <{}>", prefix, *known);
  } else if (const auto near = prefix.empty() ? std::nullopt : nearest(prefix, names)) {
    message += fmt::format("; did you mean {}:?", *near);
  } else {
    message += fmt::format("; add PREFIX {}: <...>", prefix);
  }
  throw Error::in_text(ErrorCode::syntax, message, text_, offset);
}

}  // namespace dossier::sparql
