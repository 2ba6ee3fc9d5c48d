// SPDX-License-Identifier: Apache-2.0
// The table of tools, and what they take.
#include <array>

#include "desk/mcp/tool.h"

namespace dossier::mcp {
namespace {

constexpr std::string_view kFind = R"({
"words": {"type": "string", "minLength": 1, "required": true, "description":
  "Words in any form, \"a phrase\", begin*, misspelt~, AND, OR, NOT, parentheses"},
"document": {"type": "string", "description": "Only this document: IRI, file name or headline"},
"speaker": {"type": "string", "description": "Only what this person or body says: name or IRI"},
"since": {"type": "string", "description": "Only documents from this day on: 2020-11-13"},
"limit": {"type": "integer", "minimum": 1, "description": "Sentences, and entities; default 10"},
"skip": {"type": "integer", "minimum": 0, "description": "Leave out so many sentences"}})";

constexpr std::string_view kAsk = R"({
"question": {"type": "string", "minLength": 1, "required": true, "description":
  "Who, what, where, when, how many, which, whether: \"Who visited Lima in 2020?\""},
"choices": {"type": "object", "description":
  "What an ambiguous name means: the name, and the IRI of the candidate"},
"context": {"type": "object", "description":
  "The context of the answer before, so that \"When?\" and \"Where was she born?\" are understood"},
"limit": {"type": "integer", "minimum": 1, "description": "Answers; default 20"}})";

constexpr std::string_view kAbout = R"({
"entity": {"type": "string", "minLength": 1, "required": true, "description": "Name or IRI"},
"limit": {"type": "integer", "minimum": 1, "description": "Facts of each kind; default 30"}})";

constexpr std::string_view kFacts = R"({
"about": {"type": "string", "description": "Subject or object: name or IRI"},
"subject": {"type": "string", "description": "Name or IRI"},
"relation": {"type": "string", "description":
  "A relation (r:visit), its label, or a family of relations: meet, say, sign, go, give, own"},
"object": {"type": "string", "description": "Name or IRI"},
"saying": {"type": "string", "enum": ["asserted", "denied", "possible", "necessary", "planned",
  "expected", "hoped", "conditional", "asked", "alleged"], "description": "How it is said"},
"since": {"type": "string", "description": "From this day on: 2020-11-13"},
"until": {"type": "string", "description": "Up to this day"},
"document": {"type": "string", "description": "IRI, file name or headline"},
"speaker": {"type": "string", "description": "Who says it: name or IRI"},
"min_confidence": {"type": "number", "minimum": 0, "maximum": 1},
"names_only": {"type": "boolean", "description": "Only between things that have names"},
"limit": {"type": "integer", "minimum": 1, "description": "default 30"},
"skip": {"type": "integer", "minimum": 0}})";

constexpr std::string_view kWhy = R"({
"subject": {"type": "string", "description": "Name or IRI; ? for any"},
"relation": {"type": "string", "description": "Relation, label or family; ? for any"},
"object": {"type": "string", "description": "Name or IRI; ? for any"},
"fact": {"type": "string", "description": "Instead of the three: the IRI of a fact"},
"limit": {"type": "integer", "minimum": 1, "description": "Sentences; default 30"}})";

constexpr std::string_view kQuery = R"({
"sparql": {"type": "string", "minLength": 1, "required": true, "description":
  "SELECT, ASK, CONSTRUCT, DESCRIBE; known prefixes: e r doc k schema skos rdf rdfs xsd prov"},
"limit": {"type": "integer", "minimum": 1, "description": "Rows; default 100"}})";

constexpr std::string_view kDocuments = R"({
"words": {"type": "string", "description": "Only documents that have these words"},
"document": {"type": "string", "description":
  "Read this one, sentence by sentence, instead of a list: IRI, file name or headline"},
"limit": {"type": "integer", "minimum": 1, "description": "Documents or sentences; default 50"},
"skip": {"type": "integer", "minimum": 0}})";

constexpr std::string_view kIngest = R"({
"name": {"type": "string", "description": "Names a text: notes.txt, page.html"},
"text": {"type": "string", "description": "The text of the document"},
"path": {"type": "string", "description":
  "Instead of name and text: a file below a folder that the server was allowed to read"}})";

constexpr std::array kTools{
    Tool{"find", "Find words",
         "Entities, documents and sentences by their words, best first. Full-text search.", kFind,
         false, run_find},
    Tool{"ask", "Ask in English",
         "Answers a question from facts; each answer has its sentence. What was denied, planned or "
         "alleged stands apart. Without an answer, the best sentences as text.",
         kAsk, false, run_ask},
    Tool{"about", "About a thing",
         "A card of a person, body, place or thing: names, roles, facts, claims, documents, with "
         "what it is mentioned.",
         kAbout, false, run_about},
    Tool{"facts", "List facts",
         "Facts that match, a row for each time that one is said, with the sentence.", kFacts,
         false, run_facts},
    Tool{"why", "Why a fact is believed", "The sentences behind a fact.", kWhy, false, run_why},
    Tool{
        "query", "Query with SPARQL",
        "A read-only SPARQL 1.1 query. A fact is a triple (e:Ada r:visit e:Oslo); ?f rdf:reifies "
        "<<( ?s ?p ?o )>> ; k:evidence ?sentence finds those that are not asserted, too. Rows come "
        "with the sentences behind them where a pattern is a fact.",
        kQuery, false, run_query},
    Tool{"documents", "List or read documents", "The documents, or the sentences of one.",
         kDocuments, false, run_documents},
    Tool{"ingest", "Read a document in",
         "Reads a document, finds its facts and keeps them. The same name replaces a document.",
         kIngest, true, run_ingest},
};

}  // namespace

std::span<const Tool> tools() { return kTools; }

const Tool* find_tool(std::string_view name, const Options& options) {
  for (const Tool& tool : kTools)
    if (tool.name == name && (!tool.writes || options.writer)) return &tool;
  return nullptr;
}

}  // namespace dossier::mcp
