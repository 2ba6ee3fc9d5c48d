// SPDX-License-Identifier: Apache-2.0
#include "desk/server/page/page.h"

#include <array>
#include <string>
#include <string_view>

#include "desk/server/context.h"

namespace dossier::server {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
}};

Response file_response(const extract::embedded::File& file) {
  Response response;
  for (const auto& [ending, type] : kTypes) {
    if (file.path.ends_with(ending)) response.media_type = type;
  }
  response.text = file.bytes;
  // They change with the program only, and then at once.
  response.headers.emplace_back("Cache-Control", "no-cache");
  return response;
}

}  // namespace

std::optional<Response> answer_file(const Request& request) {
  constexpr std::string_view kFolder = "/page/";
  if (!request.path.starts_with(kFolder)) return std::nullopt;
  if (request.method != "GET" && !request.is_head()) {
    throw HttpError{405, "files are read by GET", "GET, HEAD"};
  }
  const std::string_view name = std::string_view(request.path).substr(kFolder.size());
  for (const auto& file : extract::embedded::page()) {
    if (file.name() == name) return file_response(file);
  }
  return std::nullopt;
}

Response shell() {
  return file_response(extract::embedded::file_named(extract::embedded::page(), "desk.html"));
}

}  // namespace dossier::server
