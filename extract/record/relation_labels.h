// SPDX-License-Identifier: Apache-2.0
// What people read instead of a relation's IRI.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// "held talks with" for "hold_talks_with", "was known as" for "be_known_as". A post, with `verbal`
/// false, stays as it is, "president of", and so does what no verb begins: "member of".
std::string relation_label(std::string_view local_name, bool verbal);

}  // namespace dossier::extract
