// Names as they are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract::resolve {

/// "the Red Cross’s" -> "Red Cross": article, possessive and quotation marks off, white space
/// single.
std::string bare_name(std::string_view text);
/// "Mr Peter Maurer" -> "Peter Maurer"; `honorific` gets "Mr" when asked for.
std::string without_honorific(std::string_view name, std::string* honorific = nullptr);
/// The key under which equal names meet: lower case, well-known abbreviations of unions undone.
std::string name_key(std::string_view name);
std::vector<std::string> split_name(std::string_view name);
/// "ICRC", "UNESCO", "U.S.": capitals only, two to twelve.
bool is_acronym(std::string_view text);
/// Whether `acronym` can be read off the words of `name` (Schwartz and Hearst 2003, forwards).
bool acronym_fits(std::string_view acronym, std::string_view name);
/// Whether `acronym` is exactly the initials of the capitalised words of `name`.
bool is_initials(std::string_view acronym, std::string_view name);
/// Whether the short name of an organisation is part of a long one and nothing speaks against it.
bool is_short_form(std::string_view shorter, std::string_view longer);

}  // namespace dossier::extract::resolve
