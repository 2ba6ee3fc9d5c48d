// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/stated_header.h"

#include "extract/lexicon/lexicon.h"
#include "extract/reader/person_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

using Kind = Paragraph::Kind;

}  // namespace

Header stated_header(const std::vector<Line>& lines, const SourceText& source) {
  Header header;
  header.facts.headline = source.headline;
  header.kinds.assign(lines.size(), Kind::body);
  auto boilerplate = source.boilerplate.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TextSpan span = lines[i].span;
    if (source.headline && source.headline->contains(span)) header.kinds[i] = Kind::headline;
    while (boilerplate != source.boilerplate.end() && boilerplate->end <= span.begin) ++boilerplate;
    if (boilerplate != source.boilerplate.end() && boilerplate->contains(span))
      header.kinds[i] = Kind::boilerplate;
  }
  return header;
}

std::vector<SpeakerLabel> stated_labels(std::u32string_view text, const std::vector<Line>& lines,
                                        const SourceText& source, const Lexicon& lexicon) {
  std::vector<SpeakerLabel> labels;
  auto stated = source.labels.begin();
  for (std::size_t i = 0; i < lines.size() && stated != source.labels.end(); ++i) {
    while (stated != source.labels.end() && stated->begin < lines[i].span.begin) ++stated;
    if (stated == source.labels.end() || stated->begin != lines[i].span.begin) continue;
    SpeakerLabel label;
    label.line = i;
    label.label = *stated;
    const std::u32string_view written = trim(text.substr(stated->begin, stated->size() - 1));
    const std::u32string name = name_without_title(written, lexicon);
    label.speaker = to_utf8(name.empty() ? std::u32string(written) : name);
    labels.push_back(std::move(label));
  }
  return labels;
}

}  // namespace dossier::extract
