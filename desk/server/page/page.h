// SPDX-License-Identifier: Apache-2.0
// The files of the page, which are part of the program.
#pragma once

#include <optional>

#include "desk/server/http/message.h"
#include "extract/embedded.h"

namespace dossier::extract::embedded {
std::span<const File> page();  ///< desk/server/page/*.{html,css,js,svg}
}

namespace dossier::server {

/// A file below /page/; none when there is none of this name.
std::optional<Response> answer_file(const Request& request);
/// The document of every view: its script reads the address and asks for the view's .json.
Response shell();

}  // namespace dossier::server
