// SPDX-License-Identifier: Apache-2.0
// The proxies of web requests, as the command line and the environment name them.
#pragma once

#include <string>
#include <string_view>

#include "dossier/dossier.h"

namespace dossier::repl {

/// What http_proxy, https_proxy, all_proxy and no_proxy say, as curl reads them: names in small
/// letters come first, and http_proxy counts in small letters only, since a CGI program finds a
/// header of its client in HTTP_PROXY.
Proxies proxies_of_environment();

/// Throws Error(usage) unless `proxy` is "", a host with an optional port, or an address of a
/// scheme that proxies have. `option` is what it was given to.
void require_proxy(std::string_view option, const std::string& proxy);

}  // namespace dossier::repl
