// SPDX-License-Identifier: Apache-2.0
// Writes in steps.

#include <optional>
#include <utility>

#include "bindings/python/native/handles.h"
#include "bindings/python/native/options.h"
#include "bindings/python/native/requests.h"
#include "bindings/python/native/terms.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

/// dossier.Transaction.
class TransactionObject : public Held<Transaction> {
 public:
  using Held::base;

  TransactionObject(std::shared_ptr<Base> base, Transaction transaction)
      : Held(std::move(base), std::move(transaction), std::make_shared<Gate>()) {}

  /// Calls `work` with the transaction; `changing` ends the results that were read from it.
  template <typename Work>
  auto run(bool changing, Work work, std::optional<CancellationToken> cancelled = std::nullopt) {
    const Use use(*this);
    Call call(base(), std::move(cancelled));
    if (changing) ++gate()->changes;
    return call.run([&] { return work(value()); });
  }
  Started started(QueryResult result, std::optional<CancellationToken> cancelled) {
    return {base(), gate(), std::move(cancelled), std::move(result)};
  }

  void commit(bool synced) {
    run(true, [&](Transaction& transaction) {
      transaction.commit(synced ? Durability::synced : Durability::relaxed);
    });
    over_ = true;
  }
  void rollback() {
    run(true, [](Transaction& transaction) { transaction.rollback(); });
    over_ = true;
  }
  /// The end of a with statement. What the block has ended itself, or close() has, stays so.
  void exit(bool failed) {
    if (over_ || base()->closed()) return;
    failed ? rollback() : commit(true);
  }

 private:
  bool over_ = false;
};

using TransactionClass = py::class_<TransactionObject>;

std::unique_ptr<TransactionObject> begin(const KnowledgeBaseObject& self, const py::object& timeout,
                                         const std::optional<CancellationToken>& cancellation) {
  const BeginOptions options{.timeout = to_milliseconds(timeout), .cancellation = Call::token()};
  Transaction begun = self.run([&](KnowledgeBase& kb) { return kb.begin(options); }, cancellation);
  return std::make_unique<TransactionObject>(self.base, std::move(begun));
}

py::object try_begin(const KnowledgeBaseObject& self) {
  std::optional<Transaction> begun = self.run([](KnowledgeBase& kb) { return kb.try_begin(); });
  if (!begun) return py::none();
  return py::cast(std::make_unique<TransactionObject>(self.base, *std::move(begun)));
}

void insert_all(TransactionObject& self, const py::iterable& quads) {
  for (const py::handle item : quads) {
    const Quad quad = to_quad(item);
    self.run(true, [&](Transaction& transaction) { transaction.insert(quad); });
  }
}

void bind_steps(TransactionClass& bound) {
  bound
      .def(
          "insert",
          [](TransactionObject& self, const py::object& quad) {
            const Quad read = to_quad(quad);
            self.run(true, [&](Transaction& transaction) { transaction.insert(read); });
          },
          "quad"_a, "Adds a fact: subject, predicate, object and, if it has one, graph.")
      .def("insert_all", &insert_all, "quads"_a, "Adds the facts of an iterable.")
      .def(
          "erase",
          [](TransactionObject& self, const py::object& quad) {
            const Quad read = to_quad(quad);
            self.run(true, [&](Transaction& transaction) { transaction.erase(read); });
          },
          "quad"_a)
      .def(
          "__contains__",
          [](TransactionObject& self, const py::object& quad) {
            const Quad read = to_quad(quad);
            return self.run(false, [&](Transaction& on) { return on.contains(read); });
          },
          "quad"_a)
      .def(
          "clear_graph",
          [](TransactionObject& self, const py::object& graph) {
            const Term term = to_iri(graph, "the graph");
            return self.run(true, [&](Transaction& on) { return on.clear_graph(term); });
          },
          "graph"_a, "Removes every fact of a named graph and returns how many there were.")
      .def("new_blank_node", [](TransactionObject& self) {
        return to_python(self.run(true, [](Transaction& on) { return on.new_blank_node(); }));
      });
}

void bind_end(TransactionClass& bound) {
  bound
      .def("commit", &TransactionObject::commit, py::kw_only(), "synced"_a = true,
           "On disk when it returns; with synced=False a power cut may lose it, but no half of it.")
      .def("rollback", &TransactionObject::rollback, "Forgets all changes.")
      .def("__enter__", [](const py::object& self) { return self; })
      .def("__exit__", [](TransactionObject& self, const py::object& type, const py::object&,
                          const py::object&) { self.exit(!type.is_none()); });
}

Started run_query(TransactionObject& self, const Request& request) {
  const QueryOptions options =
      to_row_options(*self.base(), request.parameters, request.timeout, request.options);
  std::optional<CancellationToken> cancelled = to_token(request.options);
  QueryResult result = self.run(
      false, [&](Transaction& on) { return on.query(request.text, options); }, cancelled);
  return self.started(std::move(result), std::move(cancelled));
}

UpdateReport run_update(TransactionObject& self, const Request& request) {
  const QueryOptions options =
      to_query_options(request.parameters, request.timeout, request.options);
  return self.run(
      true, [&](Transaction& on) { return on.update(request.text, options); },
      to_token(request.options));
}

}  // namespace

void bind_transactions(py::module_& module, KnowledgeBaseClass& bound) {
  TransactionClass transaction(module, "Transaction",
                               "A write in steps, which sees its own changes. A with statement "
                               "commits it, or rolls it back when its block raises.");
  bind_steps(transaction);
  bind_query_calls(transaction, run_query);
  bind_update(transaction, run_update);
  bind_end(transaction);
  bound
      .def("begin", &begin, py::kw_only(), "timeout"_a = py::none(), "cancellation"_a = py::none(),
           "Waits for the transaction of another writer to end.")
      .def("try_begin", &try_begin, "As begin(), but returns None instead of waiting.");
}

}  // namespace dossier::python
