// SPDX-License-Identifier: Apache-2.0
// Grammar: update requests (SPARQL 1.1 [29]-[51]).
#pragma once

#include "parser/sparql/grammar_query.h"

namespace dossier::sparql {

/// [46] GraphRef
struct GraphRef : peg::seq<keyword<"GRAPH">, iri> {};
struct DefaultGraph : keyword<"DEFAULT"> {};
struct NamedGraphs : keyword<"NAMED"> {};
struct AllGraphs : keyword<"ALL"> {};
/// [45] GraphOrDefault
struct GraphOrDefault : peg::sor<DefaultGraph, peg::seq<peg::opt<keyword<"GRAPH">>, iri>> {};
/// [47] GraphRefAll
struct GraphRefAll : peg::sor<GraphRef, DefaultGraph, NamedGraphs, AllGraphs> {};

/// [31] Load
struct Load
    : peg::seq<keyword<"LOAD">, peg::opt<Silent>, iri, peg::opt<keyword<"INTO">, GraphRef>> {};
/// [32] Clear
struct Clear : peg::seq<keyword<"CLEAR">, peg::opt<Silent>, GraphRefAll> {};
/// [33] Drop
struct Drop : peg::seq<keyword<"DROP">, peg::opt<Silent>, GraphRefAll> {};
/// [34] Create
struct Create : peg::seq<keyword<"CREATE">, peg::opt<Silent>, GraphRef> {};
struct FromTo : peg::seq<peg::opt<Silent>, GraphOrDefault, keyword<"TO">, GraphOrDefault> {};
/// [35] Add
struct Add : peg::seq<keyword<"ADD">, FromTo> {};
/// [36] Move
struct Move : peg::seq<keyword<"MOVE">, FromTo> {};
/// [37] Copy
struct Copy : peg::seq<keyword<"COPY">, FromTo> {};

/// [51] QuadsNotTriples
struct QuadsNotTriples
    : peg::seq<keyword<"GRAPH">, VarOrIri, symbol<"{">, peg::opt<TriplesTemplate>, symbol<"}">> {};
/// [50] Quads
struct Quads
    : peg::seq<peg::opt<TriplesTemplate>,
               peg::star<QuadsNotTriples, peg::opt<symbol<".">>, peg::opt<TriplesTemplate>>> {};
/// [48] QuadPattern and [49] QuadData
struct QuadPattern : peg::seq<symbol<"{">, Quads, symbol<"}">> {};
/// [38] InsertData
struct InsertData : peg::seq<keyword<"INSERT">, keyword<"DATA">, QuadPattern> {};
/// [39] DeleteData
struct DeleteData : peg::seq<keyword<"DELETE">, keyword<"DATA">, QuadPattern> {};
/// [40] DeleteWhere
struct DeleteWhere : peg::seq<keyword<"DELETE">, keyword<"WHERE">, QuadPattern> {};
/// [42] DeleteClause
struct DeleteClause : peg::seq<keyword<"DELETE">, QuadPattern> {};
/// [43] InsertClause
struct InsertClause : peg::seq<keyword<"INSERT">, QuadPattern> {};
/// [44] UsingClause
struct UsingClause : peg::seq<keyword<"USING">, peg::sor<NamedGraphClause, DefaultGraphClause>> {};
struct WithClause : peg::seq<keyword<"WITH">, iri> {};
/// [41] Modify
struct Modify : peg::seq<peg::opt<WithClause>,
                         peg::sor<peg::seq<DeleteClause, peg::opt<InsertClause>>, InsertClause>,
                         peg::star<UsingClause>, keyword<"WHERE">, GroupGraphPattern> {};
/// [30] Update1: the forms that begin with two keywords before Modify.
struct Update1 : peg::sor<Load, Clear, Drop, Add, Move, Copy, Create, InsertData, DeleteData,
                          DeleteWhere, Modify> {};
/// One more operation after ";".
struct NextUpdate : peg::seq<symbol<";">, Prologue, Update1> {};
/// [29] Update: its right recursion is a loop here.
struct Update
    : peg::seq<Prologue,
               peg::opt<Update1, peg::star<NextUpdate>, peg::opt<symbol<";">, Prologue>>> {};
/// [3] UpdateUnit
struct UpdateUnit : peg::seq<peg::opt<peg::utf8::bom>, ignored, Update, EndOfText> {};

}  // namespace dossier::sparql
