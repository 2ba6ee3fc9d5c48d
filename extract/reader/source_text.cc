// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/source_text.h"

namespace dossier::extract {

TextSpan add_block(SourceText& source, std::u32string_view block) {
  if (!source.text.empty()) source.text += U"\n\n";
  const auto begin = static_cast<std::uint32_t>(source.text.size());
  source.text += block;
  return {begin, static_cast<std::uint32_t>(source.text.size())};
}

}  // namespace dossier::extract
