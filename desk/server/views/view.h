// SPDX-License-Identifier: Apache-2.0
// A view: from a request to one JSON object. Its rows are also what CSV has.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "desk/server/context.h"

namespace dossier::server {

using Json = nlohmann::ordered_json;

struct ViewCall {
  const Context& context;
  const Request& request;
  const Form& form;
  const KnowledgeBase& kb;
  QueryOptions options;  ///< the limits of each query
};

/// A column of CSV: its name, and where its value stands in a row, as a JSON pointer.
struct CsvColumn {
  const char* name;
  const char* pointer;
};

struct View {
  std::string_view name;
  Json (*make)(const ViewCall& call);
  const char* rows;  ///< JSON pointer of the array that CSV writes
  std::span<const CsvColumn> columns;
};

/// All of them.
std::span<const View> views();

/// A whole number from the form, between 0 and `most`. Throws HttpError 400.
std::size_t number(const Form& form, const char* field, std::size_t usual, std::size_t most);
/// A term as a person writes it in an address: an IRI, e:NAME, or a name of one thing. Throws
/// HttpError 400 when the field is missing, 404 for a name that nothing has.
Term term_of(const ViewCall& call, const char* field);

// The views, one function each.
Json start_view(const ViewCall& call);
Json ask_view(const ViewCall& call);
Json search_view(const ViewCall& call);
Json documents_view(const ViewCall& call);
Json document_view(const ViewCall& call);
Json entities_view(const ViewCall& call);
Json entity_view(const ViewCall& call);
Json facts_view(const ViewCall& call);
Json why_view(const ViewCall& call);
Json graph_view(const ViewCall& call);
Json path_view(const ViewCall& call);
Json timeline_view(const ViewCall& call);
Json conflicts_view(const ViewCall& call);
Json review_view(const ViewCall& call);
Json query_view(const ViewCall& call);
Json saved_view(const ViewCall& call);

}  // namespace dossier::server
