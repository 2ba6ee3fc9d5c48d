// SPDX-License-Identifier: Apache-2.0
// Bodies of several parts: multipart/form-data (RFC 7578).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::server {

struct Part {
  std::string name;        ///< of its field; "" when it has none
  std::string media_type;  ///< "" when it says none
  std::string_view body;   ///< in the text that was parsed
};

/// Throws Error(input) for a body that does not have the form. At most 1,000 parts.
std::vector<Part> parse_multipart(std::string_view body, std::string_view boundary);

}  // namespace dossier::server
