#include "engine/update/load.h"

#include <fmt/format.h>

#include <fstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/error.h"
#include "parser/rdf/parse.h"

namespace dossier::update {

namespace {

std::string path_of(std::string_view iri) {
  constexpr std::string_view kScheme = "file:";
  if (!iri.starts_with(kScheme)) {
    if (iri.find("://") == std::string_view::npos) return std::string(iri);
    throw Error(ErrorCode::unsupported,
                fmt::format("LOAD <{}>: only files can be loaded by this version", iri));
  }
  iri.remove_prefix(kScheme.size());
  if (iri.starts_with("//")) iri.remove_prefix(2);
  return std::string(iri);
}

/// The whole file first: a fault at its end must leave nothing.
std::vector<Quad> read(const std::string& path, const std::string& base) {
  const std::optional<RdfFormat> format = rdf_format_of(path);
  if (!format)
    throw Error(ErrorCode::input, fmt::format("LOAD: the ending of '{}' names no RDF format "
                                              "(.nt .nq .ttl .trig)",
                                              path));
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(ErrorCode::input, fmt::format("LOAD: cannot open '{}'", path));
  std::vector<Quad> quads;
  try {
    parse_rdf(file, {*format, base}, [&quads](Quad&& quad) { quads.push_back(std::move(quad)); });
  } catch (Error& error) {
    error.set_file(path);
    throw;
  }
  return quads;
}

/// Blank nodes of a file are nodes of their own, whatever their labels.
class FreshNodes {
 public:
  explicit FreshNodes(storage::WriteTransaction& writes) : writes_(writes) {}

  void rename(Term& term) {
    if (term.is_triple()) {
      Triple parts = term.as_triple();
      rename(parts.subject);
      rename(parts.predicate);
      rename(parts.object);
      term = Term::triple(std::move(parts));
    } else if (term.is_blank_node()) {
      auto [it, inserted] = nodes_.try_emplace(term.value());
      if (inserted) it->second = writes_.term(writes_.new_blank_node());
      term = it->second;
    }
  }

 private:
  storage::WriteTransaction& writes_;
  std::unordered_map<std::string, Term> nodes_;
};

}  // namespace

void load(storage::WriteTransaction& writes, const ast::Load& operation) {
  const std::string& source = operation.source.value();
  std::vector<Quad> quads;
  try {
    quads = read(path_of(source), source);
  } catch (const Error&) {
    const bool is_web = source.starts_with("http:") || source.starts_with("https:");
    if (!operation.silent || is_web) throw;
    return;
  }
  FreshNodes nodes(writes);
  for (Quad& quad : quads) {
    nodes.rename(quad.subject);
    nodes.rename(quad.predicate);
    nodes.rename(quad.object);
    if (operation.into) quad.graph = operation.into;
    if (quad.graph) nodes.rename(*quad.graph);
    writes.insert(quad);
  }
}

}  // namespace dossier::update
