// SPDX-License-Identifier: Apache-2.0
// What can be asked of algebra trees and expressions: which variables they bind or read.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "engine/algebra/algebra.h"
#include "engine/algebra/slot_sets.h"

namespace dossier::algebra {

/// Called with units of work done, of some nanoseconds each; what it throws ends the work.
using Work = std::function<void(std::size_t units)>;
/// In units of Work: what a node takes to look at.
inline constexpr std::size_t kNodeWork = 64;

/// The variables of a node's solutions.
struct Binds {
  SlotSet certain;   ///< bound in every solution
  SlotSet possible;  ///< bound in some; holds `certain`
};
Binds binds(const Node& node, const Work& work = {});
/// Whether binds(node).certain has the variable, without the sets.
bool binds_certainly(const Node& node, Slot slot, const Work& work = {});

/// The in-scope variables without hidden ones, in the order the query first names them.
std::vector<Slot> visible_variables(const Node& node, const VariableTable& variables,
                                    const Work& work = {});

/// The variables an expression reads.
SlotSet reads(const ast::Expression& expression, const VariableTable& variables);
/// All variables a tree reads or binds anywhere, in nested patterns and hidden ones too.
SlotSet mentions(const Node& node, const VariableTable& variables, const Work& work = {});

/// Calls `visit` for the expression and every expression inside it; not inside EXISTS.
void each_expression(const ast::Expression& expression,
                     const std::function<void(const ast::Expression&)>& visit);
/// Calls `visit` for the direct parts of an expression.
void each_part(ast::Expression& expression, const std::function<void(ast::Expression&)>& visit);
bool contains_aggregate(const ast::Expression& expression);
/// What an expression takes, roughly.
std::size_t bytes(const ast::Expression& expression);
/// What a tree takes with the blocks of memory it lies in.
std::size_t bytes(const Node& node);

/// The child whose solutions a node's own are made of: the left one of two. Null for leaves and
/// unions.
const Node* base_of(const Node& node);

/// Puts `replacement` where the chain of first children of `node` ends in Unit.
void replace_unit(Node& node, Node replacement);

/// Calls `visit` for each direct child, patterns of EXISTS included.
void each_child(Node& node, const std::function<void(Node&)>& visit);
void each_child(const Node& node, const std::function<void(const Node&)>& visit);
/// Calls `visit` for each expression a node itself holds.
void each_own_expression(Node& node, const std::function<void(ast::Expression&)>& visit);

}  // namespace dossier::algebra
