// SPDX-License-Identifier: Apache-2.0
// Terms as people read them: IRIs with prefixes, literals without quotes.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "dossier/prefixes.h"
#include "dossier/term.h"

namespace dossier {

/// A term for a table cell, on one line: e:Lisbon, Amara Nduka, hello@en, 42, 2024-04-19,
/// "5"^^geo:metre, _:b1, <<( s p o )>>.
std::string short_text(const Term& term, const Prefixes& prefixes);
/// As above, piece by piece, for long terms.
void short_text(const Term& term, const Prefixes& prefixes,
                const std::function<void(std::string_view)>& put);

}  // namespace dossier
