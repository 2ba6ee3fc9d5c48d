// SPDX-License-Identifier: Apache-2.0
// The readers and writers behind results.h, one of each for every format.
#pragma once

#include "parser/results/results.h"

namespace dossier::results {

std::unique_ptr<ResultsSink> make_json_writer(std::ostream& out);
std::unique_ptr<ResultsSink> make_xml_writer(std::ostream& out);
std::unique_ptr<ResultsSink> make_csv_writer(std::ostream& out);
std::unique_ptr<ResultsSink> make_tsv_writer(std::ostream& out);

void parse_json(std::string_view text, ResultsSink& sink, std::size_t max_nesting,
                const ResultsWatch& watch);
void parse_xml(std::string_view text, ResultsSink& sink, std::size_t max_nesting,
               const ResultsWatch& watch);
void parse_csv(std::string_view text, ResultsSink& sink, const ResultsWatch& watch);
void parse_tsv(std::string_view text, ResultsSink& sink, const ResultsWatch& watch);

/// Of one result. Each row takes memory for all of them.
inline constexpr std::size_t kMostVariables = 10'000;
inline constexpr const char* kTooManyVariables = "a result has at most 10,000 variables";

/// What a row or text of the document takes while it is read: the copies of its texts.
inline std::size_t held_for(std::size_t length) { return 4 * length; }

}  // namespace dossier::results
