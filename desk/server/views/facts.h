// SPDX-License-Identifier: Apache-2.0
// Which facts a request asks for.
#pragma once

#include <string>

#include "desk/server/views/view.h"

namespace dossier::server {

/// A pattern that binds ?f ?s ?p ?o ?status, with the values of its parameters.
struct FactFilter {
  std::string pattern;
  QueryOptions options;
  std::string wanted_status = {};  ///< "": any

  /// The pattern and its options with the condition on the status.
  FactFilter with_status() const;
};

/// From the fields about, subject, relation, object, family, status, kind, claimant, document,
/// since, until, least (per cent), dated, names. Throws HttpError 400.
FactFilter fact_filter(const ViewCall& call);

/// "schema:Person" of "person". Throws HttpError 400.
const char* class_of_kind(const std::string& kind);

}  // namespace dossier::server
