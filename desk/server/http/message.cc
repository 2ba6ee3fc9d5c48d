// SPDX-License-Identifier: Apache-2.0
#include "desk/server/http/message.h"

#include "desk/server/http/form.h"

namespace dossier::server {

std::string_view Request::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

Response Response::plain(int status, std::string text) {
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  Response response;
  response.status = status;
  response.text = std::move(text);
  return response;
}

bool set_target(Request& request, std::string_view target) {
  if (!target.starts_with('/')) return false;
  const std::size_t question = target.find('?');
  request.raw_path = target.substr(0, question);
  if (question != std::string_view::npos) request.query = target.substr(question + 1);
  const auto path = percent_decoded(request.raw_path, Plus::stays);
  if (!path || path->find('\0') != std::string::npos) return false;
  request.path = *path;
  return true;
}

}  // namespace dossier::server
