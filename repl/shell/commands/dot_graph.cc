// SPDX-License-Identifier: Apache-2.0
// .graph: a picture of an entity's neighbourhood, drawn by Graphviz.

#include <fmt/format.h>

#include <map>
#include <set>
#include <tuple>

#include "dossier/error.h"
#include "engine/saved/name_resolution.h"
#include "model/vocabulary.h"
#include "repl/input/option_values.h"
#include "repl/process/counting.h"
#include "repl/shell/child_process.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/fact_text.h"
#include "repl/tasks/full_names.h"

namespace dossier::repl {
namespace {

constexpr std::uint64_t kDeepest = 4;
/// More would be unreadable.
constexpr std::size_t kMostFacts = 150;

struct GraphRequest {
  std::string entity;
  std::uint64_t depth = 1;
  std::string file;
};

GraphRequest parse_request(std::vector<std::string> words) {
  GraphRequest request;
  if (!words.empty() && words.back().ends_with(".svg")) {
    request.file = words.back();
    words.pop_back();
  }
  if (words.size() > 1 && words.back().find_first_not_of("0123456789") == std::string::npos) {
    request.depth = parse_count("the depth", words.back());
    words.pop_back();
  }
  for (const std::string& word : words) {
    request.entity += (request.entity.empty() ? "" : " ") + word;
  }
  return request;
}

/// The open relations around `start`, nearest first.
class Neighbourhood {
 public:
  Neighbourhood(Session& session, const Term& start, std::uint64_t depth) : session_(session) {
    std::set<Term> seen{start};
    std::set<Term> frontier{start};
    for (std::uint64_t step = 0; step < depth; ++step) {
      std::set<Term> next;
      for (const Term& thing : frontier) {
        for (const Term& other : add_facts(thing)) {
          if (seen.insert(other).second) next.insert(other);
        }
      }
      frontier = std::move(next);
    }
  }

  const std::set<Triple>& facts() const { return facts_; }
  bool complete() const { return complete_; }

 private:
  std::set<Term> add_facts(const Term& thing) {
    std::set<Term> others;
    for (const bool outgoing : {true, false}) {
      QueryOptions options = session_.options("");
      options.parameters = {{"thing", thing}};
      QueryResult result = session_.kb().query(
          outgoing ? "SELECT DISTINCT ?p ?x WHERE { ?thing ?p ?x FILTER(isIRI(?x)) }"
                   : "SELECT DISTINCT ?p ?x WHERE { ?x ?p ?thing FILTER(isIRI(?x)) }",
          options);
      for (Row row; result.next(row);) {
        if (!row[0] || !row[1] || !row[0]->value().starts_with(vocabulary::kRelation)) continue;
        if (facts_.size() == kMostFacts) {
          complete_ = false;
          return others;
        }
        facts_.insert(outgoing ? Triple{thing, *row[0], *row[1]} : Triple{*row[1], *row[0], thing});
        others.insert(*row[1]);
      }
    }
    return others;
  }

  Session& session_;
  std::set<Triple> facts_;
  bool complete_ = true;
};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

void write_dot(std::ostream& out, const std::set<Triple>& facts, const Term& start,
               FactText& names) {
  out << "digraph {\n  graph [rankdir=LR]\n  node [shape=box, style=rounded, fontname=Helvetica]\n"
         "  edge [fontname=Helvetica, fontsize=10]\n";
  std::set<Term> things{start};
  for (const Triple& fact : facts) {
    things.insert(fact.subject);
    things.insert(fact.object);
  }
  for (const Term& thing : things) {
    out << "  " << quoted(thing.value()) << " [label=" << quoted(names.thing(thing))
        << (thing == start ? ", penwidth=2" : "") << "]\n";
  }
  for (const Triple& fact : facts) {
    out << "  " << quoted(fact.subject.value()) << " -> " << quoted(fact.object.value())
        << " [label=" << quoted(names.predicate(fact.predicate)) << "]\n";
  }
  out << "}\n";
}

/// For the system's shell.
std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + '\'';
}

}  // namespace

void shell_graph(Session& session, const ShellArguments& arguments) {
  GraphRequest request = parse_request(arguments.words);
  arguments.require(!request.entity.empty() && request.depth >= 1 && request.depth <= kDeepest,
                    ".graph ENTITY [DEPTH from 1 to 4] [FILE.svg]");
  const Term start =
      named_entity(session.kb(), request.entity, session.prefixes(), session.console().err);
  const Neighbourhood neighbourhood(session, start, request.depth);
  FactText names(session.kb(), session.prefixes());
  if (request.file.empty()) {
    request.file = names.thing(start) + ".svg";
    for (char& c : request.file) {
      if (c == '/' || c == ' ') c = '_';
    }
  }
  int status = -1;
  try {
    ChildProcess dot("dot -Tsvg -o " + shell_quoted(request.file));
    write_dot(dot.input(), neighbourhood.facts(), start, names);
    status = dot.wait();
  } catch (const BrokenPipe&) {
    // The messages of dot are on the error stream already.
  }
  if (status != 0) {
    throw Error(ErrorCode::input,
                "the program dot could not draw it; it is in the package graphviz");
  }
  session.out() << fmt::format("{} with {}{}\n", request.file,
                               counted(neighbourhood.facts().size(), "fact"),
                               neighbourhood.complete() ? "" : ", the nearest ones");
}

}  // namespace dossier::repl
