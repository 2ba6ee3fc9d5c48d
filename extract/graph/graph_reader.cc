// SPDX-License-Identifier: Apache-2.0
#include "extract/graph/graph_reader.h"

#include <array>
#include <charconv>

#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::extract {

using storage::GraphScope;
using storage::Permutation;
using storage::ScanRequest;

namespace {

constexpr std::size_t kBatch = 256;

}  // namespace

std::vector<TermId> GraphReader::column(ScanRequest request, dossier::Position position) const {
  for (std::uint8_t i = 0; i < request.prefix_length; ++i)
    if (request.prefix[i] == TermId::none()) return {};
  std::vector<TermId> result;
  std::array<TermId, kBatch> batch{};
  std::array<TermId*, 4> columns{};
  columns[static_cast<std::size_t>(position)] = batch.data();
  const std::unique_ptr<storage::Scan> scan = source_->scan(request);
  while (const std::size_t count = scan->next(columns, kBatch))
    result.insert(result.end(), batch.begin(), batch.begin() + static_cast<std::ptrdiff_t>(count));
  return result;
}

// A document's graph is small, a class or label of the whole knowledge base is not: so by graph.
void GraphReader::each_of_graph(TermId graph,
                                const std::function<void(TermId, TermId, TermId)>& visit) const {
  ScanRequest request;
  request.permutation = Permutation::gspo;
  request.prefix = {graph};
  request.prefix_length = 1;
  std::array<std::array<TermId, kBatch>, 3> batch{};
  std::array<TermId*, 4> columns{};
  columns[static_cast<std::size_t>(dossier::Position::subject)] = batch[0].data();
  columns[static_cast<std::size_t>(dossier::Position::predicate)] = batch[1].data();
  columns[static_cast<std::size_t>(dossier::Position::object)] = batch[2].data();
  const std::unique_ptr<storage::Scan> scan = source_->scan(request);
  while (const std::size_t count = scan->next(columns, kBatch))
    for (std::size_t i = 0; i < count; ++i) visit(batch[0][i], batch[1][i], batch[2][i]);
}

std::vector<Term> GraphReader::terms(const std::vector<TermId>& ids) const {
  std::vector<Term> result(ids.size());
  source_->terms(ids, result);
  return result;
}

std::vector<Term> GraphReader::objects(const Term& subject, std::string_view predicate) const {
  ScanRequest request;
  request.permutation = Permutation::spo;
  request.prefix = {source_->find(subject), source_->find(iri(predicate))};
  request.prefix_length = 2;
  return terms(column(request, dossier::Position::object));
}

std::vector<Term> GraphReader::subjects(std::string_view predicate, const Term& object) const {
  ScanRequest request;
  request.permutation = Permutation::pos;
  request.prefix = {source_->find(iri(predicate)), source_->find(object)};
  request.prefix_length = 2;
  return terms(column(request, dossier::Position::subject));
}

std::optional<Term> GraphReader::any_subject(std::string_view predicate, const Term& object) const {
  ScanRequest request;
  request.permutation = Permutation::pos;
  request.prefix = {source_->find(iri(predicate)), source_->find(object)};
  request.prefix_length = 2;
  if (request.prefix[0] == TermId::none() || request.prefix[1] == TermId::none())
    return std::nullopt;
  std::array<TermId, 1> one{};
  std::array<TermId*, 4> columns{};
  columns[static_cast<std::size_t>(dossier::Position::subject)] = one.data();
  if (source_->scan(request)->next(columns, 1) == 0) return std::nullopt;
  return terms({one[0]}).front();
}

std::optional<Term> GraphReader::object(const Term& subject, std::string_view predicate) const {
  const std::vector<Term> found = objects(subject, predicate);
  if (found.empty()) return std::nullopt;
  return found.front();
}

std::string GraphReader::text(const Term& subject, std::string_view predicate) const {
  const std::optional<Term> found = object(subject, predicate);
  return found ? found->value() : std::string();
}

std::uint64_t GraphReader::number(const Term& subject, std::string_view predicate) const {
  const std::string digits = text(subject, predicate);
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool GraphReader::contains(const Term& subject, std::string_view predicate,
                           const Term& object) const {
  ScanRequest request;
  request.permutation = Permutation::spo;
  request.prefix = {source_->find(subject), source_->find(iri(predicate)), source_->find(object)};
  request.prefix_length = 3;
  return !column(request, dossier::Position::object).empty();
}

bool GraphReader::is_subject(const Term& subject) const {
  ScanRequest request;
  request.permutation = Permutation::spo;
  request.prefix = {source_->find(subject)};
  request.prefix_length = 1;
  if (request.prefix[0] == TermId::none()) return false;
  std::array<TermId, 1> one{};
  std::array<TermId*, 4> columns{};
  columns[static_cast<std::size_t>(dossier::Position::subject)] = one.data();
  return source_->scan(request)->next(columns, 1) > 0;
}

std::uint64_t GraphReader::count_in_graph(std::string_view predicate, const Term& object,
                                          const Term& graph) const {
  const TermId graph_id = source_->find(graph);
  if (graph_id == TermId::none()) return 0;
  const TermId wanted = source_->find(iri(predicate));
  const TermId value = source_->find(object);
  std::uint64_t count = 0;
  each_of_graph(graph_id, [&](TermId, TermId with, TermId of) {
    if (with == wanted && of == value) ++count;
  });
  return count;
}

std::vector<Term> GraphReader::facts_matching(const std::optional<Term>& subject,
                                              const std::optional<Term>& predicate,
                                              const std::optional<Term>& object) const {
  std::array<std::optional<TermId>, 3> wanted;
  const std::array<const std::optional<Term>*, 3> parts{&subject, &predicate, &object};
  for (std::size_t i = 0; i < 3; ++i) {
    if (!*parts[i]) continue;
    wanted[i] = source_->find(**parts[i]);
    if (*wanted[i] == TermId::none()) return {};
  }
  ScanRequest request;
  request.permutation = Permutation::pos;
  request.prefix = {source_->find(iri(vocabulary::rdf::kReifies))};
  request.prefix_length = 1;
  std::vector<TermId> matching;
  for (const TermId fact : column(request, dossier::Position::object)) {
    if (!fact.is_triple() || (!matching.empty() && matching.back() == fact)) continue;
    const std::array<TermId, 3> ids = source_->triple(fact);
    bool fits = true;
    for (std::size_t i = 0; i < 3; ++i) fits = fits && (!wanted[i] || *wanted[i] == ids[i]);
    if (fits) matching.push_back(fact);
  }
  return terms(matching);
}

std::vector<Quad> GraphReader::quads_of(const Term& graph, std::string_view predicate) const {
  const TermId graph_id = source_->find(graph);
  if (graph_id == TermId::none()) return {};
  const TermId wanted = source_->find(iri(predicate));
  std::vector<TermId> subjects;
  std::vector<TermId> objects;
  each_of_graph(graph_id, [&](TermId of, TermId with, TermId value) {
    if (with != wanted) return;
    subjects.push_back(of);
    objects.push_back(value);
  });
  const std::vector<Term> subject_terms = terms(subjects);
  const std::vector<Term> object_terms = terms(objects);
  std::vector<Quad> result;
  for (std::size_t i = 0; i < subjects.size(); ++i)
    result.push_back({subject_terms[i], iri(predicate), object_terms[i], graph});
  return result;
}

std::vector<TermId> GraphReader::description_ids(std::string_view predicate,
                                                 const Term& object) const {
  ScanRequest request;
  request.permutation = Permutation::pos;
  request.prefix = {source_->find(iri(predicate)), source_->find(object)};
  request.prefix_length = 2;
  std::vector<TermId> result;
  for (const TermId subject : column(request, dossier::Position::subject)) {
    ScanRequest of_subject;
    of_subject.permutation = Permutation::spo;
    of_subject.prefix = {subject};
    of_subject.prefix_length = 1;
    result.push_back(subject);
    for (const dossier::Position position :
         {dossier::Position::predicate, dossier::Position::object}) {
      const std::vector<TermId> ids = column(of_subject, position);
      result.insert(result.end(), ids.begin(), ids.end());
    }
  }
  return result;
}

std::vector<Term> GraphReader::graphs_of(const Triple& triple) const {
  ScanRequest request;
  request.permutation = Permutation::spo;
  request.prefix = {source_->find(triple.subject), source_->find(triple.predicate),
                    source_->find(triple.object)};
  request.prefix_length = 3;
  request.graphs.kind = GraphScope::Kind::named;
  request.graphs.distinct = false;
  return terms(column(request, dossier::Position::graph));
}

std::string published(const GraphReader& known, const Term& document) {
  const std::string at = known.text(document, k::kPublishedAt);
  return at.empty() ? known.text(document, kDatePublished) : at;
}

}  // namespace dossier::extract
