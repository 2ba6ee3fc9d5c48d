// SPDX-License-Identifier: Apache-2.0

// Ingests a document and shows the people in it with the sentences that mention them.
// Usage: ask DB DOCUMENT
package main

// #cgo pkg-config: dossier-c
// #include <stdlib.h>
// #include <dossier/dossier_c.h>
import "C"

import (
	"errors"
	"fmt"
	"os"
	"unsafe"
)

// take frees an error of the library and returns it as one of Go.
func take(failure *C.dossier_error) error {
	defer C.dossier_error_free(failure)
	return errors.New(C.GoString(C.dossier_error_get_message(failure)))
}

func ingest(kb *C.dossier_kb, path string) (facts uint64, err error) {
	text := C.CString(path)
	defer C.free(unsafe.Pointer(text))
	var failure *C.dossier_error
	var report C.dossier_ingest_report
	if C.dossier_ingest(kb, text, nil, &report, &failure) != 0 {
		return 0, take(failure)
	}
	return uint64(report.facts), nil
}

// query calls visit with the texts of each row.
func query(kb *C.dossier_kb, question string, visit func([]string)) error {
	text := C.CString(question)
	defer C.free(unsafe.Pointer(text))
	var failure *C.dossier_error
	result := C.dossier_query(kb, text, &failure)
	if result == nil {
		return take(failure)
	}
	defer C.dossier_result_free(result)
	columns := C.dossier_column_count(result)
	for {
		switch C.dossier_next(result, &failure) {
		case 0:
			return nil
		case -1:
			return take(failure)
		}
		row := make([]string, columns)
		for i := range row {
			row[i] = C.GoString(C.dossier_text(result, C.size_t(i)))
		}
		visit(row)
	}
}

func run(database, document string) error {
	path := C.CString(database)
	defer C.free(unsafe.Pointer(path))
	var failure *C.dossier_error
	kb := C.dossier_open(path, &failure)
	if kb == nil {
		return take(failure)
	}
	defer C.dossier_close(kb)
	facts, err := ingest(kb, document)
	if err != nil {
		return err
	}
	fmt.Println(facts, "facts")
	return query(kb, `SELECT ?name ?text {
		?person a schema:Person ; rdfs:label ?name . ?sentence k:mentions ?person ; k:text ?text
	} ORDER BY ?name ?sentence LIMIT 5`, func(row []string) { fmt.Println(row[0]+":", row[1]) })
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: ask DB DOCUMENT")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}
