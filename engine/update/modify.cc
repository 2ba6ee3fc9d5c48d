// SPDX-License-Identifier: Apache-2.0
#include "engine/update/modify.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/exec/row_store.h"
#include "engine/query/construct.h"
#include "engine/query/execution.h"
#include "engine/update/write_cost.h"
#include "model/stack.h"

namespace dossier::update {

namespace {

constexpr std::size_t kQuadWidth = 4;

void add_slots(const algebra::TemplateItem& item, algebra::SlotSet& slots) {
  if (const auto* slot = std::get_if<Slot>(&item)) slots.insert(*slot);
  if (const auto* inner = std::get_if<Box<algebra::TripleTemplate>>(&item)) {
    with_stack([&] {
      add_slots((*inner)->subject, slots);
      add_slots((*inner)->predicate, slots);
      add_slots((*inner)->object, slots);
    });
  }
}

algebra::SlotSet slots_of(const std::vector<algebra::QuadTemplate>& templates) {
  algebra::SlotSet slots;
  for (const algebra::QuadTemplate& quad : templates) {
    add_slots(quad.triple.subject, slots);
    add_slots(quad.triple.predicate, slots);
    add_slots(quad.triple.object, slots);
    if (quad.graph) add_slots(*quad.graph, slots);
  }
  return slots;
}

/// Ids of the query as ids of the store; what the store lacks is made there.
class Storer {
 public:
  Storer(storage::WriteTransaction& writes, const TermTable& terms, MemoryCharge& charge)
      : writes_(writes), terms_(terms), charge_(charge) {}

  TermId store(TermId id) {
    if (!id.is_local()) return id;
    auto it = stored_.find(id);
    if (it != stored_.end()) return it->second;
    charge_.add(kStoredBytes);
    TermId own;
    if (id.is_blank_node()) {
      own = writes_.new_blank_node();
    } else if (id.is_triple()) {
      const auto parts = terms_.triple(id);
      own = with_stack([&] {
        return writes_.intern_triple({store(parts[0]), store(parts[1]), store(parts[2])});
      });
    } else {
      const Term term = terms_.term(id);
      charge_.add(new_term_bytes(term));
      own = writes_.intern(term);
    }
    stored_.emplace(id, own);
    return own;
  }

 private:
  /// An entry of stored_.
  static constexpr std::size_t kStoredBytes = 64;

  storage::WriteTransaction& writes_;
  const TermTable& terms_;
  MemoryCharge& charge_;
  std::map<TermId, TermId> stored_;
};

void fill(TemplateFiller& filler, const std::vector<algebra::QuadTemplate>& templates,
          RowStore& quads) {
  for (const algebra::QuadTemplate& quad : templates) {
    const auto triple = filler.fill(quad.triple);
    const TermId graph = quad.graph ? filler.fill(*quad.graph) : TermId::default_graph();
    const bool is_name = !quad.graph || graph.is_iri() || graph.is_blank_node();
    if (!triple || !graph || !is_name || !filler.is_well_formed(graph)) continue;
    TermId* row = quads.add();
    std::copy(triple->begin(), triple->end(), row);
    row[3] = graph;
  }
}

bool is_stored(const TermId* quad) {
  return std::none_of(quad, quad + kQuadWidth, [](TermId id) { return id.is_local(); });
}

}  // namespace

void modify(storage::WriteTransaction& writes, algebra::UpdateTranslation translation,
            const QueryOptions& options, const plan::PlanOptions& plan_options,
            const functions::CustomTablePtr& custom, const std::shared_ptr<Limits>& limits,
            MemoryBudget& memory) {
  algebra::SlotSet slots = slots_of(translation.remove);
  const algebra::SlotSet inserted = slots_of(translation.insert);
  slots.insert(inserted.begin(), inserted.end());
  const std::vector<Slot> columns(slots.begin(), slots.end());
  const PlanInput input{options, options.base, plan_options, custom, {}, memory.used()};
  Execution execution(writes, {options, options.base, custom, {}, memory.used()},
                      make_plan(writes, input, std::move(translation.root),
                                std::move(translation.variables), columns, limits),
                      limits);
  RowStore remove(kQuadWidth, execution.state().memory());
  RowStore insert(kQuadWidth, execution.state().memory());
  TemplateFiller filler(execution.terms());
  Batch batch = execution.make_batch();
  while (execution.next(batch)) {
    for (std::size_t row = 0; row < batch.size(); ++row) {
      filler.start(batch, row);
      fill(filler, translation.remove, remove);
      fill(filler, translation.insert, insert);
    }
  }
  MemoryCharge charge(execution.state().memory());
  for (std::size_t i = 0; i < remove.size(); ++i) {
    limits->work(kWriteWork);
    const TermId* quad = remove[i];
    if (!is_stored(quad)) continue;
    charge.add(kQuadBytes);
    writes.erase(IdQuad{quad[0], quad[1], quad[2], quad[3]});
  }
  Storer storer(writes, execution.terms(), charge);
  for (std::size_t i = 0; i < insert.size(); ++i) {
    limits->work(kWriteWork);
    charge.add(kQuadBytes);
    const TermId* quad = insert[i];
    writes.insert(IdQuad{storer.store(quad[0]), storer.store(quad[1]), storer.store(quad[2]),
                         storer.store(quad[3])});
  }
  memory.charge(charge.bytes());  // what the transaction keeps
}

}  // namespace dossier::update
