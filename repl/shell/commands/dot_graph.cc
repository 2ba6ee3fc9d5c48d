// SPDX-License-Identifier: Apache-2.0
// .graph: a picture of an entity's neighbourhood, drawn by Graphviz.

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "dossier/error.h"
#include "dossier/views.h"
#include "repl/input/option_values.h"
#include "repl/process/counting.h"
#include "repl/shell/child_process.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/tasks/full_names.h"
#include "repl/tasks/graph_dot.h"

namespace dossier::repl {
namespace {

constexpr std::uint64_t kDeepest = 4;
/// More would be unreadable.
constexpr std::size_t kMostNodes = 150;

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

/// Writes the picture with the program dot.
void draw(const Graph& graph, const std::string& file, const Prefixes& prefixes) {
  const bool existed = std::filesystem::exists(file);
  {
    const std::ofstream probe(file, std::ios::app);
    if (!probe)
      throw Error(ErrorCode::input, fmt::format("cannot write {}: {}", file, strerror(errno)));
  }
  int status = -1;
  try {
    ChildProcess dot("dot -Tsvg -o " + shell_quoted(file));
    write_dot(dot.input(), graph, prefixes);
    status = dot.wait();
  } catch (const BrokenPipe&) {
    // The messages of dot are on the error stream already.
  }
  if (status != 0) {
    // The probe made an empty one.
    std::error_code ignored;
    if (!existed) std::filesystem::remove(file, ignored);
    throw Error(ErrorCode::input,
                "the program dot could not draw it; it is in the package graphviz");
  }
}

}  // namespace

void shell_graph(Session& session, const ShellArguments& arguments) {
  GraphRequest request = parse_request(arguments.words);
  arguments.require(!request.entity.empty() && request.depth >= 1 && request.depth <= kDeepest,
                    ".graph ENTITY [DEPTH from 1 to 4] [FILE.svg]");
  const Term start =
      named_entity(session.kb(), request.entity, session.prefixes(), session.console().err);
  const Graph graph =
      graph_around(session.kb(), {.start = start, .depth = request.depth, .most_nodes = kMostNodes},
                   session.options(""));
  if (request.file.empty()) {
    request.file = graph.nodes.front().name + ".svg";
    for (char& c : request.file) {
      if (c == '/' || c == ' ') c = '_';
    }
  }
  draw(graph, request.file, session.prefixes());
  session.out() << fmt::format(
      "{}: {} and {}{}\n", request.file, counted(graph.nodes.size(), "thing"),
      counted(graph.edges.size(), "connection"), graph.complete ? "" : ", the nearest ones");
}

}  // namespace dossier::repl
