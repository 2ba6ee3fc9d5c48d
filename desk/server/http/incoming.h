// SPDX-License-Identifier: Apache-2.0
// From what Boost.Beast has read to a request, or to a refusal.
#pragma once

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "desk/server/http/listener.h"

namespace dossier::server {

/// The head of a request; none when its target is no path in UTF-8.
std::optional<Request> request_of(
    const boost::beast::http::request<boost::beast::http::string_body>& message);

/// What to say of a request that could not be read; none when nobody listens any more.
std::optional<Response> refusal_of(const boost::beast::error_code& error,
                                   const ListenerLimits& limits);

}  // namespace dossier::server
