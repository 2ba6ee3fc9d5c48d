// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/answers.h"

#include "dossier/rdf.h"
#include "parser/rdf/write.h"
#include "parser/sparql/print.h"
#include "tests/differential/generate.h"

namespace dossier::naive {
namespace {

bool is_open(const Case& test) {
  const Dataset dataset = Dataset::of(test.data, true, test.query.dataset);
  try {
    evaluate(std::get<ast::SelectQuery>(test.query.form), dataset.default_graph, dataset);
  } catch (const Ambiguous&) {
    return true;
  }
  return false;
}

void write_rows(std::ostream& out, const Solutions& rows) {
  for (const Solution& row : rows) {
    for (const auto& [name, term] : row) out << name << "=" << term.to_string() << "\t";
    out << "\n";
  }
}

}  // namespace

void write_answers(std::ostream& out, Bench& bench, std::uint64_t first, std::uint64_t count) {
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    Case test = generate(seed, Lexical::canonical);
    std::get<ast::SelectQuery>(test.query.form).modifier.limit.reset();
    std::get<ast::SelectQuery>(test.query.form).modifier.offset.reset();
    if (is_open(test)) continue;
    bench.fill(test.data);
    const std::string query = print(test.query);
    out << "#case " << seed << "\n";
    const auto writer = make_rdf_writer(out, RdfFormat::nquads);
    for (const Quad& quad : test.data) writer->write(quad);
    writer->finish();
    out << "#query\n" << query << "\n#union\n";
    write_rows(out, bench.ask(query, {DefaultGraph::union_of_all, {}}));
    out << "#strict\n";
    write_rows(out, bench.ask(query, {DefaultGraph::strict, {}}));
  }
}

}  // namespace dossier::naive
