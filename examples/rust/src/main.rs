// SPDX-License-Identifier: Apache-2.0
//! Ingests a document and shows the people in it with the sentences that mention them.
//! Usage: ask DB DOCUMENT
mod dossier;

use dossier::KnowledgeBase;

const QUESTION: &str = "SELECT ?name ?text {
    ?person a schema:Person ; rdfs:label ?name . ?sentence k:mentions ?person ; k:text ?text
} ORDER BY ?name ?sentence LIMIT 5";

fn run(database: &str, document: &str) -> Result<(), String> {
    let kb = KnowledgeBase::open(database)?;
    println!("{} facts", kb.ingest(document)?);
    for row in kb.query(QUESTION)? {
        let texts: Vec<String> = row?.into_iter().map(Option::unwrap_or_default).collect();
        println!("{}", texts.join(": "));
    }
    Ok(())
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.len() != 3 {
        eprintln!("usage: ask DB DOCUMENT");
        std::process::exit(2);
    }
    if let Err(message) = run(&arguments[1], &arguments[2]) {
        eprintln!("error: {message}");
        std::process::exit(1);
    }
}
