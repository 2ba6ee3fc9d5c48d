// SPDX-License-Identifier: Apache-2.0
// Files of several documents: any bytes give parts or an Error. The first byte says by which name
// they come. No two parts have one name, none leads out of its file, and all are within the limit.
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "dossier/error.h"
#include "extract/reader/source_parts.h"
#include "tests/fuzz/demand.h"

namespace {

using dossier::extract::ReadSettings;
using dossier::extract::SourceParts;
using dossier::fuzz::demand;

constexpr std::size_t kLimit = std::size_t{1} << 18;
constexpr auto kNames = std::to_array<const char*>({"fuzz.zip", "fuzz.tar", "fuzz.mbox", "fuzz.eml",
                                                    "fuzz.csv", "fuzz.tsv", "fuzz.jsonl", "stdin"});

void check(const SourceParts& found, const std::string& name) {
  std::set<std::string> names;
  std::size_t total = 0;
  for (const auto& part : found.parts) {
    demand(part.name.starts_with(name), "a part of another file");
    demand(part.name.find("/../") == std::string::npos, "a part outside of its file");
    demand(part.error || names.insert(part.name).second, "two parts of one name");
    if (part.part_of.empty() && !part.record) total += part.bytes.size();
  }
  demand(total <= 2 * kLimit, "more than the limit");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string name = kNames[data[0] % kNames.size()];
  ReadSettings settings;
  settings.limits.file = kLimit;
  settings.columns.text = "text";
  try {
    check(dossier::extract::source_parts(bytes, name, settings), name);
  } catch (const dossier::Error& error) {
    demand(error.what()[0] != '\0', "an error without words");
  }
  return 0;
}
