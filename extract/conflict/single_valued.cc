// SPDX-License-Identifier: Apache-2.0
#include "extract/conflict/single_valued.h"

#include "dossier/rdf.h"
#include "extract/embedded.h"
#include "extract/graph/graph_reader.h"
#include "storage/store.h"

namespace dossier::extract {

namespace {

constexpr std::string_view kSingleValued = "urn:dossier:vocabulary:singleValued";
constexpr std::string_view kSingleSubject = "urn:dossier:vocabulary:singleSubject";
constexpr std::string_view kSingleTime = "urn:dossier:vocabulary:singleTime";
constexpr std::string_view kSingleAmount = "urn:dossier:vocabulary:singleAmount";
constexpr std::string_view kCountedBy = "urn:dossier:vocabulary:countedBy";
constexpr std::string_view kAlways = "urn:dossier:vocabulary:always";
constexpr std::string_view kAtATime = "urn:dossier:vocabulary:atATime";
constexpr std::string_view kOfThings = "urn:dossier:vocabulary:ofThings";
constexpr std::string_view kInAYear = "urn:dossier:vocabulary:inAYear";

void declare_all(std::string_view turtle, SingleValuedRelations& relations) {
  RdfOptions options;
  options.format = RdfFormat::turtle;
  parse_rdf(turtle, options, [&](Quad&& quad) {
    declare_single_valued({quad.subject, quad.predicate, quad.object}, relations);
  });
}

}  // namespace

std::string_view builtin_single_valued() {
  return embedded::file_named(embedded::declarations(), "single_valued.ttl").bytes;
}

void declare_single_valued(const Triple& triple, SingleValuedRelations& relations) {
  using When = SingleValued::When;
  const std::string& how = triple.predicate.value();
  const std::string& value = triple.object.value();
  if (how == kCountedBy && triple.object.is_iri())
    relations[triple.subject].counted_by.insert(triple.object);
  const When when = value == kAlways     ? When::always
                    : value == kAtATime  ? When::at_a_time
                    : value == kOfThings ? When::of_things
                    : value == kInAYear  ? When::in_a_year
                                         : When::no;
  if (when == When::no) return;
  if (how == kSingleValued) relations[triple.subject].object = when;
  if (how == kSingleSubject) relations[triple.subject].subject = when;
  if (how == kSingleTime) relations[triple.subject].time = when;
  if (how == kSingleAmount) relations[triple.subject].amount = when;
}

SingleValuedRelations single_valued_relations(const KnowledgeBase& kb, std::string_view turtle) {
  SingleValuedRelations relations;
  declare_all(builtin_single_valued(), relations);
  const GraphReader known(kb.store().snapshot());
  for (const std::string_view how : {kSingleValued, kSingleSubject, kSingleTime, kSingleAmount}) {
    for (const std::string_view when : {kAlways, kAtATime, kOfThings, kInAYear}) {
      const Term object = Term::iri(std::string(when));
      for (const Term& relation : known.subjects(how, object))
        declare_single_valued({relation, Term::iri(std::string(how)), object}, relations);
    }
  }
  const Term counted_by = Term::iri(std::string(kCountedBy));
  QueryOptions options;
  options.parameters.emplace("how", counted_by);
  QueryResult found = kb.query("SELECT ?relation ?other { ?relation $how ?other }", options);
  for (Row row; found.next(row);) declare_single_valued({*row[0], counted_by, *row[1]}, relations);
  declare_all(turtle, relations);
  return relations;
}

}  // namespace dossier::extract
