// The engine's side of the comparison: a knowledge base on disk, emptied and filled for each case,
// and what it answers under each way of planning.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/dossier.h"
#include "engine/plan/options.h"
#include "model/quad.h"

namespace dossier::naive {

/// A row's bound variables as text.
using TextRow = std::map<std::string, std::string>;
using TextRows = std::vector<TextRow>;

/// Decimals by value: the specification leaves the lexical form of a computed one open.
std::string text_of(const Term& term);

/// One way to ask: what the default graph is, and which passes are off.
struct Way {
  DefaultGraph mode = DefaultGraph::union_of_all;
  plan::PassSwitches passes;
  std::string name() const;
};

class Bench {
 public:
  Bench();
  ~Bench();
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  /// Puts exactly `data` into the knowledge base and returns it as the base names its blank nodes.
  std::vector<Quad> fill(const std::vector<Quad>& data);
  /// The rows sorted. Gives up after a time no case should need.
  TextRows ask(const std::string& query, const Way& way);

 private:
  std::vector<Quad> stored() const;

  std::filesystem::path folder_;
  KnowledgeBase kb_;
};

}  // namespace dossier::naive
