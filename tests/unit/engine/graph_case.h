// SPDX-License-Identifier: Apache-2.0
// What case files share: data as TriG with the prefix x:, terms in short, parameters.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dossier/quad.h"
#include "dossier/result.h"

/// Quads of a TriG text in which x: stands for <urn:x:>.
std::vector<dossier::Quad> quads_of(const std::string& trig);

/// N-Triples form with names of <urn:x:> written x:..., xsd: shortened, blank nodes as "_:".
std::string show(const dossier::Term& term);

/// The rows that are left, one a line: terms in short joined by " | ", "-" where unbound, "()" for
/// a row without columns.
std::vector<std::string> rows_of(dossier::QueryResult& result);

/// The lines "#$ NAME TERM" of a query: parameters with their terms in Turtle.
std::map<std::string, dossier::Term> parameters_of(const std::string& text);
