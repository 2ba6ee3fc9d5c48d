// SPDX-License-Identifier: Apache-2.0
// The readers and writers behind results.h, one of each for every format.
#pragma once

#include "parser/results/results.h"

namespace dossier::results {

std::unique_ptr<ResultsSink> make_json_writer(std::ostream& out);
std::unique_ptr<ResultsSink> make_xml_writer(std::ostream& out);
std::unique_ptr<ResultsSink> make_csv_writer(std::ostream& out);
std::unique_ptr<ResultsSink> make_tsv_writer(std::ostream& out);

void parse_json(std::string_view text, ResultsSink& sink, std::size_t max_nesting);
void parse_xml(std::string_view text, ResultsSink& sink, std::size_t max_nesting);
void parse_csv(std::string_view text, ResultsSink& sink);
void parse_tsv(std::string_view text, ResultsSink& sink);

}  // namespace dossier::results
