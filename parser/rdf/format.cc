// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>

#include "dossier/rdf.h"
#include "model/ascii.h"

namespace dossier {
namespace {

struct FormatName {
  std::string_view word;
  RdfFormat format;
};

constexpr std::array<FormatName, 9> kNames{{{"nt", RdfFormat::ntriples},
                                            {"ntriples", RdfFormat::ntriples},
                                            {"nq", RdfFormat::nquads},
                                            {"nquads", RdfFormat::nquads},
                                            {"ttl", RdfFormat::turtle},
                                            {"turtle", RdfFormat::turtle},
                                            {"trig", RdfFormat::trig},
                                            {"rdfxml", RdfFormat::rdfxml},
                                            {"rdf", RdfFormat::rdfxml}}};

constexpr std::array<FormatName, 7> kEndings{{{".nt", RdfFormat::ntriples},
                                              {".nq", RdfFormat::nquads},
                                              {".ttl", RdfFormat::turtle},
                                              {".trig", RdfFormat::trig},
                                              {".rdf", RdfFormat::rdfxml},
                                              {".rdfxml", RdfFormat::rdfxml},
                                              {".owl", RdfFormat::rdfxml}}};

constexpr std::array<FormatName, 6> kMediaTypes{{{"text/turtle", RdfFormat::turtle},
                                                 {"application/x-turtle", RdfFormat::turtle},
                                                 {"application/trig", RdfFormat::trig},
                                                 {"application/n-triples", RdfFormat::ntriples},
                                                 {"application/n-quads", RdfFormat::nquads},
                                                 {"application/rdf+xml", RdfFormat::rdfxml}}};

}  // namespace

std::optional<RdfFormat> rdf_format_of_media_type(std::string_view media_type) {
  const std::string name = ascii_lower(media_type.substr(0, media_type.find_first_of("; \t")));
  for (const FormatName& known : kMediaTypes) {
    if (known.word == name) return known.format;
  }
  return std::nullopt;
}

std::optional<RdfFormat> rdf_format_named(std::string_view word) {
  for (const FormatName& name : kNames) {
    if (name.word == word) return name.format;
  }
  return std::nullopt;
}

std::optional<RdfFormat> rdf_format_of(std::string_view file_name) {
  for (const std::string_view compressed : {".gz", ".zst", ".xz", ".bz2", ".lz4"}) {
    if (file_name.ends_with(compressed)) file_name.remove_suffix(compressed.size());
  }
  for (const FormatName& ending : kEndings) {
    if (file_name.ends_with(ending.word)) return ending.format;
  }
  return std::nullopt;
}

}  // namespace dossier
