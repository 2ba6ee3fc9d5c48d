// SPDX-License-Identifier: Apache-2.0
// RDF in and out.

#include <fstream>
#include <sstream>
#include <utility>
#include <vector>

#include "bindings/python/native/handles.h"
#include "bindings/python/native/options.h"
#include "bindings/python/native/reports.h"
#include "bindings/python/native/terms.h"
#include "dossier/error.h"
#include "dossier/prefixes.h"
#include "dossier/rdf.h"
#include "parser/rdf/write.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

RdfFormat named_format(const std::string& name) {
  if (const auto found = rdf_format_named(name)) return *found;
  throw Error(ErrorCode::usage,
              "there is no RDF format '" + name + "'; use nt, nq, ttl, trig or, to read, rdfxml");
}

RdfFormat format_of(const py::object& format, const std::string& path) {
  if (!format.is_none()) return named_format(format.cast<std::string>());
  if (const auto found = rdf_format_of(path)) return *found;
  throw Error(ErrorCode::usage, "the ending of '" + path + "' names no RDF format; give one");
}

std::optional<Term> graph_of(const py::object& graph) {
  if (graph.is_none()) return std::nullopt;
  return to_iri(graph, "the graph");
}

/// Asks Python whether to go on; without a callback only its signals.
ProgressCallback progress_of(const py::object& callback) {
  if (callback.is_none()) return [](const Progress&) { return !Call::stopped(); };
  // Borrowed: copies of this function are made without the interpreter's lock.
  return [callback = callback.ptr()](const Progress& progress) {
    bool go_on = !Call::stopped();
    const bool returned = Call::into_python([&] {
      const py::object share =
          progress.share < 0 ? py::object(py::none()) : py::float_(progress.share);
      const py::object answer = py::reinterpret_borrow<py::object>(callback)(
          report("Progress", progress.phase, share, progress.bytes_done, progress.bytes_total));
      if (answer.is(py::bool_(false))) go_on = false;
    });
    return go_on && returned;
  };
}

py::object to_object(const LoadReport& loaded) {
  return report("LoadReport", loaded.read, loaded.added, loaded.bad_lines);
}

py::object load(const KnowledgeBaseObject& self, const py::object& path, const py::object& format,
                const std::string& base, const py::object& graph, const py::object& bad_lines,
                const py::object& progress) {
  const std::string file = to_path(path);
  const LoadInput input{
      .path = file, .format = format_of(format, file), .base = base, .graph = graph_of(graph)};
  LoadOptions options{.progress = progress_of(progress)};
  if (!bad_lines.is_none()) options.bad_lines_path = to_path(bad_lines);
  return to_object(self.run([&](KnowledgeBase& kb) { return kb.load({&input, 1}, options); }));
}

py::object load_text(const KnowledgeBaseObject& self, const std::string& text,
                     const std::string& format, const std::string& base, const py::object& graph) {
  const LoadInput input{
      .path = "text", .format = named_format(format), .base = base, .graph = graph_of(graph)};
  const LoadOptions options{.progress = progress_of(py::none())};
  std::istringstream stream(text);
  return to_object(self.run([&](KnowledgeBase& kb) { return kb.load(stream, input, options); }));
}

/// Takes quads from an iterator of Python, many each time it has the interpreter's lock.
class Puller {
 public:
  explicit Puller(py::iterator quads) : quads_(std::move(quads)) {}

  bool next(Quad& quad) {
    if (at_ == pulled_.size() && !pull()) return false;
    quad = std::move(pulled_[at_++]);
    return true;
  }

 private:
  bool pull() {
    constexpr std::size_t kAtOnce = 1024;
    pulled_.clear();
    at_ = 0;
    std::optional<Error> failure;
    const bool returned = Call::into_python([&] {
      try {
        while (pulled_.size() < kAtOnce && quads_ != py::iterator::sentinel()) {
          pulled_.push_back(to_quad(*quads_));
          ++quads_;
        }
      } catch (const Error& error) {
        failure = error;
      }
    });
    if (failure) throw Error(*failure);
    if (!returned) throw Error(ErrorCode::usage, "the iterator raised an exception");
    return !pulled_.empty();
  }

  py::iterator quads_;
  std::vector<Quad> pulled_;
  std::size_t at_ = 0;
};

py::object load_quads(const KnowledgeBaseObject& self, const py::iterable& quads,
                      const py::object& progress) {
  Puller puller(py::iter(quads));
  const LoadOptions options{.progress = progress_of(progress)};
  return to_object(self.run([&](KnowledgeBase& kb) {
    return kb.load([&](Quad& quad) { return puller.next(quad); }, options);
  }));
}

void write_quads(const KnowledgeBase& kb, std::ostream& out, RdfFormat format,
                 const std::optional<Term>& graph) {
  const auto writer = make_rdf_writer(out, format, predeclared_prefixes());
  kb.dump(
      [&](const Quad& quad) {
        if (Call::stopped()) throw Error(ErrorCode::cancelled, "the dump was interrupted");
        writer->write(quad);
      },
      graph);
  writer->finish();
}

void dump(const KnowledgeBaseObject& self, const py::object& path, const py::object& format,
          const py::object& graph) {
  const std::string file = to_path(path);
  const RdfFormat chosen = format_of(format, file);
  const std::optional<Term> only = graph_of(graph);
  self.run([&](KnowledgeBase& kb) {
    std::ofstream out(file, std::ios::binary);
    write_quads(kb, out, chosen, only);
    out.close();
    if (!out)
      throw Error(ErrorCode::input, "'" + file +
                                        "' cannot be written; see that its folder exists "
                                        "and the disk has space");
  });
}

std::string dump_text(const KnowledgeBaseObject& self, const std::string& format,
                      const py::object& graph) {
  const RdfFormat chosen = named_format(format);
  const std::optional<Term> only = graph_of(graph);
  return self.run([&](KnowledgeBase& kb) {
    std::ostringstream out;
    write_quads(kb, out, chosen, only);
    return std::move(out).str();
  });
}

}  // namespace

void bind_rdf(KnowledgeBaseClass& bound) {
  bound
      .def("load", &load, "path"_a, py::kw_only(), "format"_a = py::none(), "base"_a = "",
           "graph"_a = py::none(), "bad_lines"_a = py::none(), "progress"_a = py::none(),
           "Loads a file of RDF (.gz and .zst, too): all of it or nothing. The format is that of "
           "the file's ending, unless given. bad_lines is a file for lines that are skipped.")
      .def("load_text", &load_text, "text"_a, "format"_a, py::kw_only(), "base"_a = "",
           "graph"_a = py::none(), "Loads RDF from a text.")
      .def("load_quads", &load_quads, "quads"_a, py::kw_only(), "progress"_a = py::none(),
           "Loads the quads of an iterable, all of them or nothing; faster than a transaction.")
      .def("dump", &dump, "path"_a, py::kw_only(), "format"_a = py::none(), "graph"_a = py::none(),
           "Writes everything, or one graph, to a file.")
      .def("dump_text", &dump_text, "format"_a = "trig", py::kw_only(), "graph"_a = py::none(),
           "Everything, or one graph, as nt, nq, ttl or trig.");
}

}  // namespace dossier::python
