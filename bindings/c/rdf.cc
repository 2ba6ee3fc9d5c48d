// SPDX-License-Identifier: Apache-2.0
// RDF files and texts in, dumps out.

#include <istream>
#include <optional>
#include <ostream>
#include <streambuf>
#include <string>

#include "bindings/c/errors.h"
#include "bindings/c/handles.h"
#include "bindings/c/terms.h"
#include "dossier/prefixes.h"
#include "dossier/rdf.h"
#include "parser/rdf/write.h"

using dossier::Error;
using dossier::ErrorCode;
using dossier::c::deref;
using dossier::c::guarded;
using dossier::c::need;
using dossier::c::status;

namespace {

dossier::RdfFormat named_format(const char* format) {
  if (const auto found = dossier::rdf_format_named(format)) return *found;
  throw Error(ErrorCode::usage, "there is no RDF format '" + std::string(format) +
                                    "'; use nt, nq, ttl, trig or rdfxml");
}

dossier::RdfFormat format_of_file(const char* path) {
  if (const auto found = dossier::rdf_format_of(path)) return *found;
  throw Error(ErrorCode::usage,
              "the ending of '" + std::string(path) + "' names no RDF format; give one");
}

dossier::LoadInput input_of(std::string path, dossier::RdfFormat format, const char* base,
                            const char* graph) {
  return {.path = std::move(path),
          .format = format,
          .base = base != nullptr ? base : "",
          .graph = dossier::c::optional_graph(graph)};
}

/// Reads memory that the caller keeps.
class MemoryBuffer : public std::streambuf {
 public:
  MemoryBuffer(const char* bytes, std::size_t length) {
    char* begin = const_cast<char*>(bytes);  // as streambuf wants it; nothing writes through it
    setg(begin, begin, begin + length);
  }
};

/// Hands what is written to a sink of C; fails once the sink has stopped.
class SinkBuffer : public std::streambuf {
 public:
  SinkBuffer(dossier_sink sink, void* context) : sink_(sink), context_(context) {}
  bool stopped() const noexcept { return stopped_; }

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize count) override {
    if (stopped_) return 0;
    stopped_ = sink_(bytes, static_cast<std::size_t>(count), context_) != 0;
    return stopped_ ? 0 : count;
  }
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char byte = traits_type::to_char_type(c);
    return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
  }

 private:
  dossier_sink sink_;
  void* context_;
  bool stopped_ = false;
};

struct DumpStopped {};

}  // namespace

int dossier_load(dossier_kb* kb, const char* path, const char* format, const char* base,
                 const char* graph, uint64_t* added, dossier_error** error) {
  return status(error, [&] {
    need(path, "path");
    const dossier::LoadInput input = input_of(
        path, format != nullptr ? named_format(format) : format_of_file(path), base, graph);
    const dossier::LoadReport report = deref(kb, "kb").base.load({&input, 1});
    if (added != nullptr) *added = report.added;
  });
}

int dossier_load_text(dossier_kb* kb, const char* text, size_t length, const char* format,
                      const char* base, const char* graph, uint64_t* added, dossier_error** error) {
  return status(error, [&] {
    need(text, "text");
    need(format, "format");
    MemoryBuffer buffer(text, length);
    std::istream stream(&buffer);
    const dossier::LoadReport report =
        deref(kb, "kb").base.load(stream, input_of("text", named_format(format), base, graph));
    if (added != nullptr) *added = report.added;
  });
}

int dossier_dump(dossier_kb* kb, const char* format, dossier_sink sink, void* context,
                 dossier_error** error) {
  return guarded(error, -1, [&] {
    need(format, "format");
    need(reinterpret_cast<const void*>(sink), "sink");
    SinkBuffer buffer(sink, context);
    std::ostream out(&buffer);
    const auto writer =
        dossier::make_rdf_writer(out, named_format(format), dossier::predeclared_prefixes());
    try {
      deref(kb, "kb").base.dump([&](const dossier::Quad& quad) {
        writer->write(quad);
        if (buffer.stopped()) throw DumpStopped();
      });
    } catch (const DumpStopped&) {
      return 1;
    }
    writer->finish();
    return buffer.stopped() ? 1 : 0;
  });
}
