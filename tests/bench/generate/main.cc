// SPDX-License-Identifier: Apache-2.0
// Writes a benchmark graph as N-Triples to standard output.
//
//   generate newsroom|newsroom-plain|university TRIPLES [SEED]

#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/bench/generate/graphs.h"

int main(int argc, char** argv) {
  const std::string graph = argc > 1 ? argv[1] : "";
  const bool known = graph == "newsroom" || graph == "newsroom-plain" || graph == "university";
  if (argc < 3 || !known) {
    std::fprintf(stderr, "usage: generate newsroom|newsroom-plain|university TRIPLES [SEED]\n");
    return 2;
  }
  const std::uint64_t triples = std::strtoull(argv[2], nullptr, 10);
  dossier::bench::Random random(argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1);
  dossier::bench::Writer out;
  if (graph == "university") {
    dossier::bench::university(out, random, triples);
  } else {
    dossier::bench::newsroom(out, random, triples, graph == "newsroom");
  }
  out.flush();
  std::fprintf(stderr, "%llu triples\n", static_cast<unsigned long long>(out.triples()));
}
