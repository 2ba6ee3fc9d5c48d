// SPDX-License-Identifier: Apache-2.0
// One HTTP request and its answer, without following redirections. Private to engine/net.
#pragma once

#include <string>

#include "engine/net/http.h"
#include "engine/net/patience.h"

namespace dossier::net {

struct Answer {
  Response response;
  std::string redirection;  ///< where it sends to; empty when nowhere
};

/// Asks whatever address the request has. Throws as fetch().
Answer exchange(const Request& request, const OutsideAccess& access, const Watch& watch,
                Patience& patience);

}  // namespace dossier::net
