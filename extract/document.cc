#include "extract/document.h"

#include <algorithm>
#include <string_view>

#include "extract/text/unicode.h"

namespace dossier::extract {

std::string Document::utf8(TextSpan span) const {
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
  return to_utf8(std::u32string_view(text).substr(begin, end - begin));
}

}  // namespace dossier::extract
