// SPDX-License-Identifier: Apache-2.0
// Grammar: graph patterns (SPARQL 1.1 [53]-[68]).
#pragma once

#include "parser/sparql/grammar_expressions.h"
#include "parser/sparql/grammar_triples.h"

namespace dossier::sparql {

struct SubSelect;

/// [57] OptionalGraphPattern
struct OptionalGraphPattern : peg::seq<keyword<"OPTIONAL">, GroupGraphPattern> {};
/// [58] GraphGraphPattern
struct GraphGraphPattern : peg::seq<keyword<"GRAPH">, VarOrIri, GroupGraphPattern> {};
/// SILENT where it is a flag of its parent.
struct Silent : keyword<"SILENT"> {};
/// [59] ServiceGraphPattern
struct ServiceGraphPattern
    : peg::seq<keyword<"SERVICE">, peg::opt<Silent>, VarOrIri, GroupGraphPattern> {};
/// [60] Bind
struct Bind : peg::seq<keyword<"BIND">, symbol<"(">, Expression, keyword<"AS">, Var, symbol<")">> {
};
/// UNDEF if it is used as a value.
struct Undef : keyword<"UNDEF"> {};
/// [65] DataBlockValue
struct DataBlockValue
    : peg::sor<iri, RDFLiteral, NumericLiteral, BooleanLiteral, Undef, TripleTermData> {};
/// [63] InlineDataOneVar
struct InlineDataOneVar : peg::seq<Var, symbol<"{">, peg::star<DataBlockValue>, symbol<"}">> {};
/// A row of [64]; its NIL is an empty row.
struct DataBlockRow : peg::seq<symbol<"(">, peg::star<DataBlockValue>, symbol<")">> {};
/// The variables of [64]; its NIL is an empty list.
struct DataBlockVariables : peg::seq<symbol<"(">, peg::star<Var>, symbol<")">> {};
/// [64] InlineDataFull
struct InlineDataFull
    : peg::seq<DataBlockVariables, symbol<"{">, peg::star<DataBlockRow>, symbol<"}">> {};
/// [62] DataBlock
struct DataBlock : peg::sor<InlineDataOneVar, InlineDataFull> {};
/// [61] InlineData
struct InlineData : peg::seq<keyword<"VALUES">, DataBlock> {};
/// [66] MinusGraphPattern
struct MinusGraphPattern : peg::seq<keyword<"MINUS">, GroupGraphPattern> {};
/// [67] GroupOrUnionGraphPattern
struct GroupOrUnionGraphPattern : peg::list<GroupGraphPattern, keyword<"UNION">> {};
/// [68] Filter
struct Filter : peg::seq<keyword<"FILTER">, Constraint> {};
/// [56] GraphPatternNotTriples
struct GraphPatternNotTriples
    : peg::sor<GroupOrUnionGraphPattern, OptionalGraphPattern, MinusGraphPattern, GraphGraphPattern,
               ServiceGraphPattern, Filter, Bind, InlineData> {};
/// [54] GroupGraphPatternSub
struct GroupGraphPatternSub
    : peg::seq<peg::opt<TriplesBlock>,
               peg::star<GraphPatternNotTriples, peg::opt<symbol<".">>, peg::opt<TriplesBlock>>> {};
/// [53] GroupGraphPattern
struct GroupGraphPattern
    : peg::seq<symbol<"{">, peg::sor<SubSelect, GroupGraphPatternSub>, symbol<"}">> {};

}  // namespace dossier::sparql
