// SPDX-License-Identifier: Apache-2.0
#include "engine/standing/around_load.h"

#include "dossier/news.h"
#include "engine/standing/standing_rows.h"
#include "storage/store.h"

namespace dossier::standing {
namespace {

void mark_as_behind(KnowledgeBase& kb) {
  const auto writes = kb.store().begin();
  for (Record& record : read_records([&](std::string_view prefix, const auto&visit) {
         writes->each_side_row(prefix, visit);
       })) {
    record.behind = true;
    writes->put_side_row(record_key(record.name), encode(record));
  }
  writes->commit();
}

}  // namespace

LoadReport around_load(KnowledgeBase& kb, const std::function<LoadReport()>& load) {
  if (standing_queries(kb).empty()) return load();
  mark_as_behind(kb);
  LoadReport report = load();
  compare_standing_queries(kb);
  return report;
}

}  // namespace dossier::standing
