// SPDX-License-Identifier: Apache-2.0
// Checks that the template of a rule says where its facts come from.
#pragma once

#include <string_view>

namespace dossier::extract::rules {

/// Throws Error(usage) with the place in `text`, a CONSTRUCT query that parses, for a triple that
/// is neither a fact with `{| k:frame ?f |}` or `{| k:sentence ?s |}` nor part of such an
/// annotation, for an annotation of no meaning, and for a reifier with a name.
void check_template(std::string_view text);

}  // namespace dossier::extract::rules
