// SPDX-License-Identifier: Apache-2.0
// Decides which names and numbers the writers can abbreviate, by the grammar's terminals.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/term.h"

namespace dossier {

/// Appends "_:" and a label. Labels no document can write (those of anonymous nodes start with a
/// ".") become ones that can, different labels staying different: a leading "." gets an "x" before
/// it, and so does "x." and "xx." and so on; what is still not a label is written as "x-" and its
/// bytes in hexadecimal, and so is what starts with "x-".
void append_blank_node(std::string& out, std::string_view label);

/// `local` as a PN_LOCAL, escaped where needed; none when it can't be one, or would be harder to
/// read than the IRI (with a slash, unless `slashes` allows them).
std::optional<std::string> local_name(std::string_view local, bool slashes = false);

/// Names and the IRIs they stand for.
using PrefixList = std::vector<std::pair<std::string, std::string>>;

/// The IRI as a prefixed name by the longest prefix that fits, otherwise in angle brackets.
std::string short_iri(std::string_view iri, const PrefixList& prefixes);
/// As Term::to_string() with short IRIs.
std::string short_term(const Term& term, const PrefixList& prefixes);

bool is_prefix_name(std::string_view text);

/// True when Turtle reads the bare `text` as a literal of this datatype.
bool is_bare_literal(std::string_view text, std::string_view datatype);

}  // namespace dossier
