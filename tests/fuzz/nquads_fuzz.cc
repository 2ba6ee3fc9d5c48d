// SPDX-License-Identifier: Apache-2.0
// N-Triples and N-Quads: see rdf_check.h.
#include <cstdint>

#include "tests/fuzz/rdf_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  dossier::fuzz::check_rdf(text, dossier::RdfFormat::ntriples);
  dossier::fuzz::check_rdf(text, dossier::RdfFormat::nquads);
  return 0;
}
