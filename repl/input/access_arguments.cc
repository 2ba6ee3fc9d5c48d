// SPDX-License-Identifier: Apache-2.0
#include "repl/input/access_arguments.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "engine/net/http.h"
#include "repl/input/proxies.h"

namespace dossier::repl {

void AccessArguments::declare(Arguments& arguments) {
  arguments.flag("--safe", safe_,
                 "forbid SERVICE and LOAD; in the shell also commands that name\nfiles");
  arguments.option_list("--allow", starts_, "START",
                        "SERVICE and LOAD may use web addresses below START, as in\n"
                        "http://example.org/sparql; repeat it for more");
  arguments.option_list("--allow-files", folders_, "DIR",
                        "LOAD may read files below DIR; repeat it for more. With --allow\n"
                        "or --allow-files, everything that is not named is forbidden,\n"
                        "as with --safe; without them all addresses and files are allowed");
  arguments.option("--proxy", proxy_, "URL",
                   "ask web addresses through this proxy, as in http://host:3128; \"\" is\n"
                   "none (default: what http_proxy, https_proxy, all_proxy and no_proxy\n"
                   "say)");
}

void AccessArguments::check() const {
  for (const std::string& start : starts_) net::require_start(start);
  if (proxy_) require_proxy("--proxy", *proxy_);
  for (const std::string& folder : folders_) {
    std::error_code failed;
    if (std::filesystem::is_directory(folder, failed)) continue;
    throw Error(ErrorCode::usage, fmt::format("--allow-files: {} is no folder", folder));
  }
}

OutsideAccess AccessArguments::access() const {
  if (safe_) return OutsideAccess::nothing();
  OutsideAccess access = OutsideAccess::everything();
  if (!starts_.empty() || !folders_.empty())
    access = {.files = !folders_.empty(), .folders = folders_, .web = starts_};
  access.proxies = proxy_ ? Proxies{.http = *proxy_, .https = *proxy_} : proxies_of_environment();
  return access;
}

std::string AccessArguments::restricted_by() const {
  if (safe_) return "--safe";
  if (!starts_.empty()) return "--allow";
  return folders_.empty() ? "" : "--allow-files";
}

}  // namespace dossier::repl
