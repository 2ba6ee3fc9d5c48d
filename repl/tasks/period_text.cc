// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/period_text.h"

#include <tuple>

namespace dossier::repl {

std::string end_of_period(const Evidence& evidence) {
  constexpr std::size_t kDay = 10;
  const std::string begin = evidence.time.substr(0, kDay);
  const std::string end =
      begin.empty() ? evidence.time_to : evidence.time_to.substr(0, begin.size());
  return end == begin ? std::string() : end;
}

std::string period_text(const Evidence& evidence) {
  const auto& [time, from, to, words] =
      std::tie(evidence.time, evidence.time_from, evidence.time_to, evidence.time_text);
  if (from.empty() && to.empty()) return time.empty() ? words : time;
  if (from.empty()) return "until " + to;
  const std::string begin = time.empty() ? from : time;
  if (to.empty()) return "since " + begin;
  const std::string end = end_of_period(evidence);
  return end.empty() ? begin : begin + " to " + end;
}

}  // namespace dossier::repl
