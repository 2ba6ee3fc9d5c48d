// SPDX-License-Identifier: Apache-2.0
// A view's address in its three forms: the page's shell, JSON, CSV.
#include <charconv>

#include "desk/server/page/page.h"
#include "desk/server/views/edit.h"
#include "desk/server/views/view.h"
#include "desk/server/views/views.h"
#include "dossier/error.h"
#include "dossier/prefixes.h"
#include "engine/saved/near_names.h"

namespace dossier::server {
namespace {

constexpr const char* kJsonType = "application/json";

const View* view_named(std::string_view name) {
  for (const View& view : views()) {
    if (view.name == name) return &view;
  }
  return nullptr;
}

/// What a spreadsheet would take for a formula is kept from being one; see RFC 4180 for the rest.
std::string csv_cell(const Json& value) {
  std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  if (value.is_null()) return "";
  if (value.is_string() && !text.empty() &&
      std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
    text.insert(0, "'");
  }
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_of(const View& view, const Json& json) {
  std::string out;
  for (const CsvColumn& column : view.columns) {
    out += (out.empty() ? "" : ",") + std::string(column.name);
  }
  out += "\r\n";
  for (const Json& row : json.at(Json::json_pointer(view.rows))) {
    std::string line;
    for (const CsvColumn& column : view.columns) {
      const Json::json_pointer at(column.pointer);
      line += (line.empty() && &column == view.columns.data() ? "" : ",");
      line += csv_cell(row.contains(at) ? row.at(at) : Json());
    }
    out += line + "\r\n";
  }
  return out;
}

Response data(const View& view, const Context& context, const Request& request, bool csv) {
  const bool is_post = request.method == "POST";
  if (request.method != "GET" && !request.is_head() && !is_post) {
    throw HttpError{405, "a view is read by GET", "GET, HEAD, POST"};
  }
  // A long query does not fit into an address.
  Form form = Form::parse(request.query);
  if (is_post) form.append(Form::parse(request.body));
  const Json json =
      view.make({context, request, form, context.knowledge.now(), query_options(context, request)});
  Response response;
  response.media_type = csv ? "text/csv; charset=utf-8" : kJsonType;
  response.text =
      csv ? csv_of(view, json) : json.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (csv) {
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"" + std::string(view.name) + ".csv\"");
  }
  return response;
}

}  // namespace

bool wants_json(const Request& request) {
  return request.path.ends_with(".json") || request.path.starts_with("/edit/");
}

Response json_failure(int status, const std::string& text) {
  Response response;
  response.status = status;
  response.media_type = kJsonType;
  response.text = Json{{"error", text}}.dump(-1, ' ', false, Json::error_handler_t::replace);
  return response;
}

std::optional<Response> answer_view(const Context& context, const Request& request) {
  if (request.path.starts_with("/edit/")) return answer_edit(context, request);
  std::string_view name = std::string_view(request.path).substr(1);
  if (name.empty()) name = "start";
  const std::string_view ending = name.substr(std::min(name.rfind('.'), name.size()));
  if (ending == ".json" || ending == ".csv") name.remove_suffix(ending.size());
  const View* const view = view_named(name);
  if (view == nullptr) return std::nullopt;
  if (!ending.empty()) return data(*view, context, request, ending == ".csv");
  if (request.method != "GET" && !request.is_head()) {
    throw HttpError{405, "a page is read by GET", "GET, HEAD"};
  }
  return shell();
}

std::size_t number(const Form& form, const char* field, std::size_t usual, std::size_t most) {
  const std::string text = form.text(field);
  if (text.empty()) return usual;
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > most) {
    throw HttpError{400, std::string(field) + " is a whole number up to " + std::to_string(most)};
  }
  return value;
}

Term term_of(const ViewCall& call, const char* field) {
  const std::string text = call.form.text(field);
  if (text.empty()) throw HttpError{400, std::string("the field ") + field + " is missing"};
  if (text.starts_with("urn:") || text.starts_with("http://") || text.starts_with("https://")) {
    return Term::iri(text);
  }
  try {
    std::string taken;  // the page shows the whole name
    return resolve_near(call.kb, text, predeclared_prefixes(), taken);
  } catch (const Error& error) {
    throw HttpError{404, error.what()};
  }
}

}  // namespace dossier::server
