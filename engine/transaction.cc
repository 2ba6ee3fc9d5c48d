// SPDX-License-Identifier: Apache-2.0
#include "engine/transaction.h"

#include <limits>

#include "dossier/error.h"
#include "engine/query/query_result.h"
#include "engine/standing/compare.h"
#include "engine/update/graphs.h"
#include "engine/update/update.h"
#include "model/well_formed.h"

namespace dossier {

Transaction::Impl::~Impl() {
  if (writes) writes->rollback();
}

storage::WriteTransaction& Transaction::Impl::open(const std::unique_ptr<Impl>& impl) {
  if (!impl) throw Error(ErrorCode::usage, "the transaction was moved to another object");
  if (!impl->writes)
    throw Error(ErrorCode::usage, "the transaction is over: begin a new one to write more");
  return *impl->writes;
}

Transaction::Transaction(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Transaction::Transaction(Transaction&&) noexcept = default;
Transaction& Transaction::operator=(Transaction&&) noexcept = default;
Transaction::~Transaction() = default;

void Transaction::insert(const Quad& quad) {
  storage::WriteTransaction& writes = Impl::open(impl_);
  if (const auto fault = fault_of(quad)) throw Error(ErrorCode::usage, *fault);
  require_length(quad);
  writes.insert(quad);
}

void Transaction::erase(const Quad& quad) { Impl::open(impl_).erase(quad); }

Term Transaction::new_blank_node() {
  storage::WriteTransaction& writes = Impl::open(impl_);
  return writes.term(writes.new_blank_node());
}

std::uint64_t Transaction::clear_graph(const Term& graph) {
  storage::WriteTransaction& writes = Impl::open(impl_);
  const TermId id = writes.find(graph);
  Limits no_limits{QueryOptions()};
  MemoryBudget no_budget(std::numeric_limits<std::size_t>::max());
  return id ? update::clear(writes, id, no_limits, no_budget) : 0;
}

UpdateReport Transaction::update(std::string_view text, const QueryOptions& options) {
  storage::WriteTransaction& writes = Impl::open(impl_);
  const EffectiveOptions effective(options, impl_->defaults);
  return update::run(writes, text, *effective, impl_->custom);
}

QueryResult Transaction::query(std::string_view text, const QueryOptions& options) {
  Impl::open(impl_);
  const EffectiveOptions effective(options, impl_->defaults);
  return start_query(impl_->writes, text, *effective, {}, impl_->custom);
}

std::shared_ptr<const storage::QuadSource> Transaction::source() const {
  Impl::open(impl_);
  return impl_->writes;
}

bool Transaction::contains(const Quad& quad) const {
  const storage::WriteTransaction& writes = Impl::open(impl_);
  IdQuad ids{writes.find(quad.subject), writes.find(quad.predicate), writes.find(quad.object)};
  if (quad.graph) ids.graph = writes.find(*quad.graph);
  return ids.subject && ids.predicate && ids.object && ids.graph && writes.contains(ids);
}

void Transaction::commit(Durability durability) {
  Impl::open(impl_);
  // Over whether it succeeds or not.
  const std::shared_ptr<storage::WriteTransaction> writes = std::move(impl_->writes);
  try {
    standing::before_commit(writes, impl_->custom);
  } catch (...) {
    writes->rollback();
    throw;
  }
  writes->commit(durability);
}

void Transaction::rollback() {
  Impl::open(impl_);
  const std::shared_ptr<storage::WriteTransaction> writes = std::move(impl_->writes);
  writes->rollback();
}

}  // namespace dossier
