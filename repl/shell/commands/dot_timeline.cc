// SPDX-License-Identifier: Apache-2.0
// .timeline: the dated facts of an entity in order, and the documents that mention it.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

#include "dossier/error.h"
#include "dossier/views.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "model/vocabulary.h"
#include "repl/format/display_width.h"
#include "repl/process/counting.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/tasks/fact_lines.h"
#include "repl/tasks/full_names.h"

namespace dossier::repl {
namespace {

constexpr std::size_t kDateWidth = 10;

/// A bar of this many signs is the longest period.
constexpr double kLongestBar = 24;

struct Event {
  std::string time;  ///< the first day
  std::string text;
  std::string to;  ///< the last day
  bool open_end = false;
  friend auto operator<=>(const Event&, const Event&) = default;
};

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

void collect(std::set<Event>& events, Session& session, const Term& thing) {
  constexpr std::size_t kMost = 2000;
  for (const FactRow& row :
       facts(session.kb(), {.about = thing, .most = kMost}, session.options("")).rows) {
    const std::string& first = row.time.from.empty() ? row.time.to : row.time.from;
    if (first.empty()) continue;
    std::string text = fact_line(row);
    events.insert({first, text, row.time.to, row.time.to.empty()});
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
                     short_text(*row["document"], session.prefixes())),
         "", false});
  }
}

int days_between(const Event& event) {
  const auto day = [](const std::string& text) {
    return Term::typed(text, std::string(vocabulary::xsd::kDate))
        .as<std::optional<std::chrono::sys_days>>();
  };
  const auto from = day(event.time);
  const auto to = day(event.to);
  return from && to && *to > *from ? static_cast<int>((*to - *from).count()) : 0;
}

/// A point for a day, a bar for a period, with an arrow when it has no end.
std::string mark_of(const Event& event, int longest) {
  std::string out = " ●";
  const int days = days_between(event);
  if (event.open_end) return out + "━━▶  ";
  if (days == 0) return out + "  ";
  const auto signs = std::max(1, static_cast<int>(kLongestBar * days / longest));
  for (int i = 0; i < signs; ++i) out += "━";
  return out + "  ";
}

void write_events(Session& session, const std::set<Event>& events) {
  const std::size_t width = std::max<std::size_t>(session.layout().width.value_or(100), 40);
  const std::string margin(kDateWidth, ' ');
  int longest = 1;
  for (const Event& event : events) longest = std::max(longest, days_between(event));
  const Event* before = nullptr;
  for (const Event& event : events) {
    const bool same = before != nullptr && before->time == event.time;
    const int months =
        before == nullptr ? 0 : month_number(event.time) - month_number(before->time);
    if (months > 1) session.out() << margin << " ┊  " << gap_text(months) << '\n';
    std::string date = same ? "" : event.time;
    const std::string mark = mark_of(event, longest);
    const std::size_t indent = display_width(mark);
    bool first = true;
    for (const std::string& line :
         wrap_to_width(event.text, std::max<std::size_t>(width - kDateWidth - indent, 20))) {
      session.out() << fmt::format("{:<{}}", date, kDateWidth)
                    << (first ? mark : " │" + std::string(indent - 2, ' ')) << line << '\n';
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
  std::set<Event> events;
  collect(events, session, thing);
  collect_mentions(events, session, thing);
  if (events.empty()) {
    throw Error(ErrorCode::input,
                fmt::format("no fact about {} has a date, and no dated document mentions it",
                            label_of(session.kb(), thing)));
  }
  write_events(session, events);
}

}  // namespace dossier::repl
