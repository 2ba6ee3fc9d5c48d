// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/said_news.h"

#include <fmt/format.h>

#include "dossier/news.h"
#include "repl/format/printable.h"
#include "repl/process/counting.h"

namespace dossier::repl {

void say_news(KnowledgeBase& kb, Console& console) {
  tell_news(kb, [&](const std::vector<StandingQuery>& queries) {
    for (const StandingQuery& query : queries) {
      if (query.unsaid > 0)
        console.err << fmt::format("{} of {}\n", counted(query.unsaid, "new row"), query.name);
      if (!query.fault.empty()) {
        console.err << fmt::format("warning: {} could not be compared: {}\n", query.name,
                                   printable(query.fault));
      }
    }
    console.err.flush();
  });
}

}  // namespace dossier::repl
