// SPDX-License-Identifier: Apache-2.0
// .timeline: the dated facts of an entity in order, and the documents that mention it.

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <tuple>

#include "dossier/error.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "repl/format/display_width.h"
#include "repl/process/counting.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/fact_text.h"
#include "repl/tasks/full_names.h"
#include "repl/tasks/period_text.h"

namespace dossier::repl {
namespace {

constexpr std::size_t kDateWidth = 10;

struct Event {
  std::string time;
  std::string text;
  friend auto operator<=>(const Event&, const Event&) = default;
};

/// Resolved times are ISO dates, months or years; the others stay as written and have no place.
bool is_resolved(const std::string& time) {
  return time.size() >= 4 && std::all_of(time.begin(), time.begin() + 4,
                                         [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// Months since year 0, for gaps.
int month_number(const std::string& time) {
  const int year = std::stoi(time.substr(0, 4));
  const int month = time.size() >= 7 ? std::stoi(time.substr(5, 2)) : 1;
  return year * 12 + month;
}

std::string gap_text(int months) {
  return months >= 24 ? counted(static_cast<std::uint64_t>(months / 12), "year")
                      : counted(static_cast<std::uint64_t>(months), "month");
}

void collect(std::set<Event>& events, FactText& names, const std::vector<Evidence>& evidence) {
  for (const Evidence& one : evidence) {
    if (!is_resolved(one.time)) continue;
    std::string text = names.fact(one.fact);
    const std::string how = qualifiers(one);
    if (!how.empty()) text += " (" + how + ")";
    if (!one.place.empty()) text += ", " + one.place;
    if (const std::string end = end_of_period(one); !end.empty()) text += ", until " + end;
    events.insert({one.time.substr(0, kDateWidth), text});
  }
}

/// One for each dated document whose sentences mention the thing.
void collect_mentions(std::set<Event>& events, Session& session, const Term& thing) {
  QueryOptions options = session.options("");
  options.parameters = {{"thing", thing}};
  for (const Row& row :
       session.kb().query("SELECT ?document ?date (COUNT(DISTINCT ?sentence) AS ?count) WHERE { "
                          "?sentence k:mentions $thing ; k:partOf ?document . "
                          "?document schema:datePublished ?date } GROUP BY ?document ?date",
                          options)) {
    events.insert(
        {row["date"]->value().substr(0, kDateWidth),
         fmt::format("mentioned in {} of {}", counted(row["count"].as<std::uint64_t>(), "sentence"),
                     short_text(*row["document"], session.prefixes()))});
  }
}

void write_events(Session& session, const std::set<Event>& events) {
  const std::size_t width = std::max<std::size_t>(session.layout().width.value_or(100), 40);
  const std::string margin(kDateWidth, ' ');
  const Event* before = nullptr;
  for (const Event& event : events) {
    const bool same = before != nullptr && before->time == event.time;
    const int months =
        before == nullptr ? 0 : month_number(event.time) - month_number(before->time);
    if (months > 1) session.out() << margin << " ┊  " << gap_text(months) << '\n';
    std::string date = same ? "" : event.time;
    bool first = true;
    for (const std::string& line : wrap_to_width(event.text, width - kDateWidth - 4)) {
      session.out() << fmt::format("{:<{}}", date, kDateWidth) << (first ? " ●  " : " │  ") << line
                    << '\n';
      date.clear();
      first = false;
    }
    before = &event;
  }
}

}  // namespace

void shell_timeline(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.rest.empty(), ".timeline ENTITY");
  const std::string name = arguments.words.size() == 1 ? arguments.words.front() : arguments.rest;
  const Term thing = named_entity(session.kb(), name, session.prefixes(), session.console().err);
  FactText names(session.kb(), session.prefixes());
  std::set<Event> events;
  collect(events, names, evidence_of(session.kb(), thing, std::nullopt, std::nullopt));
  collect(events, names, evidence_of(session.kb(), std::nullopt, std::nullopt, thing));
  collect_mentions(events, session, thing);
  if (events.empty()) {
    throw Error(ErrorCode::input,
                fmt::format("no fact about {} has a date, and no dated document mentions it",
                            names.thing(thing)));
  }
  write_events(session, events);
}

}  // namespace dossier::repl
