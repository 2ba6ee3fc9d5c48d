// SPDX-License-Identifier: Apache-2.0
// Functions on triple terms (SPARQL 1.2, section 17.4.6).
#include <fmt/format.h>

#include <array>

#include "dossier/error.h"
#include "engine/functions/function.h"
#include "model/well_formed.h"

namespace dossier::functions {
namespace {

using ast::Builtin;

/// A term around this one would nest deeper than any text or store may have it.
bool is_deepest(const TermTable& terms, TermId object) {
  std::size_t depth = 0;
  for (; object.is_triple(); object = terms.triple(object)[2]) ++depth;
  return depth >= kDeepestTriple;
}

TermId make_triple(Evaluation& evaluation, std::span<const Operand> args) {
  if (args[0].missing() || args[1].missing() || args[2].missing()) return {};
  const Term& subject = args[0].term();
  if (!subject.is_iri() && !subject.is_blank_node()) return {};
  if (!args[1].term().is_iri()) return {};
  // Triple terms are never pending.
  if (args[2].id().is_triple() && is_deepest(evaluation.terms(), args[2].id()))
    throw Error(ErrorCode::limit,
                fmt::format("TRIPLE would nest triple terms more than {} deep", kDeepestTriple));
  return evaluation.terms().intern_triple({evaluation.intern(args[0].id()),
                                           evaluation.intern(args[1].id()),
                                           evaluation.intern(args[2].id())});
}

template <std::size_t Part>
TermId part_of(Evaluation& evaluation, std::span<const Operand> args) {
  // Triple terms are never pending: make_triple() interns.
  if (args[0].missing() || !args[0].id().is_triple()) return {};
  return evaluation.terms().triple(args[0].id())[Part];
}

/// Without looking up the whole term.
bool quick_missing(std::span<const TermId> ids, TermId& result) {
  result = {};
  return !ids[0].is_triple();
}

}  // namespace

std::span<const BuiltinFunction> triple_functions() {
  static constexpr std::array<BuiltinFunction, 4> kFunctions{{
      {Builtin::triple, {"TRIPLE", make_triple}},
      {Builtin::subject, {"SUBJECT", part_of<0>, quick_missing}},
      {Builtin::predicate, {"PREDICATE", part_of<1>, quick_missing}},
      {Builtin::object, {"OBJECT", part_of<2>, quick_missing}},
  }};
  return kFunctions;
}

}  // namespace dossier::functions
