// SPDX-License-Identifier: Apache-2.0
// Asks a knowledge base one question with a parameter and prints each answer with its sentence.
//
//   ask KNOWLEDGE_BASE LABEL
//
// The question: what is asserted about the entity of this label, and where does it say so?

#include <cstdio>
#include <exception>
#include <string>

#include <dossier/dossier.h>
#include <dossier/evidence.h>

namespace {

constexpr const char* kQuestion = R"(
  SELECT DISTINCT ?relation ?object ?text ?document WHERE {
    ?entity rdfs:label $label ; ?property ?other .
    ?fact rdf:reifies <<( ?entity ?property ?other )>> ;
          k:evidence [ k:text ?text ; k:partOf ?document ] .
    ?property rdfs:label ?relation .
    OPTIONAL { ?other rdfs:label ?name }
    BIND(COALESCE(?name, STR(?other)) AS ?object)
  }
  ORDER BY ?document ?text ?relation ?object)";

std::string text(const std::optional<dossier::Term>& value) {
  return value ? value->value() : std::string("-");
}

int ask(const std::string& path, const std::string& label) {
  dossier::KnowledgeBase kb =
      dossier::KnowledgeBase::open(path, {.mode = dossier::OpenMode::existing});
  int answers = 0;
  for (const dossier::Row& row :
       kb.query(kQuestion, {.parameters = {{"label", dossier::Term::string(label)}}})) {
    std::printf("%s %s %s\n    \"%s\"\n", label.c_str(), text(row["relation"]).c_str(),
                text(row["object"]).c_str(), text(row["text"]).c_str());
    ++answers;
  }
  std::printf("%d answers\n", answers);
  return answers > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: ask KNOWLEDGE_BASE LABEL\n");
    return 2;
  }
  try {
    return ask(argv[1], argv[2]);
  } catch (const dossier::Error& error) {
    std::fprintf(stderr, "error: %s\n", error.describe().c_str());
    return 1;
  }
}
