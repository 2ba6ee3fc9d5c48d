// SPDX-License-Identifier: Apache-2.0
#include "engine/net/http.h"

#include <fmt/format.h>

#include <utility>

#include "dossier/error.h"
#include "engine/net/address.h"
#include "engine/net/exchange.h"

namespace dossier::net {
namespace {

constexpr int kRedirections = 5;
constexpr long kMethodNotAllowed = 405;

}  // namespace

void require_start(std::string_view start) {
  if (start.empty()) return;
  try {
    parse_address(start);
  } catch (const Error& error) {
    throw Error(ErrorCode::usage, error.what());
  }
}

void require_allowed(const OutsideAccess& access, std::string_view url) {
  const Address address = parse_address(url);
  for (const std::string& start : access.web) {
    if (start.empty() || is_below(parse_address(start), address)) return;
  }
  throw Error(ErrorCode::usage,
              fmt::format("access to <{}> is not allowed (QueryOptions::outside, --allow)", url));
}

Response fetch(const Request& request, const OutsideAccess& access, const Watch& watch) {
  Patience patience(access);
  Request step = request;
  for (int hop = 0; hop <= kRedirections; ++hop) {
    require_allowed(access, step.url);
    Answer answer = exchange(step, access, watch, patience);
    if (!answer.redirection.empty()) {
      step.url = answer.redirection;
      // The address of a redirection by GET carries the parameters already.
      if (!step.post) step.parameters.clear();
    } else if (step.post && answer.response.status == kMethodNotAllowed) {
      step = request;
      step.post = false;
    } else {
      return std::move(answer.response);
    }
  }
  throw Error(ErrorCode::input,
              fmt::format("<{}> redirects more than {} times", request.url, kRedirections));
}

}  // namespace dossier::net
