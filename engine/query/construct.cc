// SPDX-License-Identifier: Apache-2.0
#include "engine/query/construct.h"

#include <memory>
#include <vector>

#include "dossier/error.h"
#include "engine/algebra/overloaded.h"
#include "model/stack.h"
#include "model/well_formed.h"

namespace dossier {

void TemplateFiller::start(const Batch& batch, std::size_t row) {
  batch_ = &batch;
  row_ = row;
  blank_nodes_.clear();
}

TermId TemplateFiller::fill(const algebra::TemplateItem& item) {
  return std::visit(Overloaded{
                        [this](Slot slot) {
                          const TermId* column = batch_->find(slot);
                          return column == nullptr ? TermId::none() : column[row_];
                        },
                        [this](const Term& term) { return terms_.intern(term); },
                        [this](const algebra::TemplateBlankNode& blank) {
                          if (blank_nodes_.size() <= blank.number)
                            blank_nodes_.resize(blank.number + 1);
                          TermId& node = blank_nodes_[blank.number];
                          if (!node) node = terms_.new_blank_node();
                          return node;
                        },
                        [this](const Box<algebra::TripleTemplate>& triple) {
                          const auto parts = with_stack([&] { return fill(*triple); });
                          return parts ? terms_.intern_triple(*parts) : TermId::none();
                        },
                    },
                    item);
}

std::optional<std::array<TermId, 3>> TemplateFiller::fill(const algebra::TripleTemplate& triple) {
  const TermId subject = fill(triple.subject);
  const TermId predicate = fill(triple.predicate);
  const TermId object = fill(triple.object);
  if (!subject || !predicate || !object) return std::nullopt;
  if (!(subject.is_iri() || subject.is_blank_node()) || !predicate.is_iri()) return std::nullopt;
  if (!is_well_formed(subject) || !is_well_formed(predicate) || !is_well_formed(object))
    return std::nullopt;
  return std::array<TermId, 3>{subject, predicate, object};
}

// Only terms made by the query can be malformed: what the store holds was checked on its way in.
bool TemplateFiller::is_well_formed(TermId id) const {
  if (!id.is_local() || id.is_blank_node()) return true;
  const Term term = terms_.term(id);
  if (fault_of(term, "")) return false;
  if (const auto fault = length_fault(term)) throw Error(ErrorCode::limit, *fault);
  return true;
}

namespace {

/// What filling a template costs, in units of Limits::work().
constexpr std::size_t kTripleCost = 64;

class Construct : public TripleStream {
 public:
  Construct(Execution& execution, const std::vector<algebra::TripleTemplate>& triples)
      : execution_(execution),
        triples_(triples),
        template_memory_(execution.state().memory()),
        filler_(execution.terms()),
        batch_(execution.make_batch()),
        seen_(3, execution.state().memory()) {
    template_memory_.add(triples_.size() * sizeof(algebra::TripleTemplate));
  }

  bool next(std::array<TermId, 3>& triple) override {
    for (;;) {
      if (at_template_ == triples_.size() || row_ >= batch_.size()) {
        if (row_ < batch_.size()) ++row_;
        at_template_ = 0;
        if (row_ >= batch_.size()) {
          row_ = 0;
          if (!execution_.next(batch_)) {
            batch_.clear();
            return false;
          }
        }
        filler_.start(batch_, row_);
        if (triples_.empty()) continue;
      }
      execution_.state().work(kTripleCost);
      const auto filled = filler_.fill(triples_[at_template_++]);
      if (!filled || !seen_.insert(filled->data()).second) continue;
      triple = *filled;
      return true;
    }
  }

 private:
  Execution& execution_;
  const std::vector<algebra::TripleTemplate>& triples_;
  MemoryCharge template_memory_;
  TemplateFiller filler_;
  Batch batch_;
  RowSet seen_;
  std::size_t row_ = 0;
  std::size_t at_template_ = 0;
};

}  // namespace

std::unique_ptr<TripleStream> make_construct(Execution& execution,
                                             const std::vector<algebra::TripleTemplate>& triples) {
  return std::make_unique<Construct>(execution, triples);
}

}  // namespace dossier
