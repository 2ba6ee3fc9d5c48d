// SPDX-License-Identifier: Apache-2.0
// Takes the place of http.cc, exchange.cc and address.cc in builds without libcurl
// (DOSSIER_NET=OFF): every request is refused.
#include <fmt/format.h>

#include "engine/net/http.h"

namespace dossier::net {
namespace {

[[noreturn]] void refuse(std::string_view address) {
  throw Error(ErrorCode::unsupported,
              fmt::format("access to <{}> needs the network, and this build of Dossier has none "
                          "(DOSSIER_NET=OFF)",
                          address));
}

}  // namespace

void require_start(std::string_view start) { refuse(start); }

void require_allowed(const OutsideAccess& /*access*/, std::string_view url) { refuse(url); }

Response fetch(const Request& request, const OutsideAccess& /*access*/, const Watch& /*watch*/) {
  refuse(request.url);
}

}  // namespace dossier::net
