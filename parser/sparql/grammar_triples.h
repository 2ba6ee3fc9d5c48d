// SPDX-License-Identifier: Apache-2.0
// Grammar: triples, collections, annotations, property paths (SPARQL 1.1 [52], [75]-[105]).
//
// The W3C grammar has each rule twice, once with property paths and once without. Here, too,
// because templates and data take no paths and a message should say so at the right place.
#pragma once

#include "parser/sparql/grammar_terms.h"

namespace dossier::sparql {

// ---- Without paths: templates and data ----

struct TriplesNode;
struct PropertyListNotEmpty;
/// [104] GraphNode
struct GraphNode : peg::sor<VarOrTerm, TriplesNode, ReifiedTriple> {};
/// SPARQL 1.2 [112] AnnotationBlock
struct AnnotationBlock : peg::seq<symbol<"{|">, PropertyListNotEmpty, symbol<"|}">> {};
/// SPARQL 1.2 [111] Annotation
struct Annotation : peg::star<peg::sor<Reifier, AnnotationBlock>> {};
/// [80] Object
struct Object : peg::seq<GraphNode, Annotation> {};
/// [79] ObjectList
struct ObjectList : peg::list<Object, symbol<",">> {};
/// [77] PropertyListNotEmpty
struct PropertyListNotEmpty
    : peg::seq<Verb, ObjectList, peg::star<symbol<";">, peg::opt<attempt<Verb, ObjectList>>>> {};
/// [76] PropertyList
struct PropertyList : peg::opt<PropertyListNotEmpty> {};
/// [102] Collection
struct Collection : peg::seq<symbol<"(">, peg::plus<GraphNode>, symbol<")">> {};
/// [99] BlankNodePropertyList
struct BlankNodePropertyList : peg::seq<symbol<"[">, PropertyListNotEmpty, symbol<"]">> {};
/// [98] TriplesNode
struct TriplesNode : peg::sor<Collection, BlankNodePropertyList> {};
/// [75] TriplesSameSubject: VarOrTerm first, so that "()" and "[]" are taken as terms; SPARQL 1.2
/// [58] ReifiedTripleBlock is the third alternative.
struct TriplesSameSubject
    : peg::sor<attempt<VarOrTerm, PropertyListNotEmpty>, peg::seq<TriplesNode, PropertyList>,
               peg::seq<ReifiedTriple, PropertyList>> {};
/// [52] TriplesTemplate and [74] ConstructTriples; their right recursion is a loop here.
struct TriplesTemplate : peg::seq<TriplesSameSubject, peg::star<symbol<".">, TriplesSameSubject>,
                                  peg::opt<symbol<".">>> {};

// ---- Property paths ----

struct Path;
struct PathInversePredicate : peg::seq<symbol<"^">, peg::sor<iri, TypeKeyword>> {};
/// [96] PathOneInPropertySet
struct PathOneInPropertySet : peg::sor<iri, TypeKeyword, PathInversePredicate> {};
/// [95] PathNegatedPropertySet
struct PathNegatedPropertySet
    : peg::sor<PathOneInPropertySet,
               peg::seq<symbol<"(">, peg::opt<peg::list<PathOneInPropertySet, symbol<"|">>>,
                        symbol<")">>> {};
/// [94] PathPrimary
struct PathPrimary : peg::sor<iri, TypeKeyword, peg::seq<symbol<"!">, PathNegatedPropertySet>,
                              peg::seq<symbol<"(">, Path, symbol<")">>> {};
/// [93] PathMod: a "?" that begins a variable and a "+" that begins a number belong to the object.
struct PathMod
    : token<peg::sor<peg::seq<peg::one<'?'>, peg::not_at<VARNAME>>, peg::one<'*'>,
                     peg::seq<peg::one<'+'>, peg::not_at<peg::opt<peg::one<'.'>>, peg::digit>>>> {};
/// [91] PathElt
struct PathElt : peg::seq<PathPrimary, peg::opt<PathMod>> {};
/// The second alternative of PathEltOrInverse.
struct PathInverse : peg::seq<symbol<"^">, PathElt> {};
/// [92] PathEltOrInverse
struct PathEltOrInverse : peg::sor<PathElt, PathInverse> {};
/// [90] PathSequence
struct PathSequence : peg::list<PathEltOrInverse, symbol<"/">> {};
/// [89] PathAlternative: the "|" of "|}" ends an annotation instead.
struct PathAlternative
    : peg::list<PathSequence, token<peg::seq<peg::one<'|'>, peg::not_at<peg::one<'}', '|'>>>>> {};
/// [88] Path
struct Path : peg::seq<PathAlternative> {};

// ---- With paths: patterns ----

struct TriplesNodePath;
struct PropertyListPathNotEmpty;
/// [105] GraphNodePath
struct GraphNodePath : peg::sor<VarOrTerm, TriplesNodePath, ReifiedTriple> {};
/// SPARQL 1.2 [110] AnnotationBlockPath
struct AnnotationBlockPath : peg::seq<symbol<"{|">, PropertyListPathNotEmpty, symbol<"|}">> {};
/// SPARQL 1.2 [109] AnnotationPath
struct AnnotationPath : peg::star<peg::sor<Reifier, AnnotationBlockPath>> {};
/// [87] ObjectPath
struct ObjectPath : peg::seq<GraphNodePath, AnnotationPath> {};
/// [86] ObjectListPath
struct ObjectListPath : peg::list<ObjectPath, symbol<",">> {};
/// [84] VerbPath
struct VerbPath : peg::seq<Path> {};
/// [85] VerbSimple
struct VerbSimple : peg::seq<Var> {};
/// Either of them.
struct VerbPathOrSimple : peg::sor<VerbSimple, VerbPath> {};
/// [83] PropertyListPathNotEmpty
struct PropertyListPathNotEmpty
    : peg::seq<VerbPathOrSimple, ObjectListPath,
               peg::star<symbol<";">, peg::opt<attempt<VerbPathOrSimple, ObjectListPath>>>> {};
/// [82] PropertyListPath
struct PropertyListPath : peg::opt<PropertyListPathNotEmpty> {};
/// [103] CollectionPath
struct CollectionPath : peg::seq<symbol<"(">, peg::plus<GraphNodePath>, symbol<")">> {};
/// [101] BlankNodePropertyListPath
struct BlankNodePropertyListPath : peg::seq<symbol<"[">, PropertyListPathNotEmpty, symbol<"]">> {};
/// [100] TriplesNodePath
struct TriplesNodePath : peg::sor<CollectionPath, BlankNodePropertyListPath> {};
/// [81] TriplesSameSubjectPath; SPARQL 1.2 [59] ReifiedTripleBlockPath is the third alternative.
struct TriplesSameSubjectPath : peg::sor<attempt<VarOrTerm, PropertyListPathNotEmpty>,
                                         peg::seq<TriplesNodePath, PropertyListPath>,
                                         peg::seq<ReifiedTriple, PropertyListPath>> {};
/// [55] TriplesBlock; its right recursion is a loop here.
struct TriplesBlock
    : peg::seq<TriplesSameSubjectPath, peg::star<symbol<".">, TriplesSameSubjectPath>,
               peg::opt<symbol<".">>> {};

}  // namespace dossier::sparql
