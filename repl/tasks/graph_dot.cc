// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/graph_dot.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/results/one_line.h"
#include "engine/results/short_names.h"

namespace dossier::repl {
namespace {

constexpr double kWidest = 6;
/// With more relations an edge is labelled by these only; the tooltip has all.
constexpr std::size_t kLabelled = 3;

struct ClassColor {
  std::string_view ending;
  std::string_view color;
};
/// Light enough for dark text; told apart by people who see red and green alike.
constexpr std::array kColors{
    ClassColor{":Person", "#cfe3f7"},       ClassColor{"/Person", "#cfe3f7"},
    ClassColor{"/Organization", "#fbe0b5"}, ClassColor{"/Place", "#d4ecd0"},
    ClassColor{"/City", "#d4ecd0"},         ClassColor{"/Country", "#b9dfc0"},
    ClassColor{"/Event", "#f4cfd8"},        ClassColor{"/CreativeWork", "#e4d7f0"},
    ClassColor{"/Product", "#eadfd0"}};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : one_line(std::string(text))) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string_view color_of(const GraphNode& node) {
  const std::string iri = node.entity_class.is_iri() ? node.entity_class.value() : std::string();
  const auto found = std::find_if(kColors.begin(), kColors.end(),
                                  [&](const ClassColor& one) { return iri.ends_with(one.ending); });
  return found == kColors.end() ? "#eeeeee" : found->color;
}

std::string joined(const std::vector<std::string>& parts, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < std::min(parts.size(), most); ++i)
    out += (i > 0 ? ", " : "") + parts[i];
  return parts.size() > most ? out + ", …" : out;
}

std::string id_of(const Term& term) { return quoted(term.to_string()); }

void write_node(std::ostream& out, const GraphNode& node, const Prefixes& prefixes) {
  const bool one = node.members.empty();
  const std::string tip =
      !one ? joined(node.members, node.members.size())
           : (node.entity_class.is_iri() ? short_text(node.entity_class, prefixes) : "");
  out << fmt::format("  {} [label={}, fillcolor={}, tooltip={}", id_of(node.term),
                     quoted(node.name), quoted(color_of(node)),
                     quoted(tip.empty() ? node.name : tip));
  if (one && node.term.is_iri()) out << ", URL=" << quoted(node.term.value());
  if (node.distance == 0) out << ", penwidth=3";
  if (!one) out << ", style=\"rounded,filled,dashed\"";
  out << "]\n";
}

void write_edge(std::ostream& out, const GraphEdge& edge) {
  const std::string tip = fmt::format(
      "{} ({} document{}{})", joined(edge.relations, edge.relations.size()), edge.documents,
      edge.documents == 1 ? "" : "s", edge.asserted ? "" : ", not asserted");
  const double width = std::min(kWidest, 0.6 + 0.7 * static_cast<double>(edge.documents));
  out << fmt::format("  {} -> {} [label={}, penwidth={:.1f}, tooltip={}, labeltooltip={}{}]\n",
                     id_of(edge.source), id_of(edge.target),
                     quoted(joined(edge.relations, kLabelled)), width, quoted(tip), quoted(tip),
                     edge.asserted ? "" : ", style=dashed");
}

}  // namespace

void write_dot(std::ostream& out, const Graph& graph, const Prefixes& prefixes) {
  out << "digraph {\n"
         "  graph [rankdir=LR, overlap=false, tooltip=\" \"]\n"
         "  node [shape=box, style=\"rounded,filled\", fontname=Helvetica, color=\"#555555\"]\n"
         "  edge [fontname=Helvetica, fontsize=10, color=\"#555555\"]\n";
  for (const GraphNode& node : graph.nodes) write_node(out, node, prefixes);
  for (const GraphEdge& edge : graph.edges) write_edge(out, edge);
  out << "}\n";
}

}  // namespace dossier::repl
