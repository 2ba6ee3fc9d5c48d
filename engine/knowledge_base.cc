// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "dossier/news.h"
#include "engine/knowledge_base.h"
#include "engine/prepared_query.h"
#include "engine/query/dump.h"
#include "engine/query/query_result.h"
#include "engine/query/unknown_constants.h"
#include "engine/saved/saved_queries.h"
#include "engine/standing/around_load.h"
#include "engine/standing/compare.h"
#include "engine/transaction.h"
#include "engine/update/update.h"

namespace dossier {

namespace {

storage::WriteWait wait_of(const BeginOptions& options) {
  std::optional<std::chrono::milliseconds> timeout = options.timeout;
  if (timeout == kNoTimeLimit) timeout.reset();
  return {.timeout = timeout,
          .stopped = [token = options.cancellation] { return token.cancelled(); }};
}

}  // namespace

EffectiveOptions::EffectiveOptions(const QueryOptions& given, const DefaultLimits& defaults)
    : given_(given) {
  const bool lacks_time = !given.timeout && defaults.timeout;
  const bool lacks_memory = !given.memory_bytes && defaults.memory_bytes;
  if (!lacks_time && !lacks_memory) return;
  filled_ = given;
  if (lacks_time) filled_->timeout = defaults.timeout;
  if (lacks_memory) filled_->memory_bytes = defaults.memory_bytes;
}

KnowledgeBase KnowledgeBase::open(const std::string& path, const OpenOptions& options) {
  auto impl = std::make_shared<Impl>();
  impl->store = storage::Store::open(path, options);
  impl->defaults = {options.query_timeout, options.query_memory_bytes};
  return KnowledgeBase(std::move(impl));
}

KnowledgeBase::KnowledgeBase(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
KnowledgeBase::KnowledgeBase(KnowledgeBase&&) noexcept = default;
KnowledgeBase& KnowledgeBase::operator=(KnowledgeBase&&) noexcept = default;
KnowledgeBase::~KnowledgeBase() = default;

KnowledgeBase::Impl& KnowledgeBase::impl() const {
  if (!impl_) throw Error(ErrorCode::usage, "the knowledge base was moved to another object");
  return *impl_;
}

QueryResult KnowledgeBase::query(std::string_view text, const QueryOptions& given) const {
  Impl& base = impl();
  const EffectiveOptions options(given, base.defaults);
  auto limits = std::make_shared<Limits>(*options);
  const functions::CustomTablePtr custom = base.functions.table();
  const std::shared_ptr<QueryTemplate> query = base.plans.get(text, *options, custom, *limits);
  return run_template(base.store->snapshot(), query, *options, options->parameters, custom,
                      std::move(limits), base.helpers);
}

PreparedQuery KnowledgeBase::prepare(std::string_view text, const QueryOptions& options) const {
  impl();
  return prepare_query(impl_, text, options);
}

void KnowledgeBase::register_function(const std::string& iri, Arity arity,
                                      CustomFunction function) {
  impl().functions.add(iri, arity, std::move(function));
}

void KnowledgeBase::register_aggregate(const std::string& iri, AggregateFactory factory) {
  impl().functions.add(iri, std::move(factory));
}

bool KnowledgeBase::is_aggregate(std::string_view iri) const {
  return functions::is_aggregate(impl().functions.table().get(), iri);
}

std::string KnowledgeBase::explain(std::string_view text, const QueryOptions& given) const {
  const EffectiveOptions options(given, impl().defaults);
  return plan_of_query(impl().store->snapshot(), text, *options, impl().functions.table());
}

UpdateReport KnowledgeBase::update(std::string_view text, const QueryOptions& given) {
  const auto start = std::chrono::steady_clock::now();
  const EffectiveOptions options(given, impl().defaults);
  const std::shared_ptr<storage::WriteTransaction> writes =
      impl().store->begin(wait_of({options->timeout, options->cancellation}));
  const functions::CustomTablePtr custom = impl().functions.table();
  const UpdateReport report = update::run(*writes, text, *options, custom, start);
  standing::before_commit(writes, custom);
  writes->commit();
  return report;
}

Transaction KnowledgeBase::begin(const BeginOptions& options) {
  auto impl = std::make_unique<Transaction::Impl>();
  impl->writes = this->impl().store->begin(wait_of(options));
  impl->custom = this->impl().functions.table();
  impl->defaults = this->impl().defaults;
  return Transaction(std::move(impl));
}

std::optional<Transaction> KnowledgeBase::try_begin() {
  auto impl = std::make_unique<Transaction::Impl>();
  impl->writes = this->impl().store->try_begin();
  impl->custom = this->impl().functions.table();
  impl->defaults = this->impl().defaults;
  if (!impl->writes) return std::nullopt;
  return Transaction(std::move(impl));
}

void KnowledgeBase::dump(const std::function<void(const Quad&)>& sink,
                         const std::optional<Term>& graph) const {
  dump_quads(*impl().store->snapshot(), sink, graph);
}

std::vector<UnknownConstant> KnowledgeBase::unknown_constants(std::string_view text,
                                                              const QueryOptions& given) const {
  const EffectiveOptions options(given, impl().defaults);
  return dossier::unknown_constants(*impl().store->snapshot(), text, *options,
                                    impl().functions.table());
}

LoadReport KnowledgeBase::load(std::span<const LoadInput> inputs, const LoadOptions& options) {
  return standing::around_load(*this, [&] { return impl().store->load(inputs, options); });
}
LoadReport KnowledgeBase::load(std::istream& stream, const LoadInput& input,
                               const LoadOptions& options) {
  return standing::around_load(*this, [&] { return impl().store->load(stream, input, options); });
}
LoadReport KnowledgeBase::load(const QuadGenerator& generator, const LoadOptions& options) {
  return standing::around_load(*this, [&] { return impl().store->load(generator, options); });
}

void KnowledgeBase::compact(const ProgressCallback& progress) { impl().store->compact(progress); }
std::vector<Fault> KnowledgeBase::check(const ProgressCallback& progress) const {
  return impl().store->check(progress);
}
Statistics KnowledgeBase::statistics() const { return impl().store->statistics(); }
void KnowledgeBase::backup(const std::string& directory) const { impl().store->backup(directory); }
void KnowledgeBase::restore(const std::string& backup_directory, const std::string& path) {
  storage::Store::restore(backup_directory, path);
}
void KnowledgeBase::refresh() { impl().store->refresh(); }

void KnowledgeBase::save_query(const SavedQuery& query) {
  dossier::save_query(*this, query);
  unwatch_query(*this, query.name);
}
std::vector<SavedQuery> KnowledgeBase::saved_queries() const {
  return dossier::saved_queries(*this);
}
SavedQuery KnowledgeBase::saved_query(std::string_view name) const {
  return dossier::saved_query(*this, name);
}

QueryResult KnowledgeBase::run(const SavedQuery& saved, const ParameterValues& values,
                               const QueryOptions& options) const {
  const BoundQuery bound = bind(saved.text, values, options);
  return query(bound.text, bound.options);
}
QueryResult KnowledgeBase::run(std::string_view name, const ParameterValues& values,
                               const QueryOptions& options) const {
  return run(saved_query(name), values, options);
}
BoundQuery KnowledgeBase::bind(std::string_view text, const ParameterValues& values,
                               const QueryOptions& options) const {
  return bind_query(*this, text, values, options, impl().functions.table());
}
BoundQuery KnowledgeBase::bind_update(std::string_view text, const ParameterValues& values,
                                      const QueryOptions& options) const {
  return dossier::bind_update(*this, text, values, options, impl().functions.table());
}

storage::Store& KnowledgeBase::store() { return *impl().store; }
const storage::Store& KnowledgeBase::store() const { return *impl().store; }

}  // namespace dossier
