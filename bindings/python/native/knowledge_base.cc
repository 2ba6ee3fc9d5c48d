// SPDX-License-Identifier: Apache-2.0
// Opening, closing and upkeep of a knowledge base.

#include <optional>
#include <utility>

#include "bindings/python/native/handles.h"
#include "bindings/python/native/options.h"
#include "bindings/python/native/reports.h"
#include "dossier/error.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

OpenMode mode_of(bool create, bool read_only) {
  if (read_only) return OpenMode::read_only;
  return create ? OpenMode::create : OpenMode::existing;
}

KnowledgeBaseObject open(const py::object& path, bool create, bool read_only,
                         std::size_t memory_bytes, const py::object& timeout,
                         std::optional<std::size_t> query_memory_bytes,
                         std::optional<std::uint64_t> max_rows) {
  const std::string text = to_path(path);
  const OpenOptions options{.mode = mode_of(create, read_only),
                            .memory_bytes = memory_bytes,
                            .query_timeout = to_milliseconds(timeout),
                            .query_memory_bytes = query_memory_bytes};
  Call call;
  KnowledgeBase kb = call.run([&] { return KnowledgeBase::open(text, options); });
  return {text, std::make_shared<Base>(std::move(kb), max_rows)};
}

void close(const KnowledgeBaseObject& self) {
  const py::gil_scoped_release release;
  self.base->close();
}

py::object statistics(const KnowledgeBaseObject& self) {
  const Statistics found = self.run([](KnowledgeBase& kb) { return kb.statistics(); });
  return report("Statistics", found.quads, found.terms, found.named_graphs, found.disk_bytes);
}

py::list check(const KnowledgeBaseObject& self) {
  const auto go_on = [](const Progress&) { return !Call::stopped(); };
  py::list faults;
  for (const Fault& fault : self.run([&](KnowledgeBase& kb) { return kb.check(go_on); }))
    faults.append(report("Fault", fault.where, fault.what));
  return faults;
}

void compact(const KnowledgeBaseObject& self) {
  const auto go_on = [](const Progress&) { return !Call::stopped(); };
  self.run([&](KnowledgeBase& kb) { kb.compact(go_on); });
}

void backup(const KnowledgeBaseObject& self, const py::object& directory) {
  const std::string path = to_path(directory);
  self.run([&](KnowledgeBase& kb) { kb.backup(path); });
}

void restore(const py::object& backup_directory, const py::object& path) {
  const std::string from = to_path(backup_directory);
  const std::string to = to_path(path);
  Call call;
  call.run([&] { KnowledgeBase::restore(from, to); });
}

void bind_life(KnowledgeBaseClass& bound) {
  constexpr std::size_t kMemory = std::size_t{512} << 20;
  bound
      .def(py::init(&open), "path"_a, py::kw_only(), "create"_a = true, "read_only"_a = false,
           "memory_bytes"_a = kMemory, "timeout"_a = py::none(),
           "query_memory_bytes"_a = py::none(), "max_rows"_a = py::none(),
           "Opens a knowledge base, which is a directory; one that is missing is made, unless "
           "create is False. memory_bytes is for caches. timeout, query_memory_bytes and max_rows "
           "are those of queries and updates whose own options name none.")
      .def("close", &close,
           "Gives the files back. Results, transactions and prepared queries end; calls of other "
           "threads end with CancelledError.")
      .def_property_readonly("closed",
                             [](const KnowledgeBaseObject& self) { return self.base->closed(); })
      .def_property_readonly("path", [](const KnowledgeBaseObject& self) { return self.path; })
      .def("__enter__", [](const py::object& self) { return self; })
      .def("__exit__", [](const KnowledgeBaseObject& self, const py::args&) { close(self); })
      .def("__repr__", [](const KnowledgeBaseObject& self) {
        return "<dossier.KnowledgeBase " + py::repr(py::str(self.path)).cast<std::string>() +
               (self.base->closed() ? ", closed>" : ">");
      });
}

}  // namespace

void bind_upkeep(KnowledgeBaseClass& bound) {
  bind_life(bound);
  bound.def("statistics", &statistics, "How much there is.")
      .def("check", &check, "Reads everything and returns every fault.")
      .def("compact", &compact, "Merges changes into the blocks; queries are faster then.")
      .def("backup", &backup, "directory"_a,
           "Copies what has changed since the last backup into the directory.")
      .def_static("restore", &restore, "backup_directory"_a, "path"_a,
                  "Checks a backup and puts it at the path, which must not exist.")
      .def(
          "refresh",
          [](const KnowledgeBaseObject& self) {
            self.run([](KnowledgeBase& kb) { kb.refresh(); });
          },
          "For read_only: catches up with the writer.");
}

}  // namespace dossier::python
