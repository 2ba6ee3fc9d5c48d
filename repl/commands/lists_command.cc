// SPDX-License-Identifier: Apache-2.0
// dossier docs, dossier saved, dossier stats: what the knowledge base keeps, as one list.

#include "dossier/text_index.h"
#include "repl/commands/make_commands.h"
#include "repl/tasks/document_list.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/saved_query_list.h"
#include "storage/store.h"

namespace dossier::repl {
namespace {

void add_row(RowList& list, const std::string& name, std::uint64_t value) {
  list.rows.push_back({Term::string(name), Term::integer(static_cast<std::int64_t>(value))});
}

std::uint64_t count_of(const KnowledgeBase& kb, const std::string& pattern) {
  QueryResult result = kb.query("SELECT (COUNT(*) AS ?n) { " + pattern + " }");
  Row row;
  return result.next(row) ? row[0].as<std::uint64_t>() : 0;
}

/// Those that have names of their own, by class, most first. A thing of two classes counts in both.
void add_named_things(const KnowledgeBase& kb, RowList& list) {
  const std::string named =
      "?x rdfs:label ?label FILTER(isIRI(?x)) FILTER NOT EXISTS { VALUES ?described { k:Concept "
      "k:Individual k:Quantity } ?x a ?described } ";
  add_row(list, "named things", count_of(kb, "SELECT DISTINCT ?x { " + named + "}"));
  QueryResult result = kb.query("SELECT ?class (COUNT(DISTINCT ?x) AS ?n) { ?x a ?class . " +
                                named + "} GROUP BY ?class ORDER BY DESC(?n) ?class");
  for (const Row& row : result) {
    const std::string& iri = row[0]->value();
    add_row(list, "named things: " + iri.substr(iri.find_last_of("/#:") + 1),
            row[1].as<std::uint64_t>());
  }
}

/// What was read from documents.
void add_contents(const KnowledgeBase& kb, RowList& list) {
  const std::uint64_t documents = count_of(kb, "?x a k:Document");
  add_row(list, "documents", documents);
  add_row(list, "sentences", count_of(kb, "?x a k:Sentence"));
  add_named_things(kb, list);
  const std::uint64_t facts = count_of(kb, "?x a k:Fact");
  add_row(list, "facts", facts);
  std::uint64_t others = 0;
  QueryResult result = kb.query(
      "SELECT ?said (COUNT(*) AS ?n) { ?x a k:Fact OPTIONAL { ?x k:polarity ?polarity } OPTIONAL { "
      "?x k:modality ?mode } FILTER(BOUND(?mode) || BOUND(?polarity)) BIND(COALESCE(?mode, "
      "\"denied\") AS ?said) } GROUP BY ?said ORDER BY ?said");
  std::vector<std::pair<std::string, std::uint64_t>> said;
  for (const Row& row : result) {
    if (!row[0]) continue;
    said.emplace_back(row[0]->value(), row[1].as<std::uint64_t>());
    others += said.back().second;
  }
  add_row(list, "facts: asserted", facts - others);
  for (const auto& [saying, count] : said) add_row(list, "facts: " + saying, count);
}

void add_storage(const KnowledgeBase& kb, RowList& list) {
  const Statistics figures = kb.store().statistics();
  const auto add = [&](const char* name, std::uint64_t value) { add_row(list, name, value); };
  add("terms", figures.terms);
  add("named graphs", figures.named_graphs);
  add("blocks", figures.blocks);
  add("pending quads", figures.delta_quads);
  const TextIndexState index = text_index_state(kb);
  add("texts to search", index.texts);
  list.rows.push_back({Term::string("text index complete"), Term::boolean(index.complete)});
  add("bytes on disk", figures.disk_bytes);
  add("format version", figures.format_version);
}

/// figure, value: how much there is, a row each.
RowList figure_list(const KnowledgeBase& kb, bool storage) {
  RowList list;
  list.columns = {"figure", "value"};
  add_contents(kb, list);
  add_row(list, "quads", kb.store().statistics().quads);
  if (storage) add_storage(kb, list);
  return list;
}

/// Prints the list that `List` makes of a knowledge base.
template <auto List>
class ListCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    format_.declare(arguments);
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
  }

  ExitStatus run(Console& console) override {
    const OutputFormat format = format_.format(console);
    const KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    write_list(List(kb), format, console);
    return ExitStatus::done;
  }

 private:
  std::string path_;
  ListFormat format_;
  bool read_only_ = false;
};

class StatsCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.flag("--storage", storage_, "also how it is stored: quads, terms, blocks, bytes");
    format_.declare(arguments);
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
  }

  ExitStatus run(Console& console) override {
    const OutputFormat format = format_.format(console);
    const KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    write_list(figure_list(kb, storage_), format, console);
    return ExitStatus::done;
  }

 private:
  std::string path_;
  bool storage_ = false;
  ListFormat format_;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_docs_command() {
  return std::make_unique<ListCommand<document_list>>();
}

std::unique_ptr<Command> make_saved_command() {
  return std::make_unique<ListCommand<saved_query_list>>();
}

std::unique_ptr<Command> make_stats_command() { return std::make_unique<StatsCommand>(); }

}  // namespace dossier::repl
