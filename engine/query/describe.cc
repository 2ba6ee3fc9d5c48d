// SPDX-License-Identifier: Apache-2.0
// DESCRIBE: concise bounded descriptions (Stickler, W3C submission 2005), with the reifiers of RDF
// 1.2 in place of reification statements.
#include <algorithm>
#include <memory>
#include <vector>

#include "engine/query/construct.h"
#include "model/vocabulary.h"

namespace dossier {

namespace {

using storage::Permutation;

class Describe : public TripleStream {
 public:
  Describe(Execution& execution, const std::vector<algebra::TemplateItem>& targets)
      : execution_(execution),
        targets_(targets),
        targets_memory_(execution.state().memory()),
        resources_(1, execution.state().memory()),
        triples_(3, execution.state().memory()),
        reifies_(execution.terms().intern(Term::iri(std::string(vocabulary::rdf::kReifies)))) {
    targets_memory_.add(targets_.size() * sizeof(algebra::TemplateItem));
  }

  bool next(std::array<TermId, 3>& triple) override {
    if (!started_) start();
    while (given_ == triples_.size()) {
      if (at_ == resources_.size()) return false;
      execution_.state().check();
      describe(resources_[at_++][0]);
    }
    std::copy_n(triples_[given_++], triple.size(), triple.begin());
    return true;
  }

 private:
  void start() {
    started_ = true;
    TemplateFiller filler(execution_.terms());
    Batch batch = execution_.make_batch();
    for (const algebra::TemplateItem& target : targets_) {
      if (const auto* term = std::get_if<Term>(&target)) add(execution_.terms().intern(*term));
    }
    while (execution_.next(batch)) {
      for (std::size_t row = 0; row < batch.size(); ++row) {
        filler.start(batch, row);
        for (const algebra::TemplateItem& target : targets_) add(filler.fill(target));
      }
    }
  }

  void add(TermId resource) {
    if (resource.is_local() || !(resource.is_iri() || resource.is_blank_node())) return;
    resources_.insert(&resource);
  }

  void describe(TermId resource) {
    storage::ScanRequest request;
    request.permutation = Permutation::spo;
    request.prefix[0] = resource;
    request.prefix_length = 1;
    each(request, [&](TermId predicate, TermId object) {
      const std::array<TermId, 3> triple = {resource, predicate, object};
      if (!triples_.insert(triple.data()).second) return;
      if (object.is_blank_node()) add(object);
      add_reifiers(triple);
    });
  }

  void add_reifiers(const std::array<TermId, 3>& triple) {
    const TermId term = execution_.state().source().find_triple(triple);
    if (!term || reifies_.is_local()) return;
    storage::ScanRequest request;
    request.permutation = Permutation::pos;
    request.prefix = {reifies_, term};
    request.prefix_length = 2;
    each(request, [&](TermId subject, TermId) { add(subject); });
  }

  /// Calls `visit` with the two places behind the first constant: (p, o) of spo, (s, o) of pos.
  template <typename Visit>
  void each(storage::ScanRequest& request, const Visit& visit) {
    request.graphs = execution_.dataset().default_scope;
    const auto scan = execution_.state().source().scan(request);
    std::array<TermId, 256> first;
    std::array<TermId, 256> objects;
    const bool by_subject = request.permutation == Permutation::spo;
    std::array<TermId*, 4> columns{};
    columns[static_cast<std::size_t>(by_subject ? Position::predicate : Position::subject)] =
        first.data();
    columns[static_cast<std::size_t>(Position::object)] = objects.data();
    while (const std::size_t count = scan->next(columns, first.size())) {
      execution_.state().check();
      for (std::size_t row = 0; row < count; ++row) visit(first[row], objects[row]);
    }
  }

  Execution& execution_;
  const std::vector<algebra::TemplateItem>& targets_;
  MemoryCharge targets_memory_;
  RowSet resources_;
  RowSet triples_;
  TermId reifies_;
  std::size_t at_ = 0;
  std::size_t given_ = 0;  ///< of triples_
  bool started_ = false;
};

}  // namespace

std::unique_ptr<TripleStream> make_describe(Execution& execution,
                                            const std::vector<algebra::TemplateItem>& targets) {
  return std::make_unique<Describe>(execution, targets);
}

}  // namespace dossier
