// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/context.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "parser/grammar/text.h"
#include "parser/sparql/suggest.h"

namespace dossier::sparql {

void Context::fail(std::uint32_t offset, const std::string& message) const {
  throw Error::in_text(ErrorCode::syntax, message, text, offset);
}

void Context::call_watch() {
  until_watch_ = kWatchInterval;
  if (watch_) watch_(held_);
}

Names::Names(std::string_view text, const SparqlOptions& options)
    : text_(text), base_(options.base) {
  for (const auto& [name, iri] : options.prefixes) given_[name] = iri;
}

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
      declare_prefix(std::string(with_colon.substr(0, with_colon.size() - 1)),
                     iri(*declaration.find(Kind::IriRef)));
    }
  }
}

void Names::declare_prefix(std::string name, std::string iri) {
  const auto [place, is_new] = places_.try_emplace(name, declared_.size());
  if (is_new) {
    declared_.emplace_back(std::move(name), std::move(iri));
  } else {
    declared_[place->second].second = std::move(iri);
  }
}

std::string Names::iri(Syntax name) const {
  if (name.is(Kind::IriRef)) return resolve_iri(base_, grammar::iri_value(name.text(), text_));
  const std::string_view written = name.text();
  const std::size_t colon = written.find(':');
  const std::string* name_space = find(std::string(written.substr(0, colon)));
  if (name_space == nullptr) fail_unknown(written.substr(0, colon), name.offset());
  return *name_space + grammar::local_name_value(written.substr(colon + 1));
}

const std::string* Names::find(const std::string& prefix) const {
  if (const auto place = places_.find(prefix); place != places_.end()) {
    return &declared_[place->second].second;
  }
  const auto given = given_.find(prefix);
  return given == given_.end() ? nullptr : &given->second;
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
