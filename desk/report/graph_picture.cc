// SPDX-License-Identifier: Apache-2.0
// A thing in the middle and its neighbours on rings around it. Nothing is measured or random, so
// that the same graph gives the same bytes on every machine.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "desk/report/sections.h"
#include "desk/write/escape.h"
#include "model/utf8.h"

namespace dossier::reporting {
namespace {

using writing::xml_text;

constexpr double kWidth = 880, kHeight = 600;
constexpr std::size_t kOnRing = 14;
constexpr std::size_t kLongestLabel = 24;

struct Place {
  double x = 0, y = 0;
};

/// The first node in the middle, the others on rings, the nearest first.
std::vector<Place> places_of(const Graph& graph) {
  std::vector<Place> out{{kWidth / 2, kHeight / 2}};
  const std::size_t others = graph.nodes.size() - 1;
  const std::size_t rings = (others + kOnRing - 1) / kOnRing;
  for (std::size_t i = 0; i < others; ++i) {
    const std::size_t ring = i / kOnRing;
    const std::size_t on_it = std::min(kOnRing, others - ring * kOnRing);
    const double share = static_cast<double>(ring + 1) / static_cast<double>(rings);
    const double turn = (static_cast<double>(i % kOnRing) + 0.5 * static_cast<double>(ring % 2)) /
                        static_cast<double>(on_it);
    const double angle = 2 * std::numbers::pi * turn - std::numbers::pi / 2;
    out.push_back({kWidth / 2 + (kWidth / 2 - 90) * share * std::cos(angle),
                   kHeight / 2 + (kHeight / 2 - 40) * share * std::sin(angle)});
  }
  return out;
}

/// Colours that can be told apart by those who see few, on light and on dark paper.
std::string_view colour_of(const Term& entity_class) {
  static const std::map<std::string_view, std::string_view> kColours{
      {"Person", "#3b82c4"},  {"Organization", "#d9822b"}, {"Place", "#2e9d78"},
      {"Country", "#2e9d78"}, {"City", "#2e9d78"},         {"Event", "#b65fb5"}};
  const auto colour = kColours.find(writing::last_part(entity_class.value()));
  return colour == kColours.end() ? "#8a8f98" : colour->second;
}

std::string cut(const std::string& name) {
  if (utf8::length(name) <= kLongestLabel) return name;
  return name.substr(0, utf8::byte_offset(name, kLongestLabel - 1)) + "…";
}

std::string relations_of(const GraphEdge& edge) {
  std::string out;
  for (const std::string& one : edge.relations) out += (out.empty() ? "" : ", ") + one;
  return out;
}

class Drawing {
 public:
  explicit Drawing(const Graph& graph) : graph_(graph), places_(places_of(graph)) {
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) numbers_.emplace(graph.nodes[i].term, i);
  }

  std::string svg() const {
    std::string out = fmt::format(
        "<svg viewBox=\"0 0 {:.0f} {:.0f}\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
        "aria-label=\"Graph around {}\" font-family=\"sans-serif\" font-size=\"13\">\n",
        kWidth, kHeight, xml_text(graph_.nodes.front().name));
    for (const GraphEdge& edge : graph_.edges) out += line(edge);
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) out += node(i);
    return out + "</svg>\n";
  }

  Grid table() const {
    Grid out{{"From", "Relations", "To", "Documents"}, {}};
    for (const GraphEdge& edge : graph_.edges)
      out.rows.push_back({{{name(edge.source)}},
                          {{relations_of(edge) + (edge.asserted ? "" : " (not asserted)")}},
                          {{name(edge.target)}},
                          {{std::to_string(edge.documents)}}});
    return out;
  }

 private:
  std::string name(const Term& term) const { return graph_.nodes[numbers_.at(term)].name; }

  std::string line(const GraphEdge& edge) const {
    const Place& from = places_[numbers_.at(edge.source)];
    const Place& to = places_[numbers_.at(edge.target)];
    const double width = 1 + std::min(4.0, std::log2(static_cast<double>(edge.documents) + 1));
    return fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"#8a8f98\" "
        "stroke-width=\"{:.1f}\"{}><title>{} {} {}</title></line>\n",
        from.x, from.y, to.x, to.y, width, edge.asserted ? "" : " stroke-dasharray=\"5 4\"",
        xml_text(name(edge.source)), xml_text(relations_of(edge)), xml_text(name(edge.target)));
  }

  std::string node(std::size_t number) const {
    const GraphNode& node = graph_.nodes[number];
    const Place& at = places_[number];
    std::string title = node.name;
    for (const std::string& member : node.members) title += "\n" + member;
    return fmt::format(
        "<g><title>{}</title><circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\"/>"
        "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\"{}>{}</text></g>\n",
        xml_text(title), at.x, at.y, number == 0 ? 9 : 6, colour_of(node.entity_class), at.x,
        at.y + 22, number == 0 ? " font-weight=\"bold\"" : "", xml_text(cut(node.name)));
  }

  const Graph& graph_;
  std::vector<Place> places_;
  std::map<Term, std::size_t> numbers_;
};

}  // namespace

Picture graph_picture(const Graph& graph) {
  const Drawing drawing(graph);
  std::string legend =
      "Blue: persons; orange: organisations; green: places; purple: events. A wide line: many "
      "documents; a dashed one: not asserted.";
  return {drawing.svg(), std::move(legend), graph.complete ? "" : "Only the nearest are shown.",
          drawing.table()};
}

}  // namespace dossier::reporting
