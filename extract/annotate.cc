// SPDX-License-Identifier: Apache-2.0
// The writing functions of dossier/extract.h.
#include <algorithm>

#include "dossier/extract.h"
#include "extract/conllu/write.h"
#include "extract/export/document_facts.h"
#include "extract/ingest_steps.h"
#include "extract/openie/lines.h"
#include "extract/openie/write.h"
#include "extract/pipeline.h"
#include "extract/reader/read_source.h"
#include "extract/reader/unpack.h"
#include "extract/record/base_forms.h"
#include "extract/rules/rules_access.h"
#include "extract/text/unicode.h"

namespace dossier {

void annotate(const std::string& path, bool retag, std::ostream& out,
              const IngestOptions& options) {
  annotate_text(extract::read_bytes(path), path, retag, out, options);
}

void annotate_text(std::string_view bytes, const std::string& source_name, bool retag,
                   std::ostream& out, const IngestOptions& options) {
  const extract::ReadSettings settings = extract::read_settings(options);
  const extract::Interruption::Scope scope(settings.interruption);
  extract::Analysis analysis = extract::read_source(bytes, source_name, settings);
  extract::PipelineSettings pipeline = extract::pipeline_settings(settings);
  pipeline.last = extract::Pass::names;
  pipeline.retag = retag;
  extract::run_passes(analysis, pipeline);
  extract::write_conllu(analysis, out);
}

std::vector<WordBase> word_bases(std::string_view text) {
  constexpr std::ptrdiff_t kSpacesOfNames = 2;
  if (std::count(text.begin(), text.end(), ' ') <= kSpacesOfNames) return {};
  const extract::ReadSettings settings = extract::read_settings({});
  const extract::Interruption::Scope scope(settings.interruption);
  extract::Analysis analysis;
  analysis.document.text = extract::to_code_points(text);
  const extract::TextSpan all{0, static_cast<std::uint32_t>(analysis.document.text.size())};
  analysis.document.paragraphs = {{extract::Paragraph::Kind::body, all, std::nullopt}};
  extract::PipelineSettings pipeline;
  pipeline.last = extract::Pass::tag;
  extract::run_passes(analysis, pipeline);
  std::vector<WordBase> out;
  for (const extract::Sentence& sentence : analysis.sentences) {
    const auto before = analysis.document.utf8({0, sentence.span.begin}).size();
    for (WordBase& word : extract::base_forms(analysis.document, sentence)) {
      word.begin += static_cast<std::uint32_t>(before);
      word.end += static_cast<std::uint32_t>(before);
      out.push_back(std::move(word));
    }
  }
  return out;
}

void write_open_facts(const std::string& path, bool one_per_line, std::ostream& out,
                      const IngestOptions& options) {
  write_open_facts_of_text(extract::read_bytes(path), path, one_per_line, out, options);
}

void write_open_facts_of_text(std::string_view bytes, const std::string& source_name,
                              bool one_per_line, std::ostream& out, const IngestOptions& options) {
  const extract::ReadSettings settings = extract::read_settings(options);
  const extract::Interruption::Scope scope(settings.interruption);
  extract::LineDocument lines;
  if (one_per_line)
    lines = extract::read_lines(bytes, source_name);
  else
    lines.analysis = extract::read_source(bytes, source_name, settings);
  extract::Analysis& analysis = lines.analysis;
  extract::PipelineSettings pipeline = extract::pipeline_settings(settings);
  pipeline.last = extract::Pass::clauses;
  extract::run_passes(analysis, pipeline);
  extract::write_open_tuples(analysis, one_per_line ? lines.source : analysis.document.text, out);
}

void write_document_facts(const std::string& path, FactFormat format, std::ostream& out,
                          const IngestOptions& options) {
  write_document_facts_of_text(extract::read_bytes(path), path, format, out, options);
}

namespace {

void write_facts(const extract::DocumentFacts& facts, FactFormat format, std::ostream& out) {
  switch (format) {
    case FactFormat::nquads:
      return write_nquads(facts, out);
    case FactFormat::json:
      return write_json(facts, out);
    case FactFormat::trace:
      return write_trace(facts, out);
  }
}

}  // namespace

void write_document_facts_of_text(std::string_view bytes, const std::string& source_name,
                                  FactFormat format, std::ostream& out,
                                  const IngestOptions& options) {
  write_facts(extract::read_facts(bytes, source_name, extract::RulesAccess::set(options.rules),
                                  extract::read_settings(options)),
              format, out);
}

void write_named_document_facts(std::string_view bytes, const std::string& name, FactFormat format,
                                std::ostream& out, const IngestOptions& options) {
  write_facts(extract::read_facts(bytes, name, extract::RulesAccess::set(options.rules),
                                  extract::read_settings(options), true),
              format, out);
}

}  // namespace dossier
