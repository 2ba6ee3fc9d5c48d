// SPDX-License-Identifier: Apache-2.0
// Surnames that two people of a document bear: "Mr Lund ... Mrs Lund".
#pragma once

#include <set>
#include <string>

#include "extract/document.h"
#include "extract/names/name_forms.h"

namespace dossier::extract::resolve {

/// The keys of surnames that stand behind titles of men and of women, or that somebody is joined to
/// who has a full name: "Carl Lund and Mrs Lund".
std::set<std::string> shared_surnames(const Analysis& analysis);

/// "Carl Lund and Mrs Lund", `full` in front of `bare`: two people.
bool is_joined(const Sentence& sentence, const Mention& full, const Mention& bare);

/// Of a person's name or its title: "Mrs Lund", "Sir Carl Lund".
Gender gender_of_title(const Mention& mention);

}  // namespace dossier::extract::resolve
