// SPDX-License-Identifier: Apache-2.0
// .about: a card of one entity.

#include <fmt/format.h>

#include <algorithm>

#include "dossier/views.h"
#include "engine/results/one_line.h"
#include "engine/results/short_names.h"
#include "repl/format/display_width.h"
#include "repl/process/counting.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/commands/show.h"
#include "repl/tasks/fact_lines.h"
#include "repl/tasks/full_names.h"

namespace dossier::repl {
namespace {

constexpr std::size_t kTitle = 12;
constexpr std::size_t kClaims = 10;

class CardPrinter {
 public:
  CardPrinter(Session& session, const EntityView& card)
      : session_(session),
        card_(card),
        width_(std::max<std::size_t>(session.layout().width.value_or(100), 50)) {}

  void print() {
    print_head();
    write_grouped_facts(out(), "roles", card_.roles, false, width_, card_.contradicted);
    write_grouped_facts(out(), "facts about it", card_.facts, false, width_, card_.contradicted);
    write_grouped_facts(out(), "facts about it from others", card_.incoming, true, width_);
    print_lines("denied, planned or not certain", card_.not_asserted, card_.not_asserted.size());
    print_lines("claims", card_.claims, kClaims);
    if (card_.claims.size() > kClaims)
      out() << fmt::format("  and {} more; .says shows the sentences\n",
                           card_.claims.size() - kClaims);
    print_documents();
  }

 private:
  std::ostream& out() { return session_.out(); }

  void field(std::string_view title, const std::string& text) {
    if (text.empty()) return;
    for (const std::string& line : wrap_to_width(text, width_ - kTitle)) {
      out() << fmt::format("{:<{}}", title, kTitle) << line << '\n';
      title = "";
    }
  }

  void print_head() {
    out() << one_line(card_.label) << "  " << short_text(card_.entity, session_.prefixes()) << '\n';
    std::string classes, names, namesakes, with;
    for (const Term& one : card_.classes)
      classes += (classes.empty() ? "" : ", ") + short_text(one, session_.prefixes());
    for (const std::string& alias : card_.aliases)
      names += (names.empty() ? "" : ", ") + one_line(alias);
    for (const MentionCount& other : card_.possibly_same)
      namesakes += (namesakes.empty() ? "" : ", ") + short_text(other.thing, session_.prefixes());
    for (const MentionCount& other : card_.with)
      with +=
          fmt::format("{}{} ({})", with.empty() ? "" : ", ", one_line(other.name), other.sentences);
    field("type", classes);
    field("also", names);
    field("may be", namesakes);
    if (card_.sentences > 0)
      field("mentioned", fmt::format("in {} of {}", counted(card_.sentences, "sentence"),
                                     counted(card_.documents.size(), "document")));
    field("with", with);
  }

  void print_lines(std::string_view title, const std::vector<FactRow>& rows, std::size_t most) {
    if (rows.empty()) return;
    out() << '\n' << title << '\n';
    for (std::size_t i = 0; i < std::min(rows.size(), most); ++i) {
      bool first = true;
      for (const std::string& line : wrap_to_width(fact_line(rows[i]), width_ - 4)) {
        out() << (first ? "  " : "    ") << line << '\n';
        first = false;
      }
    }
  }

  void print_documents() {
    if (card_.documents.empty()) return;
    out() << "\ndocuments\n";
    for (const MentionCount& one : card_.documents) {
      const std::string line = fmt::format(
          "  {}  {}  {}", one.date.empty() ? "no date   " : one.date,
          short_text(one.thing, session_.prefixes()), counted(one.sentences, "sentence"));
      out() << line << '\n';
    }
  }

  Session& session_;
  const EntityView& card_;
  std::size_t width_;
};

}  // namespace

void shell_about(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.rest.empty(), ".about ENTITY");
  const std::string name = arguments.words.size() == 1 ? arguments.words.front() : arguments.rest;
  show_card(session, named_entity(session.kb(), name, session.prefixes(), session.console().err));
}

void show_card(Session& session, const Term& thing) {
  const EntityView card = entity_view(session.kb(), {.entity = thing}, session.options(""));
  session.paged([&] { CardPrinter(session, card).print(); });
}

}  // namespace dossier::repl
