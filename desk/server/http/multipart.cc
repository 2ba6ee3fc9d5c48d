// SPDX-License-Identifier: Apache-2.0
#include "desk/server/http/multipart.h"

#include "desk/server/http/accept.h"
#include "dossier/error.h"
#include "model/ascii.h"

namespace dossier::server {
namespace {

constexpr std::size_t kMostParts = 1000;

[[noreturn]] void fail(const char* what) {
  throw Error(ErrorCode::input, std::string("the multipart body is broken: ") + what);
}

Part part_of(std::string_view text) {
  const std::size_t end = text.find("\r\n\r\n");
  if (end == std::string_view::npos) fail("a part has no end of its head");
  Part part{.name = {}, .media_type = {}, .body = text.substr(end + 4)};
  std::string_view head = text.substr(0, end + 2);
  while (!head.empty()) {
    const std::string_view line = head.substr(0, head.find("\r\n"));
    head.remove_prefix(line.size() + 2);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = ascii_lower(line.substr(0, colon));
    if (name == "content-type") part.media_type = without_parameters(line.substr(colon + 1));
    if (name == "content-disposition") part.name = parameter_of(line.substr(colon + 1), "name");
  }
  return part;
}

}  // namespace

std::vector<Part> parse_multipart(std::string_view body, std::string_view boundary) {
  if (boundary.empty() || boundary.size() > 70) fail("the boundary is missing or too long");
  const std::string mark = "\r\n--" + std::string(boundary);
  std::vector<Part> parts;
  // The first mark may be the very beginning.
  std::size_t at =
      body.starts_with(std::string_view(mark).substr(2)) ? mark.size() - 2 : body.find(mark);
  if (at == std::string_view::npos) fail("the boundary is not in it");
  if (at != mark.size() - 2) at += mark.size();
  while (!body.substr(at).starts_with("--")) {
    if (!body.substr(at).starts_with("\r\n")) fail("something stands behind a boundary");
    const std::size_t next = body.find(mark, at + 2);
    if (next == std::string_view::npos) fail("its end is missing");
    parts.push_back(part_of(body.substr(at + 2, next - at - 2)));
    if (parts.size() > kMostParts) fail("it has more than 1,000 parts");
    at = next + mark.size();
  }
  return parts;
}

}  // namespace dossier::server
