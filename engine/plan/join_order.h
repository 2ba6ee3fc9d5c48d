// SPDX-License-Identifier: Apache-2.0
// The order of a join group by cost: dynamic programming over sets of members (Selinger et al.,
// 1979, with two composite sides as in Moerkotte and Neumann, 2006) for few, greedy for many.
#pragma once

#include <boost/container/flat_map.hpp>
#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/plan/join_group.h"
#include "engine/runtime/limits.h"

namespace dossier::plan {

struct JoinOrderOptions {
  bool exhaustive = true;
  bool bushy = true;
  /// Nobody asks for more rows.
  double wanted = std::numeric_limits<double>::infinity();
};

/// How many triple terms a search by their subject gives; none when that is no constant.
std::optional<double> terms_found(const Unnest& unnest, const storage::QuadSource& source);

/// The variable of a pattern whose texts conditions on it alone read, and how many different texts
/// it takes that are not within their ids.
std::optional<std::pair<Slot, double>> texts_read(const Leaf& leaf,
                                                  const std::vector<Condition>& conditions);

class JoinOrder {
 public:
  /// All must outlive the object. Stops at the limits. The tree depends on the order of the leaves
  /// only, where costs are equal, and on the names of the variables.
  JoinOrder(const Leaves& leaves, const std::vector<Condition>& conditions,
            const VariableTable& variables, JoinOrderOptions options, Limits& limits);
  JoinTreePtr choose();

 private:
  /// What a set of joined leaves gives, in whatever order they were joined.
  struct Joined {
    std::vector<bool> used;
    algebra::Binds binds;
    boost::container::flat_map<Slot, double> distinct;
    std::vector<bool> applied;  ///< conditions
    double rows = 1;
    double condition_cost = 0;  ///< of the conditions the last leaf settled
  };
  /// One way to add a leaf, and what it costs without conditions.
  struct Way {
    Step step;
    double cost = 0;
    std::optional<Slot> order;
    double blocking = 0;  ///< of the cost: before there is a row
  };
  using Ways = boost::container::small_vector<Way, 4>;
  /// Leaves as bits, and the variable the rows ascend by: its place among the names.
  using Key = std::pair<std::uint32_t, std::optional<std::uint32_t>>;
  struct Entry {
    Step step;
    Key left{0, std::nullopt};
    Key right{0, std::nullopt};  ///< no leaves: the step adds one
  };
  using Level = std::map<Key, Entry>;
  /// The state of one exhaustive search.
  struct Search {
    std::vector<Level> levels;  ///< by number of leaves
    std::unordered_map<std::uint32_t, Joined> sets;
    double bound = 0;  ///< what is dearer can't be best
  };

  class Frontier;

  JoinTreePtr greedy() const;
  JoinTreePtr greedy_long() const;
  /// The cheapest way to add one of `leaves`; none when none can be added yet.
  std::optional<Way> cheapest(const Joined& before, std::optional<Slot> order,
                              const std::vector<std::size_t>& leaves, bool first) const;
  JoinTreePtr exhaustive(double bound) const;
  JoinTreePtr added(JoinTreePtr tree, const Way& way, const Joined& joined) const;
  /// The way as a step behind `before`, which gives `joined`.
  Step step_of(const Way& way, const Step& before, const Joined& joined) const;
  void extend(Search& search, const Key& key, const Entry& entry) const;
  void join_sets(Search& search, std::size_t size) const;
  void join_parts(Search& search, std::uint32_t set) const;
  void offer(Search& search, const Key& key, const Entry& entry) const;
  static JoinTreePtr tree_of(const Search& search, const Key& key);
  Key key_of(std::uint32_t set, std::optional<Slot> order) const;
  std::optional<Slot> order_of(const Key& key) const;

  Joined start() const;
  Joined with(const Joined& before, std::size_t leaf) const;
  /// Joins one leaf more, without conditions.
  void take(Joined& joined, std::size_t leaf, bool first) const;
  static void bound_distinct(Joined& joined);
  Ways ways(const Joined& before, std::optional<Slot> order, std::size_t leaf, bool first) const;
  void first_ways(std::size_t leaf, Ways& ways) const;
  void triple_ways(const Joined& before, std::optional<Slot> order, std::size_t leaf,
                   Ways& ways) const;
  void other_ways(const Joined& before, std::size_t leaf, Ways& ways) const;
  /// To find so many triple terms by their subject.
  static Way search_way(double terms);
  /// As joined_rows(), of a triple term.
  static double term_rows(const Joined& before, const Leaf& leaf, bool first);
  /// Rows of the join before conditions.
  double joined_rows(const Joined& before, std::size_t leaf, bool first) const;
  void apply_conditions(Joined& joined) const;
  void apply(Joined& joined, std::size_t condition) const;
  bool connected(const Joined& before, const Leaf& leaf) const;
  bool any_connected(const Joined& before) const;
  /// What the step's conditions cost more where texts are not read in their order.
  double unsorted_cost(const Joined& before, std::size_t leaf, const Way& way, bool first) const;

  const Leaves& leaves_;
  const std::vector<Condition>& conditions_;
  JoinOrderOptions options_;
  Limits& limits_;
  double part_ = 1;                                ///< of the rows, that is asked for
  std::vector<Slot> by_name_;                      ///< the leaves' variables
  std::unordered_map<Slot, std::uint32_t> place_;  ///< in by_name_
  std::vector<std::vector<Slot>> slots_;           ///< by leaf: what it may bind, by place or name
  /// By leaf: the variable whose texts conditions read, and how many of them there are.
  std::vector<std::optional<std::pair<Slot, double>>> texts_;
};

}  // namespace dossier::plan
