// SPDX-License-Identifier: Apache-2.0
// Which operation a request to /sparql is.
#include <optional>

#include "desk/server/http/accept.h"
#include "desk/server/protocol/protocol.h"
#include "dossier/error.h"
#include "model/ascii.h"

namespace dossier::server {
namespace {

constexpr const char* kAllow = "GET, HEAD, POST";

void require_utf8(std::string_view content_type) {
  const std::string charset = ascii_lower(parameter_of(content_type, "charset"));
  if (charset.empty() || charset == "utf-8" || charset == "utf8" || charset == "us-ascii") return;
  throw HttpError{415, "the body is in " + charset + "; requests are read in UTF-8"};
}

/// The one value of a field, none when it is missing.
std::optional<std::string> only(const Form& form, const std::string& name) {
  const std::vector<std::string> values = form.all(name);
  if (values.size() > 1) throw HttpError{400, "more than one " + name + " in a request"};
  if (values.empty()) return std::nullopt;
  return values.front();
}

bool has_dataset(const Form& form, const char* first, const char* second) {
  return form.has(first) || form.has(second);
}

Response answer_form(const Context& context, const Request& request, const Form& form) {
  const auto query = only(form, "query");
  const auto update = only(form, "update");
  if (query && update) throw HttpError{400, "a request is a query or an update, not both"};
  if (query) return answer_query(context, request, *query, form);
  if (update) return answer_update(context, request, *update, form);
  throw HttpError{400, "the form has neither a field \"query\" nor a field \"update\""};
}

Response answer_post(const Context& context, const Request& request, Form form) {
  const std::string_view content_type = request.header("content-type");
  const std::string type = ascii_lower(without_parameters(content_type));
  require_utf8(content_type);
  if (type == "application/x-www-form-urlencoded") {
    form.append(Form::parse(request.body));
    return answer_form(context, request, form);
  }
  if (form.has("query") || form.has("update")) {
    throw HttpError{400, "the query stands in the address and the body, too"};
  }
  if (type == "application/sparql-query") return answer_query(context, request, request.body, form);
  if (type == "application/sparql-update") {
    return answer_update(context, request, request.body, form);
  }
  throw HttpError{415,
                  "a POST has the type application/sparql-query, application/sparql-update or "
                  "application/x-www-form-urlencoded"};
}

}  // namespace

Response answer_sparql(const Context& context, const Request& request) {
  Form form = Form::parse(request.query);
  if (request.method == "POST") return answer_post(context, request, std::move(form));
  if (request.method != "GET" && !request.is_head()) {
    throw HttpError{405, "queries are sent by GET or POST, updates by POST", kAllow};
  }
  if (form.has("update")) throw HttpError{405, "an update is sent by POST", "POST"};
  if (const auto query = only(form, "query")) return answer_query(context, request, *query, form);
  if (has_dataset(form, "default-graph-uri", "named-graph-uri")) {
    throw HttpError{400, "the field \"query\" is missing"};
  }
  return describe_service(context, request, form);
}

}  // namespace dossier::server
