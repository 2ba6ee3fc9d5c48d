// SPDX-License-Identifier: Apache-2.0
#include "loading.h"

#include <zlib.h>
#include <zstd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <random>

#include "quads.h"

namespace dossier::storage {

std::string document(std::uint64_t seed, int lines) {
  std::mt19937_64 random(seed);
  const std::string filler(300, 'z');
  std::string text;
  const auto resource = [&] { return "<urn:r" + std::to_string(random() % 3000) + ">"; };
  for (int i = 0; i < lines; ++i) {
    const std::string n = std::to_string(random() % 5000);
    const std::string predicate = "<urn:p" + std::to_string(random() % 20) + ">";
    switch (random() % 8) {
      case 0:
        text += "_:x" + n + " <urn:label> \"" + std::to_string(seed) + "x" + n + "\"";
        break;
      case 1:
        text += resource() + " " + predicate + " \"text number " + n + "\"@en";
        break;
      case 2:
        text += resource() + " " + predicate + " \"" + n +
                "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
        break;
      case 3:
        text += resource() + " " + predicate + " \"0" + n +
                "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
        break;
      case 4:
        text += resource() + " " + predicate + " \"" + filler + n + "\"";
        break;
      default:
        text += resource() + " " + predicate + " " + resource();
    }
    text += random() % 3 == 0 ? " <urn:g" + std::to_string(random() % 4) + "> .\n" : " .\n";
  }
  return text;
}

std::string write_file(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::set<std::string> content(const Store& store) {
  const auto source = store.snapshot();
  std::map<TermId, std::string> labels;
  const auto rows = scan_all(*source, everything(Permutation::pso));
  const TermId label = source->find(Term::iri("urn:label"));
  for (const Key& row : rows) {
    if (TermId{row[0]} == label) labels[TermId{row[1]}] = source->term(TermId{row[2]}).value();
  }
  std::set<std::string> lines;
  for (const Key& row : rows) {
    std::string line;
    for (const std::uint64_t bits : row) {
      const TermId id{bits};
      if (id == TermId::default_graph()) continue;
      line += id.is_blank_node() ? "_:" + labels[id] : source->term(id).to_string();
      line += ' ';
    }
    lines.insert(line);
  }
  CHECK(lines.size() == rows.size());
  return lines;
}

LoadReport load(Store& store, const std::string& path, const LoadOptions& options) {
  const LoadInput input{.path = path, .format = RdfFormat::nquads, .base = {}, .graph = {}};
  return store.load(std::span(&input, 1), options);
}

void require_same_permutations(const Store& store) {
  const auto source = store.snapshot();
  std::set<IdQuad> quads;
  for (const Key& key : scan_all(*source, everything(Permutation::spo))) {
    quads.insert(to_quad(Permutation::spo, key));
  }
  for (const Permutation permutation : kPermutations) {
    REQUIRE(scan_all(*source, everything(permutation)) == expected(quads, everything(permutation)));
  }
  CHECK(store.statistics().quads == quads.size());
}

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(text.size() + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

}  // namespace dossier::storage
