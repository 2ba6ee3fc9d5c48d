// SPDX-License-Identifier: Apache-2.0
#include "tests/w3c/readings.h"

#include <functional>
#include <sstream>
#include <utility>

#include "dossier/error.h"
#include "parser/grammar/window.h"
#include "parser/rdf/drivers.h"
#include "parser/rdf/lines.h"
#include "parser/rdf/write.h"
#include "tests/w3c/isomorphism.h"

namespace dossier::w3c {
namespace {

using Format = RdfFormat;
using Quads = std::vector<Quad>;
using Prefixes = std::vector<std::pair<std::string, std::string>>;

bool has_lines(Format format) { return format == Format::ntriples || format == Format::nquads; }

RdfOptions options_of(const Document& document) {
  return {.format = document.format, .base = document.base};
}

Quads read_stream(const Document& document) {
  Quads quads;
  std::istringstream stream{std::string(document.text)};
  parse_rdf(stream, options_of(document), [&](Quad&& quad) { quads.push_back(std::move(quad)); });
  return quads;
}

Quads read_windows(const Document& document, std::size_t block) {
  Quads quads;
  std::istringstream stream{std::string(document.text)};
  Window window(stream, block);
  const QuadSink sink = [&](Quad&& quad) { quads.push_back(std::move(quad)); };
  if (has_lines(document.format)) {
    parse_lines(window, options_of(document), sink);
  } else {
    parse_statements(window, options_of(document), sink, {});
  }
  return quads;
}

/// What the bulk load takes off before it cuts a document into lines.
std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

/// As the bulk load reads.
Quads read_lines(const Document& document) {
  Quads quads;
  parse_lines(without_byte_order_mark(document.text), options_of(document),
              [&](const QuadView& quad) { quads.push_back(to_quad(quad)); });
  return quads;
}

/// The grammar alone.
Quads read_lines_by_grammar(const Document& document) {
  Quads quads;
  for (std::string_view rest = without_byte_order_mark(document.text); !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    if (auto quad = parse_line(rest.substr(0, end), rest, options_of(document))) {
      quads.push_back(*std::move(quad));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return quads;
}

Prefixes prefixes_of(const Document& document) {
  Prefixes prefixes;
  parse_rdf(
      document.text, options_of(document), [](Quad&&) {},
      [&](std::string_view name, std::string_view iri) { prefixes.emplace_back(name, iri); });
  return prefixes;
}

std::string written(RdfWriter& writer, std::ostringstream& out, const Quads& quads) {
  for (const Quad& quad : quads) writer.write(quad);
  writer.finish();
  return out.str();
}

Quads read_written(const Quads& quads, Format format, const Prefixes& prefixes) {
  std::ostringstream out;
  const std::string text = written(*make_rdf_writer(out, format, prefixes), out, quads);
  try {
    return quads_of({text, format, {}});
  } catch (const Error& error) {
    throw Error(error.code(), std::string(error.describe()) + "\nin what was written:\n" + text);
  }
}

bool has_graphs(const Quads& quads) {
  for (const Quad& quad : quads) {
    if (quad.graph) return true;
  }
  return false;
}

std::vector<Format> languages_containing(Format format) {
  if (format == Format::ntriples) return {Format::nquads, Format::turtle, Format::trig};
  if (format == Format::turtle) return {Format::trig};
  return {};
}

std::vector<Format> languages_for(const Quads& quads) {
  if (has_graphs(quads)) return {Format::nquads, Format::trig};
  return {Format::ntriples, Format::nquads, Format::turtle, Format::trig};
}

const char* name_of(Format format) {
  switch (format) {
    case Format::ntriples:
      return "N-Triples";
    case Format::nquads:
      return "N-Quads";
    case Format::turtle:
      return "Turtle";
    case Format::trig:
      return "TriG";
    case Format::rdfxml:
      return "RDF/XML";
  }
  return "";
}

using Reading = std::pair<std::string, std::function<Quads()>>;

std::vector<Reading> readings_of(const Document& document, const Quads& quads) {
  std::vector<Reading> readings;
  const auto add = [&](const std::string& name, std::function<Quads()> read) {
    readings.emplace_back(name, std::move(read));
  };
  add("read as a stream", [&] { return read_stream(document); });
  if (document.format != Format::rdfxml) {
    for (const std::size_t block : {std::size_t{7}, std::size_t{64}}) {
      add("read " + std::to_string(block) + " bytes at a time",
          [&, block] { return read_windows(document, block); });
    }
  }
  if (has_lines(document.format)) {
    add("read as the bulk load does", [&] { return read_lines(document); });
    add("read by the grammar alone", [&] { return read_lines_by_grammar(document); });
  }
  for (const Format other : languages_containing(document.format)) {
    add(std::string("read as ") + name_of(other), [&, other] {
      return quads_of({document.text, other, document.base});
    });
  }
  for (const Format other : languages_for(quads)) {
    add(std::string("written as ") + name_of(other),
        [&, other] { return read_written(quads, other, prefixes_of(document)); });
  }
  add("written as canonical N-Quads", [&] {
    const std::string text = canonical(quads);
    return quads_of({text, Format::nquads, {}});
  });
  return readings;
}

}  // namespace

std::vector<Quad> quads_of(const Document& document) {
  Quads quads;
  parse_rdf(document.text, options_of(document),
            [&](Quad&& quad) { quads.push_back(std::move(quad)); });
  return quads;
}

std::string canonical(const std::vector<Quad>& quads) {
  std::ostringstream out;
  return written(*make_canonical_writer(out, true), out, quads);
}

std::optional<std::string> compare_readings(const std::string& name, const std::vector<Quad>& quads,
                                            const std::vector<Quad>& other) {
  if (isomorphic(quads, other)) return std::nullopt;
  return name + ": other quads\n" + canonical(other) + "instead of\n" + canonical(quads);
}

std::optional<std::string> find_other_reading(const Document& document,
                                              const std::vector<Quad>& quads) {
  for (const auto& [name, read] : readings_of(document, quads)) {
    try {
      if (auto difference = compare_readings(name, quads, read())) return difference;
    } catch (const Error& error) {
      return name + ": " + error.describe();
    }
  }
  return std::nullopt;
}

}  // namespace dossier::w3c
