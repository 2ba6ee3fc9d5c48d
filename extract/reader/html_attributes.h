// SPDX-License-Identifier: Apache-2.0
// Tags with more attributes than a page has.
#pragma once

#include <string>

namespace dossier::extract {

/// The page with at most 500 attributes in each tag, the first ones: libxml2 compares each
/// attribute of a tag with all others.
std::string with_few_attributes(std::string html);

}  // namespace dossier::extract
