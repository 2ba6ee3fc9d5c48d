// SPDX-License-Identifier: Apache-2.0
// Which format an answer has: the one that ?format= names, or the best that the Accept header
// allows.
#pragma once

#include <string>

#include "desk/server/context.h"
#include "dossier/results.h"

namespace dossier::server {

struct ChosenFormat {
  const ResultFormat* format;
  std::string media_type;  ///< with its charset, as it is sent
};

/// For rows and truth values. Throws HttpError 406 that lists what there is.
ChosenFormat row_format(const Request& request, const Form& form);
/// For triples: RDF first, Turtle first of all. No results of SELECT: a client would take them for
/// rows.
ChosenFormat triple_format(const Request& request, const Form& form);
/// For a graph: formats of triples without graphs and rows.
ChosenFormat graph_format(const Request& request, const Form& form);

}  // namespace dossier::server
