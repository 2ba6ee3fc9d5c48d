// SPDX-License-Identifier: Apache-2.0
#include "engine/prepared_query.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "dossier/error.h"
#include "engine/query/query_result.h"

namespace dossier {

namespace {

bool has_names(const std::vector<std::string>& names, const Parameters& parameters) {
  return std::equal(names.begin(), names.end(), parameters.begin(), parameters.end(),
                    [](const std::string& name, const auto& given) { return name == given.first; });
}

/// What stands behind "$" in the text: any of it may be a parameter.
Parameters possible_parameters(std::string_view text) {
  Parameters result;
  for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at)) {
    const std::size_t start = ++at;
    while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 ||
                                text[at] == '_' || (text[at] & 0x80) != 0))
      ++at;
    if (at > start) result.emplace(std::string(text.substr(start, at - start)), Term());
  }
  return result;
}

}  // namespace

std::shared_ptr<QueryTemplate> PreparedQuery::Impl::with_names(
    const Parameters& parameters, const functions::CustomTablePtr& custom, Limits& limits) {
  {
    const std::lock_guard lock(mutex_);
    if (last_ && custom_ == custom && has_names(names_, parameters)) return last_;
  }
  QueryOptions named;
  named.parameters = parameters;
  named.default_graph = options.default_graph;
  named.dataset = options.dataset;
  named.base = options.base;
  named.prefixes = options.prefixes;
  named.memory_bytes = options.memory_bytes;
  auto made = std::make_shared<QueryTemplate>(text, named, custom, limits);
  const std::lock_guard lock(mutex_);
  custom_ = custom;
  names_.clear();
  for (const auto& [name, value] : parameters) names_.push_back(name);
  last_ = made;
  return made;
}

PreparedQuery prepare_query(std::shared_ptr<KnowledgeBase::Impl> base, std::string_view text,
                            const QueryOptions& options) {
  auto impl = std::make_shared<PreparedQuery::Impl>();
  impl->base = std::move(base);
  impl->text = std::string(text);
  impl->options = options;
  Parameters names = possible_parameters(text);
  names.insert(options.parameters.begin(), options.parameters.end());
  const EffectiveOptions effective(options, impl->base->defaults);
  Limits limits(*effective);
  impl->with_names(names, impl->base->functions.table(), limits);
  return PreparedQuery(std::move(impl));
}

PreparedQuery::PreparedQuery(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
PreparedQuery::PreparedQuery(const PreparedQuery&) noexcept = default;
PreparedQuery::PreparedQuery(PreparedQuery&&) noexcept = default;
PreparedQuery& PreparedQuery::operator=(const PreparedQuery&) noexcept = default;
PreparedQuery& PreparedQuery::operator=(PreparedQuery&&) noexcept = default;
PreparedQuery::~PreparedQuery() = default;

PreparedQuery::Impl& PreparedQuery::impl() const {
  if (!impl_) throw Error(ErrorCode::usage, "the prepared query was moved to another object");
  return *impl_;
}

const std::string& PreparedQuery::text() const { return impl().text; }

QueryResult PreparedQuery::run(const Parameters& parameters) const {
  return run(parameters, impl().options);
}

QueryResult PreparedQuery::run(const Parameters& parameters, const QueryOptions& given) const {
  Impl& impl = this->impl();
  const EffectiveOptions effective(given, impl.base->defaults);
  const QueryOptions& options = *effective;
  const Parameters* all = &parameters;
  Parameters joined;
  if (!options.parameters.empty() || !impl.options.parameters.empty()) {
    joined = parameters;
    joined.insert(options.parameters.begin(), options.parameters.end());
    joined.insert(impl.options.parameters.begin(), impl.options.parameters.end());
    all = &joined;
  }
  auto limits = std::make_shared<Limits>(options);
  const functions::CustomTablePtr custom = impl.base->functions.table();
  const std::shared_ptr<QueryTemplate> query = impl.with_names(*all, custom, *limits);
  return run_template(impl.base->store->snapshot(), query, options, *all, custom, std::move(limits),
                      impl.base->helpers);
}

}  // namespace dossier
