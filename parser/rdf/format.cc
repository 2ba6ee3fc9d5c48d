#include <array>

#include "parser/rdf/parse.h"

namespace dossier {
namespace {

struct FormatName {
  std::string_view word;
  RdfFormat format;
};

constexpr std::array<FormatName, 7> kNames{{{"nt", RdfFormat::ntriples},
                                            {"ntriples", RdfFormat::ntriples},
                                            {"nq", RdfFormat::nquads},
                                            {"nquads", RdfFormat::nquads},
                                            {"ttl", RdfFormat::turtle},
                                            {"turtle", RdfFormat::turtle},
                                            {"trig", RdfFormat::trig}}};

constexpr std::array<std::string_view, 4> kEndings{".nt", ".nq", ".ttl", ".trig"};

}  // namespace

std::optional<RdfFormat> rdf_format_named(std::string_view word) {
  for (const FormatName& name : kNames) {
    if (name.word == word) return name.format;
  }
  return std::nullopt;
}

std::optional<RdfFormat> rdf_format_of(std::string_view file_name) {
  for (const std::string_view compressed : {".gz", ".zst"}) {
    if (file_name.ends_with(compressed)) file_name.remove_suffix(compressed.size());
  }
  for (const std::string_view ending : kEndings) {
    if (file_name.ends_with(ending)) return rdf_format_named(ending.substr(1));
  }
  return std::nullopt;
}

}  // namespace dossier
