// SPDX-License-Identifier: Apache-2.0
// Reads a document without a knowledge base: see dossier/extract.h.
#include "dossier/extract.h"

#include <iostream>

#include "extract/analyze/analyzer.h"
#include "extract/clause/clauses.h"
#include "extract/conllu/read_analysis.h"
#include "extract/conllu/write.h"
#include "extract/openie/lines.h"
#include "extract/openie/write.h"
#include "extract/reader/unpack.h"
#include "extract/resolve/resolve.h"
#include "extract/show/document_facts.h"

namespace dossier {

void annotate(const std::string& path, bool retag, std::ostream& out) {
  annotate_text(extract::read_bytes(path, std::cin), path == "-" ? "stdin" : path, retag, out);
}

void annotate_text(std::string_view bytes, const std::string& source_name, bool retag,
                   std::ostream& out) {
  extract::Analysis analysis = extract::read_source(bytes, source_name);
  extract::Analyzer::instance()->complete(analysis, retag);
  extract::write_conllu(analysis, out);
}

void write_open_facts(const std::string& path, bool one_per_line, std::ostream& out) {
  write_open_facts_of_text(extract::read_bytes(path, std::cin), path == "-" ? "stdin" : path,
                           one_per_line, out);
}

void write_open_facts_of_text(std::string_view bytes, const std::string& source_name,
                              bool one_per_line, std::ostream& out) {
  extract::LineDocument lines;
  if (one_per_line)
    lines = extract::read_lines(bytes, source_name);
  else
    lines.analysis = extract::read_source(bytes, source_name);
  extract::Analysis& analysis = lines.analysis;
  extract::Analyzer::instance()->complete(analysis);
  extract::revise_names(analysis);
  for (extract::Sentence& sentence : analysis.sentences) extract::read_clauses(sentence);
  extract::write_open_tuples(analysis, one_per_line ? lines.source : analysis.document.text, out);
}

void write_document_facts(const std::string& path, const Rules& rules, FactFormat format,
                          std::ostream& out) {
  write_document_facts_of_text(extract::read_bytes(path, std::cin), path == "-" ? "stdin" : path,
                               rules, format, out);
}

void write_document_facts_of_text(std::string_view bytes, const std::string& source_name,
                                  const Rules& rules, FactFormat format, std::ostream& out) {
  const extract::show::DocumentFacts facts =
      extract::show::read_facts(bytes, source_name, rules.set());
  switch (format) {
    case FactFormat::nquads:
      return write_nquads(facts, out);
    case FactFormat::json:
      return write_json(facts, out);
    case FactFormat::trace:
      return write_trace(facts, out);
  }
}

}  // namespace dossier
