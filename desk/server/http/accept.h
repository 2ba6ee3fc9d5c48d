// SPDX-License-Identifier: Apache-2.0
// Content negotiation (RFC 9110, 12.5.1).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace dossier::server {

/// Which of `offers`, the best first, an Accept header asks for: the one with the highest quality,
/// among equals the first. An empty header accepts all. None when it accepts none of them. An offer
/// is a media type without parameters.
std::optional<std::size_t> negotiated(std::string_view accept,
                                      std::span<const std::string_view> offers);

/// "text/turtle" of "Text/Turtle; charset=utf-8".
std::string_view without_parameters(std::string_view media_type);
/// The value of a parameter such as charset, without quotes; "" without one.
std::string_view parameter_of(std::string_view header, std::string_view name);

}  // namespace dossier::server
