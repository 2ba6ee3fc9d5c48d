// SPDX-License-Identifier: Apache-2.0
// Update evaluation tests: a dataset in, a request, the dataset compared.
#include <sstream>

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "parser/rdf/write.h"
#include "tests/w3c/isomorphism.h"
#include "tests/w3c/outcome.h"
#include "tests/w3c/workbench.h"

namespace dossier::w3c {
namespace {

std::string ut(const char* name) { return vocabulary::iri(kUt, name); }

/// ut:data is the default graph; each ut:graphData names a file and, as its label, a graph.
std::vector<Quad> dataset_of(const Suites& suites, const Graph& manifest, const Term& node) {
  std::vector<Quad> quads;
  const auto add = [&](const std::string& file, const std::optional<Term>& graph) {
    for (Quad& quad : quads_of_file(suites, file, graph)) quads.push_back(std::move(quad));
  };
  for (const Term& file : manifest.objects(node, ut("data"))) add(file.value(), std::nullopt);
  for (const Term& entry : manifest.objects(node, ut("graphData"))) {
    const auto file = manifest.object(entry, ut("graph"));
    const auto name = manifest.object(entry, vocabulary::iri(vocabulary::kRdfs, "label"));
    if (!file || !name) throw Error(ErrorCode::input, "ut:graphData lacks its file or name");
    add(file->value(), Term::iri(name->value()));
  }
  return quads;
}

std::string to_text(const std::vector<Quad>& quads) {
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, RdfFormat::nquads);
  for (const Quad& quad : quads) writer->write(quad);
  writer->finish();
  return out.str();
}

}  // namespace

Outcome run_update_test(const Suites& suites, const Test& test, Workbench& workbench) {
  const Term action = test.property("action");
  const auto request = test.manifest->object(action, ut("request"));
  if (!request) throw Error(ErrorCode::input, "the action names no request");
  const std::string text = suites.read(request->value());
  workbench.load(dataset_of(suites, *test.manifest, action));

  QueryOptions options;
  options.base = request->value();
  options.default_graph = DefaultGraph::strict;
  workbench.knowledge_base().update(text, options);

  const std::vector<Quad> got = workbench.dump();
  const std::vector<Quad> expected = dataset_of(suites, *test.manifest, test.property("result"));
  if (isomorphic(got, expected)) return passed();
  return failed("another dataset",
                text + "\nexpected\n" + to_text(expected) + "got\n" + to_text(got));
}

}  // namespace dossier::w3c
