// SPDX-License-Identifier: Apache-2.0
// What the JSON-LD of a page says of its article (schema.org).
#pragma once

#include <string>
#include <vector>

#include "extract/reader/source_text.h"

namespace dossier::extract {

/// Title, date, author and publisher of the first article that one of the scripts describes; of
/// pages without an article, from what else has them, but not from pictures, comments, the site.
/// An object that is only named by "@id" is looked up in all scripts. A damaged script counts for
/// nothing.
StatedFacts linked_data_facts(const std::vector<std::string>& scripts);

}  // namespace dossier::extract
