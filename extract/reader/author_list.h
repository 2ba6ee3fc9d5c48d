// SPDX-License-Identifier: Apache-2.0
// The authors of papers and reports, as a list below the title.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dossier::extract {

class Lexicon;

/// The first name of "Saskia Brandt(1)*, Henrik Loe(2), and Mary-Ann Foss(1,3)": a line of nothing
/// but names, two of them or one that is marked; most have a given name that is known.
std::optional<std::string> first_of_authors(std::u32string_view line, const Lexicon& lexicon);

/// The first of one to three names that nobody knows, "Joss Perrin and Ilse Kant": words in
/// capitals of which none is a word of the language or a place. Only where a name is expected.
/// "Thandi Nkosi1,": a name with a mark, known or not.
std::optional<std::string> marked_name(std::u32string_view line, const Lexicon& lexicon);

std::optional<std::string> first_of_unknown(std::u32string_view line, const Lexicon& lexicon);

/// The first of the authors that a file declares, given name first: of "Berg, Anna; Aas, Jo",
/// "Anna Berg and Jo Aas", "Anna Berg, Jo Aas" it is "Anna Berg".
std::string first_author(std::string_view declared, const Lexicon& lexicon);

/// "(1) Institute of Marine Zoology, Arvik", "s.brandt@arvik.example": where an author works.
bool is_affiliation(std::u32string_view line, const Lexicon& lexicon);

/// "Received 3 May 2010; accepted 9 August 2010": when a paper came in.
bool tells_receipt(std::u32string_view line);

}  // namespace dossier::extract
