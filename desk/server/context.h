// SPDX-License-Identifier: Apache-2.0
// What answering a request takes.
#pragma once

#include <string>
#include <vector>

#include "desk/server/http/form.h"
#include "desk/server/http/message.h"
#include "desk/server/knowledge.h"
#include "desk/server/options.h"

namespace dossier::server {

struct Context {
  Knowledge& knowledge;
  const ServeOptions& options;
};

/// A failure with the status of its own: what is wrong with a request as HTTP sees it.
struct HttpError {
  int status;
  std::string text;
  std::string allow = {};  ///< with 405: the methods there are
};

/// The limits of a query or an update; nothing outside of the knowledge base is reached.
QueryOptions query_options(const Context& context, const Request& request);
/// "http://localhost:7780", as the client calls it.
std::string origin_of(const Context& context, const Request& request);
/// The graphs that a field names, as often as it is there.
std::vector<Term> graphs_of(const Form& form, const char* field, const std::string& base);
/// The status that says what kind of failure it is.
int status_of(const Error& error);

}  // namespace dossier::server
