#include <array>
#include <utility>
#include <vector>

#include "engine/dossier.h"
#include "engine/query_result.h"
#include "engine/transaction.h"
#include "engine/unknown_constants.h"

namespace dossier {

struct KnowledgeBase::Impl {
  std::unique_ptr<storage::Store> store;
};

KnowledgeBase KnowledgeBase::open(const std::string& path, const storage::StoreOptions& options) {
  auto impl = std::make_unique<Impl>();
  impl->store = storage::Store::open(path, options);
  return KnowledgeBase(std::move(impl));
}

KnowledgeBase::KnowledgeBase(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
KnowledgeBase::KnowledgeBase(KnowledgeBase&&) noexcept = default;
KnowledgeBase& KnowledgeBase::operator=(KnowledgeBase&&) noexcept = default;
KnowledgeBase::~KnowledgeBase() = default;

QueryResult KnowledgeBase::query(std::string_view text, const QueryOptions& options) const {
  return start_query(impl_->store->snapshot(), text, options);
}

std::string KnowledgeBase::explain(std::string_view text, const QueryOptions& options) const {
  return plan_of_query(impl_->store->snapshot(), text, options);
}

UpdateReport KnowledgeBase::update(std::string_view text, const QueryOptions& options) {
  Transaction transaction = begin();
  const UpdateReport report = transaction.update(text, options);
  transaction.commit();
  return report;
}

Transaction KnowledgeBase::begin() {
  auto impl = std::make_unique<Transaction::Impl>();
  impl->writes = impl_->store->begin();
  return Transaction(std::move(impl));
}

void KnowledgeBase::dump(const std::function<void(const Quad&)>& sink,
                         const std::optional<Term>& graph) const {
  const std::shared_ptr<const storage::QuadSource> source = impl_->store->snapshot();
  storage::ScanRequest request;
  request.permutation = storage::Permutation::gspo;
  request.graphs.distinct = false;
  if (graph) {
    request.prefix[0] = source->find(*graph);
    request.prefix_length = 1;
    if (!request.prefix[0]) return;
  }
  constexpr std::size_t kRows = 1024;
  std::array<std::vector<TermId>, 4> ids;
  std::array<std::vector<Term>, 4> terms;
  std::array<TermId*, 4> columns{};
  for (std::size_t i = 0; i < 4; ++i) {
    ids[i].resize(kRows);
    terms[i].resize(kRows);
    columns[i] = ids[i].data();
  }
  const auto scan = source->scan(request);
  while (const std::size_t count = scan->next(columns, kRows)) {
    std::vector<bool> named(count);
    for (std::size_t row = 0; row < count; ++row) {
      named[row] = ids[3][row] != TermId::default_graph();
      if (!named[row]) ids[3][row] = TermId::none();
    }
    for (std::size_t i = 0; i < 4; ++i)
      source->terms({ids[i].data(), count}, {terms[i].data(), count});
    for (std::size_t row = 0; row < count; ++row) {
      Quad quad{terms[0][row], terms[1][row], terms[2][row], std::nullopt};
      if (named[row]) quad.graph = terms[3][row];
      sink(quad);
    }
  }
}

std::vector<Term> KnowledgeBase::unknown_constants(std::string_view text,
                                                   const QueryOptions& options) const {
  return dossier::unknown_constants(*impl_->store->snapshot(), text, options);
}

storage::Store& KnowledgeBase::store() { return *impl_->store; }
const storage::Store& KnowledgeBase::store() const { return *impl_->store; }

}  // namespace dossier
