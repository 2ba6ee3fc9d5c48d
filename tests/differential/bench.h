// SPDX-License-Identifier: Apache-2.0
// The engine's side of the comparison: a knowledge base on disk, emptied and filled for each case,
// and what it answers under each way of planning.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/quad.h"
#include "engine/plan/options.h"
#include "tests/differential/endpoint.h"
#include "tests/differential/naive_algebra.h"

namespace dossier::naive {

/// One way to ask: what the default graph is, which passes are off, and how many threads work.
struct Way {
  DefaultGraph mode = DefaultGraph::union_of_all;
  plan::PassSwitches passes;
  std::size_t threads = 1;
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
  /// The rows in their order; blank nodes that are not the data's are all called kRemote. Asks the
  /// endpoint for SERVICE. Gives up after a time no case should need.
  Solutions ask(const std::string& query, const Way& way);
  /// As above, with all passes: prepared, and through the plans that the base keeps.
  PreparedQuery prepare(const std::string& query);
  Solutions run(const PreparedQuery& query, const Parameters& parameters);
  Solutions ask_kept(const std::string& query, const Parameters& parameters);
  /// What the knowledge base holds after the request.
  std::vector<Quad> update(const std::string& request, DefaultGraph mode);

 private:
  std::string with_address(std::string text);
  Solutions rows_of(QueryResult result) const;
  Term known(const Term& term) const;

  std::filesystem::path folder_;
  KnowledgeBase kb_;
  Endpoint endpoint_;
  std::vector<Quad> data_;
  bool endpoint_filled_ = false;
  bool folded_ = false;                        ///< `data_` is in blocks
  std::set<std::string, std::less<>> labels_;  ///< of the data's blank nodes
};

}  // namespace dossier::naive
