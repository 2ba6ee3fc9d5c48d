// SPDX-License-Identifier: Apache-2.0
#include "workload.h"

#include <array>
#include <fstream>
#include <random>
#include <set>
#include <span>

#include "dossier/error.h"
#include "storage/text/search.h"

namespace dossier::storage {
namespace {

/// Steps from an insertion to its erasure.
constexpr std::uint64_t kLifetime = 5;
constexpr std::size_t kLargeStep = 2500;
constexpr std::size_t kLoadStep = 4000;
/// Too little memory for a small load, so that it takes the way of large ones, terms in pages
/// included.
const LoadOptions kBulk{.memory_bytes = std::size_t{1} << 20, .threads = 4};

std::mt19937_64 random_for(std::uint64_t seed, std::uint64_t n) {
  return std::mt19937_64(seed * 1'000'003 + n);
}

/// One of them has its texts indexed.
Term predicate(std::uint64_t number) {
  return number == 0 ? Term::iri("http://www.w3.org/2000/01/rdf-schema#label")
                     : Term::iri("urn:p" + std::to_string(number));
}

}  // namespace

std::string to_line(const Quad& quad) {
  std::string line =
      quad.subject.to_string() + ' ' + quad.predicate.to_string() + ' ' + quad.object.to_string();
  if (quad.graph) line += ' ' + quad.graph->to_string();
  return line + " .";
}

Workload::Kind Workload::kind(std::uint64_t n) const {
  const std::uint64_t draw = random_for(seed_, n)() % 20;
  if (draw == 0) return Kind::compact;
  if (draw <= 2) return Kind::load;
  return draw <= 5 ? Kind::large : Kind::small;
}

std::vector<Quad> Workload::quads(std::uint64_t n) const {
  std::vector<Quad> out;
  if (n == 0) return out;
  const Kind step = kind(n);
  if (step == Kind::compact) return out;
  std::mt19937_64 random = random_for(seed_, n);
  random.discard(1);
  const std::size_t count = step == Kind::small   ? 1 + random() % 20
                            : step == Kind::large ? kLargeStep
                                                  : kLoadStep;
  const std::string own = "urn:step" + std::to_string(n) + ":";
  for (std::size_t i = 0; i < count; ++i) {
    Quad quad{Term::iri(own + std::to_string(i)), predicate(random() % 7),
              Term::integer(static_cast<std::int64_t>(random() % 1000)), std::nullopt};
    if (i % 3 == 1) quad.object = Term::iri("urn:shared" + std::to_string(random() % 500));
    if (i % 3 == 2) quad.object = Term::string("a text of step " + std::to_string(random() % 900));
    if (i % 2 == 1) quad.graph = Term::iri("urn:graph" + std::to_string(n % 4));
    out.push_back(std::move(quad));
  }
  return out;
}

std::vector<Quad> Workload::erased(std::uint64_t n) const {
  const Kind step = kind(n);
  if (n <= kLifetime || step == Kind::load || step == Kind::compact) return {};
  return quads(n - kLifetime);
}

void Workload::run(Store& store, std::uint64_t n, const std::string& scratch) const {
  switch (kind(n)) {
    case Kind::compact:
      store.compact();
      return;
    case Kind::load: {
      {
        std::ofstream file(scratch);
        for (const Quad& quad : quads(n)) file << to_line(quad) << '\n';
        file.close();
        if (!file) throw Error(ErrorCode::storage, "cannot write " + scratch);
      }
      const LoadInput input{.path = scratch, .format = RdfFormat::nquads, .base = {}, .graph = {}};
      store.load(std::span(&input, 1), kBulk);
      store.index_text({});
      return;
    }
    default: {
      const auto tx = store.begin();
      for (const Quad& quad : erased(n)) tx->erase(quad);
      for (const Quad& quad : quads(n)) tx->insert(quad);
      tx->commit();
    }
  }
}

void Workload::apply(Content& content, std::uint64_t n) const {
  for (const Quad& quad : erased(n)) content.erase(to_line(quad));
  for (const Quad& quad : quads(n)) content.insert(to_line(quad));
}

bool finds_all_texts(const QuadSource& source, const Content& content) {
  std::set<TermId> found;
  for (const TextHit& hit : TextSearch(text_index_of(source), "step").hits())
    found.insert(hit.literal);
  constexpr std::string_view kLabel = "#label> \"";  // numbers are quoted, too
  for (const std::string& line : content) {
    const std::size_t at = line.find(kLabel);
    if (at == line.npos) continue;
    const std::size_t begin = at + kLabel.size();
    const std::string text = line.substr(begin, line.find('"', begin) - begin);
    if (text.starts_with("a text") && !found.contains(source.find(Term::string(text))))
      return false;
  }
  return true;
}

Content content_of(const QuadSource& source) {
  Content content;
  ScanRequest request;
  request.graphs.distinct = false;
  const auto scan = source.scan(request);
  constexpr std::size_t kBatch = 1000;
  std::array<std::vector<TermId>, 4> ids;
  std::array<std::vector<Term>, 4> terms;
  for (auto& column : ids) column.resize(kBatch);
  for (auto& column : terms) column.resize(kBatch);
  while (true) {
    const std::size_t count =
        scan->next({ids[0].data(), ids[1].data(), ids[2].data(), ids[3].data()}, kBatch);
    if (count == 0) return content;
    const std::vector<TermId> graphs(ids[3].begin(), ids[3].begin() + static_cast<long>(count));
    for (auto& id : ids[3]) id = id == TermId::default_graph() ? TermId::none() : id;
    for (std::size_t c = 0; c < 4; ++c) {
      source.terms(std::span(ids[c]).first(count), std::span(terms[c]).first(count));
    }
    for (std::size_t i = 0; i < count; ++i) {
      Quad quad{terms[0][i], terms[1][i], terms[2][i], std::nullopt};
      if (graphs[i] != TermId::default_graph()) quad.graph = terms[3][i];
      content.insert(to_line(quad));
    }
  }
}

}  // namespace dossier::storage
