// SPDX-License-Identifier: Apache-2.0
// Names that follow others in brackets: "Northern Fishery Council (NFC)". Private to resolve/.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "extract/document.h"

namespace dossier::extract::resolve {

/// Names with the one in brackets behind it, in the order of the sentence, which owns them.
std::vector<std::pair<const Mention*, const Mention*>> in_brackets(const Sentence& sentence);

/// Names with the short name that the text defines for them in quotes: 'Acme Pumps Ltd ("Acme")',
/// 'Acme Pumps Ltd (hereinafter the "Company")'.
std::vector<std::pair<const Mention*, const Mention*>> defined_names(const Sentence& sentence);

struct Explanation {
  const Mention* acronym = nullptr;
  const Mention* name = nullptr;
};
/// What two such names say of an acronym, if one of them is that of the other.
std::optional<Explanation> explained(const Mention& outer, const Mention& inner);

}  // namespace dossier::extract::resolve
