// SPDX-License-Identifier: Apache-2.0
// Searches of words: any text is read or refused with a place in it.
#include <cstdint>
#include <string_view>

#include "demand.h"
#include "parser/search/query.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    dossier::search::parse(text);
  } catch (const dossier::Error& error) {
    dossier::fuzz::check_error(error, text);
  }
  return 0;
}
