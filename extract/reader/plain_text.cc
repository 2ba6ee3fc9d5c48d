// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/plain_text.h"

#include "extract/reader/decode.h"
#include "extract/reader/divided_word.h"
#include "extract/reader/unpack.h"

namespace dossier::extract {

SourceText plain_text(std::string_view content, const std::string& source_name,
                      const ReadSettings& settings) {
  refuse_beyond(settings.limits.text, content.size(), source_name);
  SourceText source;
  source.may_have_boilerplate = true;
  source.text = decode_text(content, source_name);
  join_divided_words(source.text);
  return source;
}

}  // namespace dossier::extract
