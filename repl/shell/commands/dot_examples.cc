// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/commands/dot_examples.h"

namespace dossier::repl {
namespace {

constexpr std::array kExamples{
    CommandExamples{".find",
                    {".find cease* talks --since 2024-01-01", ".find \"flood data\" --by Nduka"},
                    "A word means all its forms, a phrase in quotes what is written, cease* a\n"
                    "beginning, Lavrof~ what is spelled nearly so; AND OR NOT and parentheses."},
    CommandExamples{
        ".ask", {".ask Who visited Kampala?", "When did Uganda join the agreement?"}, ""},
    CommandExamples{
        ".facts",
        {".facts ? meet Nduka since 2024-03-01", ".facts Kenya planned in lake-deal"},
        "? is anything; RELATION is r:visit, its label, or a family: give go meet own\n"
        "say sign. One word alone is a thing on either side, or a family. Then any of:\n"
        "asserted denied possible necessary planned expected hoped conditional asked\n"
        "alleged, since DAY, until DAY, in DOC, by NAME, class NAME, names, sure 0.8,\n"
        "skip N, limit N. What one sentence says twice is shown once; unfolded shows all."},
    CommandExamples{".about", {".about Nduka", ".about \"Lake Basin Commission\""}, ""},
    CommandExamples{".says", {".says Nduka", ".says \"Joseph Mwangi\" about Ahero"}, ""},
    CommandExamples{".path", {".path Nduka \"World Bank\"", ".path Kenya Bergen"}, ""},
    CommandExamples{
        ".why",
        {".why 3", ".why ? meet Nduka"},
        "? is anything; what is left out, too: .why Nduka has all that is said of her.\n"
        "The relation may be a family: give go meet own say sign."},
    CommandExamples{
        ".entity",
        {".entity show Nduka", ".entity merge Nduka \"A. Nduka\""},
        ".entity show NAME              its names and mentions, with what decided them\n"
        ".entity merge NAME OTHER       OTHER becomes one thing with NAME\n"
        ".entity split NAME \"OTHER\"     a name of it means another thing\n"
        ".entity rename NAME \"NEW\"      call it NEW\n"
        ".entity undo [NUMBER]          take a decision back\n"
        "Decisions hold for documents that come later."},
    CommandExamples{
        ".fact",
        {".fact show doc:talk#f3", ".fact reject doc:talk#f3"},
        ".fact show FACT                what it says and how it was read\n"
        ".fact reject FACT...           it is no longer asserted, shown or counted\n"
        ".fact restore FACT...          put it back\n"
        ".fact rejected                 list what is rejected\n"
        ".facts shows the IRIs of facts in .mode tsv, and .why N behind .facts has them."},
    CommandExamples{
        ".review",
        {".review", ".review duplicates"},
        "Shows each proposal with its reasons and sentences and asks: y does it, n\n"
        "declines it for good, o rejects the other fact of a conflict, s skips, u takes\n"
        "the last decision back, q ends. Kinds: duplicate label conflict fact."},
    CommandExamples{".timeline", {".timeline Nduka", ".timeline \"Kisumu Agreement\""}, ""},
    CommandExamples{
        ".graph",
        {".graph Nduka", ".graph Kenya 2 kenya.svg"},
        "Colours are classes; width is the number of documents; dashed is not asserted.\n"
        "Things that only one of more than 30 neighbours knows are collapsed."},
    CommandExamples{".docs", {".docs", ".docs flood Ahero"}, ""},
    CommandExamples{".doc", {".doc lake-deal", ".doc lake-deal 7"}, ""},
    CommandExamples{".ingest", {".ingest minutes/", ".ingest --rules my-rules report.pdf"}, ""},
    CommandExamples{
        ".open",
        {".open 3", ".open Nduka"},
        "N is a row of what .find .ask .facts .says .docs or a query showed last:\n"
        "a sentence opens in its document with its facts, a thing as a card. DB is the\n"
        "folder of another knowledge base (./other.kb): the prompt goes on there."},
    CommandExamples{".forget", {".forget lake-deal", ".forget doc:minutes\\/2021"}, ""},
    CommandExamples{
        ".load",
        {".load countries.ttl", ".load vessels.csv --construct vessels.rq"},
        "Each row of a table gives the triples of a CONSTRUCT; its columns are variables."},
    CommandExamples{".read", {".read queries.rq", ".read setup.txt"}, ""},
    CommandExamples{".save", {".save meetings", ".save who-signed"}, ""},
    CommandExamples{".run", {".run meetings", ".run statements topic=Kenya"}, ""},
    CommandExamples{".saved", {".saved", ".saved meetings"}, ""},
    CommandExamples{".unsave", {".unsave meetings", ".unsave who-signed"}, ""},
    CommandExamples{".watch",
                    {".watch meetings", ".watch statements topic=Kenya"},
                    "Its news are told after each change, and kept for .news."},
    CommandExamples{".unwatch", {".unwatch meetings", ".unwatch statements"}, ""},
    CommandExamples{".news", {".news", ".news meetings --since 2024-01-01"}, ""},
    CommandExamples{
        ".param",
        {".param set who Nduka", ".param unset who"},
        "A query may declare its parameters; what has neither a default nor is optional\n"
        "is asked for:\n"
        "# @param since date = 2024-01-01 From this day on\n"
        "# @param until date? To this day\n"
        "# @param who entity* Whom\n"
        "# @param kind {meet,visit} What"},
    CommandExamples{
        ".prefix", {".prefix", ".prefix geo http://www.opengis.net/ont/geosparql#"}, ""},
    CommandExamples{".explain", {".explain SELECT * { ?s r:visit ?o }", ".explain meetings"}, ""},
    CommandExamples{
        ".profile", {".profile SELECT * { ?s r:visit ?o }", ".profile ASK { ?s ?p 5 }"}, ""},
    CommandExamples{".mode", {".mode csv", ".mode table"}, ""},
    CommandExamples{".maxrows", {".maxrows 20", ".maxrows 0"}, ""},
    CommandExamples{".timer", {".timer on", ".timer off"}, ""},
    CommandExamples{".names", {".names on", ".names off"}, ""},
    CommandExamples{".pager", {".pager auto", ".pager off"}, ""},
    CommandExamples{".output",
                    {".output all.csv", ".output"},
                    "The mode is that of the file's ending: csv tsv json jsonl md xml ttl nt."},
    CommandExamples{".once", {".once visits.csv", ".once |sort"}, ""},
    CommandExamples{".show", {".show", ".mode csv"}, ""},
    CommandExamples{".print", {".print ---", ".print meetings of May"}, ""},
    CommandExamples{".shell", {".shell ls minutes", ".shell date"}, ""},
    CommandExamples{".help", {".help", ".help facts"}, ""},
};

}  // namespace

std::span<const CommandExamples> command_examples() { return kExamples; }

}  // namespace dossier::repl
