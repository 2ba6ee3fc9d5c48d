#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What an analyst meets at the prompt, in a real terminal through tmux: help with empty answers, names,
numbers of rows, completion, where results go, windows that change their width.

Ends with status 77 (skipped) where tmux is missing.
"""

import sys

from desk_window import QUERY, run_in_window, says, start
from terminal import Failure, clear, wait_for, wait_last, wait_line, wait_part

def test_empty_answers_say_why(terminal):
    start(terminal)
    says(terminal, "SELECT * { ?a r:met ?b };", "r:met is not in this knowledge base; did you mean r:meet?")
    says(terminal, "SELECT * { ?a r:said ?b };", ".says NAME")
    says(terminal, "SELECT * { e:Lumd a ?b };", "e:Lumd is not in this knowledge base; did you mean e:Carl_Lund?")
    says(terminal, 'SELECT * { ?a r:visit "Oslo" };', 'no triple is ?a r:visit "Oslo"; "Oslo" is the name of e:Oslo')
    says(terminal, 'SELECT * { ?f k:modality "plan" };', 'no triple is ?f k:modality "plan"; k:modality has "planned"')
    says(terminal, "SELECT * { ?a r:visit e:Bergen . ?a a ?class };", "no triple is ?a r:visit e:Bergen")
    says(terminal, "SELECT * { ?a r:meet ?b . ?b r:visit ?c };", "each of the 2 triple patterns has matches, but not all together")
    says(terminal, ".docs Bergn", "no document has these words; .find Bergn also looks for words spelled nearly so")
    says(terminal, '.facts "Carl Lund" meet', "it is the object of 1 such fact: .facts ? meet \"Carl Lund\"")
    says(terminal, ".facts meet since 2025-01-01", "without these conditions there is 1 fact")
    says(terminal, ".facts Bodo", "no fact has it on either side; .about Bodo shows where it is mentioned")


def test_printed_relations_are_names(terminal):
    says(terminal, '.facts "had office in"', "1 fact", "Tromso")


def test_columns_without_values_are_left_out(terminal):
    clear(terminal)
    terminal.enter(".facts Oslo")
    wait_line(terminal, "1 fact")
    heading = next(line for line in terminal.screen() if line.startswith("# ") and "subject" in line)
    if "where" in heading or "said" in heading:
        raise Failure("columns without a value: " + heading)
    wait_last(terminal, "kb>")


def test_why_of_a_listed_fact(terminal):
    says(terminal, ".facts visit", "2 facts", "Anna Berg │ visited", "Carl Lund │ visit  ")
    says(terminal, ".why 1", "Anna Berg visited Oslo.", "fact doc:talk\\#f")
    says(terminal, ".why ? meet ?", "Anna Berg met Carl Lund")


def test_open_takes_the_numbers_of_any_list(terminal):
    says(terminal, ".find Tromso", "  1 e:Tromso", "  2 doc:talk, sentence 3")
    says(terminal, ".open 2", ">   3  The Harbour Board has an office in Tromso.", "– Harbour Board had office in Tromso")
    says(terminal, ".open 1", "Tromso  e:Tromso")
    says(terminal, ".docs", "2 documents")
    says(terminal, ".open 2", "The Harbour Board opened a new school")
    says(terminal, "who met Carl Lund?", "  1 Anna Berg")
    says(terminal, ".open 1", ">   1  ")
    says(terminal, ".facts visit", "2 facts")
    says(terminal, ".open 2", ">   4  Carl Lund plans to visit Hamar.")
    says(terminal, QUERY + ";", "1 row")
    says(terminal, ".open", ">   1  ")
    says(terminal, ".open 7", "the last result has rows 1 to 1")
    says(terminal, ".open Lund", "Carl Lund  e:Carl_Lund")
    says(terminal, ".open talk", "Carl Lund plans to visit Hamar.")


def test_documents_show_whole_headlines(terminal):
    clear(terminal)
    terminal.enter(".docs")
    wait_line(terminal, "2 documents")
    lines = terminal.screen()
    if "author" in lines[1] or any("…" in line for line in lines):
        raise Failure("an empty column, or a cell that was cut:\n" + "\n".join(lines))
    if any(".txt" in line for line in lines):
        raise Failure("files that say no more than the documents' names:\n" + "\n".join(lines))


def test_rows_that_are_not_shown_are_counted(terminal):
    says(terminal, ".maxrows 2")
    says(terminal, "SELECT ?n { VALUES ?n { 1 2 3 4 5 } };", "2 of 5 rows in")
    says(terminal, ".maxrows 100")


def test_where_results_went_is_said(terminal):
    terminal.enter(".once out.csv")
    wait_last(terminal, "kb [out.csv]>")
    says(terminal, "SELECT ?n { VALUES ?n { 1 2 } };", "2 rows to out.csv")
    clear(terminal)
    terminal.enter(".output out.csv")
    wait_last(terminal, "kb [out.csv]>")
    terminal.enter(".facts visit")
    wait_part(terminal, "2 facts to out.csv")
    terminal.enter(".output")
    wait_last(terminal, "kb>")


def test_names_and_texts_as_parameters(terminal):
    says(terminal, '.param set who "Anna Berg"', "the text, or e:Anna_Berg where a thing has to stand")
    says(terminal, ".param", 'who = "Anna Berg"')
    says(terminal, "SELECT ?where { $who r:visit ?where };", "who: e:Anna_Berg", "Oslo", "1 row")
    says(terminal, "SELECT ?whom { ?whom r:met $who };", "0 rows")
    says(terminal, "SELECT ?thing { ?thing rdfs:label $who };", "Anna Berg", "1 row")
    says(terminal, '.param set who "Berg"', "a text; without quotes it is e:Anna_Berg")
    says(terminal, ".param set who Berg", "Berg: Anna Berg")
    says(terminal, ".param", "who = e:Anna_Berg")
    says(terminal, ".param unset who")
    says(terminal, '.run visits who="Anna Berg"', "Oslo")


def completed(terminal, typed, wanted):
    clear(terminal)
    terminal.type(typed)
    terminal.key("Tab")
    wait_last(terminal, "kb> " + wanted)
    terminal.key("C-u")
    wait_last(terminal, "kb>")


def test_completion_of_arguments(terminal):
    for typed, wanted in ((".entity me", ".entity merge"), (".entity merge Anna", ".entity merge Anna Berg"),
                          (".entity show Ber", ".entity show Bergen"), (".help ti", ".help .time"),
                          (".help max", ".help .maxrows"), (".pager a", ".pager auto"), (".timer of", ".timer off"),
                          ('.about "Carl', '.about "Carl Lund"'), (".about Carl", ".about Carl Lund"),
                          (".param set who Carl", ".param set who Carl Lund"), (".forget ta", ".forget doc:talk"),
                          (".run vi", ".run visits"), (".run visits w", ".run visits who="),
                          (".path Oslo Carl", '.path Oslo "Carl Lund"'), ("ASK { e:lund", "ASK { e:Carl_Lund"),
                          (".facts Oslo den", ".facts Oslo denied"), (".facts Oslo in ta", ".facts Oslo in doc:talk"),
                          (".find harbour --b", ".find harbour --by"), (".find harbour --by Car", ".find harbour --by Carl Lund"),
                          (".says Berg ab", ".says Berg about"), (".news visits --s", ".news visits --since"),
                          (".load x.csv --c", ".load x.csv --construct"), (".open not", ".open doc:note"),
                          (".param set wh", ".param set who"), (".review dup", ".review duplicates"), (".prefix sche", ".prefix schema"),
                          (".ask who met Carl", ".ask who met Carl Lund"), ("who met Carl", "who met Carl Lund"),
                          # Nothing fits.
                          (".doc talk ta", ".doc talk ta"), (".mode csv t", ".mode csv t"), (".saved visits w", ".saved visits w"),
                          (".entity undo An", ".entity undo An"), (".param unset An", ".param unset An"),
                          (".find x --since An", ".find x --since An")):
        completed(terminal, typed, wanted)


def test_a_question_after_another(terminal):
    says(terminal, "Where does it stand?", 'no question before tells what "it" means')
    says(terminal, "Who met Carl Lund?", "Anna Berg")
    says(terminal, "When?", "when did Anna Berg meet Carl Lund?")


def test_completion_of_what_is_listed_and_set(terminal):
    says(terminal, ".facts visit", "2 facts")
    completed(terminal, ".fact show doc:talk", ".fact show doc:talk\\#f")
    says(terminal, ".param set day 2024-05-04")
    completed(terminal, ".param unset d", ".param unset day")
    says(terminal, ".param unset day")


def test_a_file_asks_for_its_parameters(terminal):
    clear(terminal)
    terminal.enter(".read visits.rq")
    wait_last(terminal, "  who (IRI), Who:")
    terminal.enter("Nobody Known")
    wait_part(terminal, 'error: nothing is called "Nobody Known"')
    terminal.enter("Anna Berg")
    wait_line(terminal, "Oslo")
    wait_last(terminal, "kb>")
    clear(terminal)
    terminal.enter(".read visits.rq")
    wait_last(terminal, "  who (IRI), Who:")
    terminal.key("Enter")
    wait_line(terminal, "interrupted")
    wait_last(terminal, "kb>")


def test_what_a_sentence_repeats_is_left_out(terminal):
    says(terminal, ".ingest pair.txt", "added")
    says(terminal, ".facts Sund", "1 fact", "2 facts that repeat another one of their sentence are left out")
    says(terminal, ".facts Sund unfolded", "3 facts")
    says(terminal, ".forget pair", "kb>")


def test_another_knowledge_base(terminal):
    says(terminal, ".show", "database   kb", "mode       table")
    clear(terminal)
    terminal.enter(".open other.kb")
    wait_last(terminal, "other.kb>")
    terminal.enter("ASK { ?s ?p ?o };")
    wait_line(terminal, "no")
    terminal.enter(".ab")
    wait_part(terminal, "did you mean .about")
    clear(terminal)
    terminal.type(".about Car")
    terminal.key("Tab")
    wait_last(terminal, "other.kb> .about Car")
    terminal.key("C-u")
    terminal.enter(".open kb")
    wait_last(terminal, "kb>")
    says(terminal, ".about Lund", "Carl Lund  e:Carl_Lund")


def test_window_changes_its_width(terminal):
    clear(terminal)
    terminal.type(QUERY)
    wait_last(terminal, "kb> " + QUERY)
    terminal.run("resize-window", "-x", "40", "-y", "40")
    terminal.type(" LIMIT 2")
    narrow = "kb> " + QUERY + " LIMIT 2"
    wait_for(terminal, "the line at 40 columns, once",
             lambda lines: "".join(line.ljust(40) for line in lines).rstrip() == narrow)
    terminal.key("C-a")
    terminal.type("#")
    wait_for(terminal, "its beginning changed", lambda lines: lines[0].startswith("kb> #SELECT"))
    terminal.key("BSpace")
    terminal.run("resize-window", "-x", "100", "-y", "40")
    terminal.key("C-e")
    terminal.type(";")
    wait_for(terminal, "the line at 100 columns, once",
             lambda lines: [line for line in lines if line] == [narrow + ";"])
    terminal.key("Enter")
    wait_part(terminal, "1 row in")
    wait_last(terminal, "kb>")


def test_new_knowledge_base_is_announced(terminal):
    terminal.enter(".quit")
    wait_part(terminal, "left with 0")
    terminal.enter("clear; dossier ./fresh; echo left with $?")
    wait_line(terminal, "created the knowledge base ./fresh")
    wait_last(terminal, "fresh>")


TESTS = [test_empty_answers_say_why, test_printed_relations_are_names, test_columns_without_values_are_left_out,
         test_why_of_a_listed_fact, test_open_takes_the_numbers_of_any_list, test_documents_show_whole_headlines, test_rows_that_are_not_shown_are_counted,
         test_where_results_went_is_said, test_names_and_texts_as_parameters, test_completion_of_arguments, test_a_question_after_another, test_completion_of_what_is_listed_and_set, test_a_file_asks_for_its_parameters, test_what_a_sentence_repeats_is_left_out, test_another_knowledge_base,
         test_window_changes_its_width, test_new_knowledge_base_is_announced]


if __name__ == "__main__":
    sys.exit(run_in_window(TESTS))
