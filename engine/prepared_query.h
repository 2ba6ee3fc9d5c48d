// SPDX-License-Identifier: Apache-2.0
// PreparedQuery's inside. Private to engine/.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "engine/knowledge_base.h"
#include "engine/query/query_template.h"

namespace dossier {

struct PreparedQuery::Impl {
  std::shared_ptr<KnowledgeBase::Impl> base;
  std::string text;
  QueryOptions options;

  /// Parsed for parameters of these names and for these functions of the application: mostly those
  /// of the run before.
  std::shared_ptr<QueryTemplate> with_names(const Parameters& parameters,
                                            const functions::CustomTablePtr& custom,
                                            Limits& limits);

 private:
  std::mutex mutex_;
  std::vector<std::string> names_;
  functions::CustomTablePtr custom_;
  std::shared_ptr<QueryTemplate> last_;
};

/// Parses once, so that a text that is wrong under any parameters is refused.
PreparedQuery prepare_query(std::shared_ptr<KnowledgeBase::Impl> base, std::string_view text,
                            const QueryOptions& options);

}  // namespace dossier
