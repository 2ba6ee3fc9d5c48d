// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/read_source.h"

#include <fmt/format.h>

#include <utility>

#include "dossier/error.h"
#include "extract/conllu/read_analysis.h"
#include "extract/profile.h"
#include "extract/reader/decode.h"
#include "extract/reader/format.h"
#include "extract/reader/read_document.h"
#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

Analysis read_sentences(Document document, std::string_view content, const ReadLimits& limits) {
  refuse_beyond(limits.markup(), content.size(), document.source_name);
  Analysis analysis;
  try {
    analysis = analysis_of(read_conllu(to_utf8(decode_text(content, document.source_name))));
  } catch (const Error& error) {
    throw Error(error.code(), fmt::format("{}: {}", document.source_name, error.what()));
  }
  if (analysis.sentences.empty())
    throw Error(ErrorCode::input, document.source_name + ": the file holds no sentences");
  document.text = std::move(analysis.document.text);
  document.paragraphs = std::move(analysis.document.paragraphs);
  analysis.document = std::move(document);
  return analysis;
}

}  // namespace

Analysis read_identified(Document document, std::string_view bytes, const ReadSettings& settings) {
  const StageTimer timer(settings.profile.get(), "read");
  std::string unpacked;
  const std::string_view content = unpack(bytes, document.source_name, settings.limits, unpacked);
  if (is_conllu(document.source_name, content))
    return read_sentences(std::move(document), content, settings.limits);
  Analysis analysis;
  analysis.document = read_content(std::move(document), content, settings);
  return analysis;
}

Analysis read_source(std::string_view bytes, const std::string& source_name,
                     const ReadSettings& settings) {
  return read_identified(identify_document(bytes, source_name), bytes, settings);
}

}  // namespace dossier::extract
