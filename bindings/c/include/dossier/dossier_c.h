/* SPDX-License-Identifier: Apache-2.0 */
/* Dossier for C and for languages that call C.
 *
 *   dossier_error* error = NULL;
 *   dossier_kb* kb = dossier_open("facts.db", &error);
 *   dossier_ingest(kb, "speech.txt", NULL, NULL, &error);
 *   dossier_result* rows =
 *       dossier_query(kb, "SELECT ?who WHERE { ?who r:visit e:Lima }", &error);
 *   while (dossier_next(rows, &error) == 1) puts(dossier_text(rows, 0));
 *   dossier_result_free(rows);
 *   dossier_close(kb);
 *
 * Conventions
 * 1. Handles are opaque. Each kind has a function that frees it; all of these accept NULL.
 * 2. A call that can fail has a last parameter `dossier_error** error`, which may be NULL. It
 *    returns NULL, -1 or what its comment says, and stores a new error there; an error that was
 *    there before is overwritten, not freed. A call that succeeds leaves it alone. The caller
 *    frees the error.
 * 3. NULL for a handle or string that a call needs is an error (DOSSIER_USAGE), never a crash.
 *    Calls without an error parameter return NULL, 0 or false-like values then.
 * 4. Strings are UTF-8. Input strings end with a NUL byte. Output strings end with one, too, and
 *    may contain others: calls with a `length` parameter tell how many bytes there are.
 * 5. `const char*` results belong to the handle they were asked of and live as its comment says.
 *    `char*` results belong to the caller, who frees them with dossier_free().
 * 6. A knowledge base, a prepared query and a cancellation may be used by several threads at a
 *    time; every other handle by one thread at a time. dossier_cancel() may also be called in a
 *    signal handler.
 * 7. Results, transactions and prepared queries keep the knowledge base open: they may be freed
 *    after dossier_close(). Its directory can be opened again once all of them are gone.
 * 8. Terms are written in Turtle syntax with the predeclared prefixes: e:Lima, <http://...>,
 *    "text"@en, 42. Results are written in N-Triples syntax (dossier_value) or without syntax
 *    (dossier_text).
 * 9. No C++ exception leaves the library, and nothing prints, aborts or reads the environment.
 */
#ifndef DOSSIER_C_H
#define DOSSIER_C_H

#include <stddef.h>
#include <stdint.h>

#include "dossier/export.h"
#include "dossier/version.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dossier_kb dossier_kb;
typedef struct dossier_options dossier_options;
typedef struct dossier_cancellation dossier_cancellation;
typedef struct dossier_prepared dossier_prepared;
typedef struct dossier_result dossier_result;
typedef struct dossier_transaction dossier_transaction;
typedef struct dossier_evidence dossier_evidence;
typedef struct dossier_found dossier_found;
typedef struct dossier_error dossier_error;

/* "0.2.0": the version of the library that runs; DOSSIER_VERSION is that of the header. */
DOSSIER_API const char* dossier_version(void);
/* Frees a string or buffer that a call gave to the caller. */
DOSSIER_API void dossier_free(char* text);

/* ---- Errors ---- */

/* What kind of failure it is; the values never change. */
typedef enum dossier_error_code {
  DOSSIER_SYNTAX = 1,
  DOSSIER_UNSUPPORTED = 2,
  DOSSIER_STORAGE = 3,
  DOSSIER_LIMIT = 4,
  DOSSIER_TIMEOUT = 5,
  DOSSIER_CANCELLED = 6,
  DOSSIER_USAGE = 7,
  DOSSIER_CONFLICT = 8,
  DOSSIER_INPUT = 9,
  DOSSIER_INTERNAL = 10 /* a failure that is none of the above, such as no memory */
} dossier_error_code;

DOSSIER_API dossier_error_code dossier_error_get_code(const dossier_error* error);
/* For a person, with the place in the text where there is one. Lives as long as the error. */
DOSSIER_API const char* dossier_error_get_message(const dossier_error* error);
/* Where in the query or file, counted from 1 (columns in code points); 0 when there is no place. */
DOSSIER_API uint32_t dossier_error_get_line(const dossier_error* error);
DOSSIER_API uint32_t dossier_error_get_column(const dossier_error* error);
DOSSIER_API void dossier_error_free(dossier_error* error);

/* ---- Knowledge bases ---- */

typedef enum dossier_open_mode {
  DOSSIER_OPEN_CREATE = 0,   /* created if it does not exist */
  DOSSIER_OPEN_EXISTING = 1, /* an error if it does not exist */
  DOSSIER_OPEN_READ_ONLY = 2 /* also beside a writer of another process; see dossier_refresh() */
} dossier_open_mode;

/* Opens or creates a knowledge base; NULL on failure. */
DOSSIER_API dossier_kb* dossier_open(const char* path, dossier_error** error);
/* `memory_bytes` is for caches; 0: the default. */
DOSSIER_API dossier_kb* dossier_open_with(const char* path, dossier_open_mode mode,
                                          size_t memory_bytes, dossier_error** error);
/* As dossier_open_with(); the time limit, the memory and the row limit of `defaults`, which may be
 * NULL and is copied, hold for requests whose own options do not set them: the first two also for
 * the queries that searches and lists of this library run, the last for rows that dossier_next()
 * gives. */
DOSSIER_API dossier_kb* dossier_open_limited(const char* path, dossier_open_mode mode,
                                             size_t memory_bytes, const dossier_options* defaults,
                                             dossier_error** error);
DOSSIER_API void dossier_close(dossier_kb* kb);
/* Read-only: sees what the writer has committed since. 0 done, -1 on failure. */
DOSSIER_API int dossier_refresh(dossier_kb* kb, dossier_error** error);

typedef struct dossier_statistics {
  uint64_t quads;
  uint64_t terms;
  uint64_t named_graphs;
  uint64_t disk_bytes;
} dossier_statistics;
/* 0 done, -1 on failure. */
DOSSIER_API int dossier_get_statistics(dossier_kb* kb, dossier_statistics* statistics,
                                       dossier_error** error);
/* Merges pending changes into blocks and compacts the files. 0 done, -1 on failure. */
DOSSIER_API int dossier_compact(dossier_kb* kb, dossier_error** error);
/* Reads everything. Returns the number of faults, -1 on failure. `report` may be NULL; else it
 * gets a text for the caller, one fault a line. */
DOSSIER_API int64_t dossier_check(dossier_kb* kb, char** report, dossier_error** error);
/* Incremental. 0 done, -1 on failure. */
DOSSIER_API int dossier_backup(dossier_kb* kb, const char* directory, dossier_error** error);
/* Puts a backup at `path`, which must not exist or be empty. 0 done, -1 on failure. */
DOSSIER_API int dossier_restore(const char* directory, const char* path, dossier_error** error);

/* ---- Options of a request: limits, parameters, cancellation ---- */

/* Raised, it stops the requests whose options name it. */
DOSSIER_API dossier_cancellation* dossier_cancellation_new(void);
/* May be called in any thread and in a signal handler. */
DOSSIER_API void dossier_cancel(dossier_cancellation* cancellation);
/* Ready for the next request. */
DOSSIER_API void dossier_cancellation_reset(dossier_cancellation* cancellation);
DOSSIER_API void dossier_cancellation_free(dossier_cancellation* cancellation);

/* Options start with the defaults of C++'s QueryOptions. Calls copy them: one options handle serves
 * many requests. Setters return 0, or -1 when an argument is wrong. */
DOSSIER_API dossier_options* dossier_options_new(void);
DOSSIER_API void dossier_options_free(dossier_options* options);
/* Covers waiting for another writer, too. 0: no limit, whatever dossier_open_limited() got. */
DOSSIER_API int dossier_options_set_timeout_ms(dossier_options* options, uint64_t milliseconds);
DOSSIER_API int dossier_options_set_memory_bytes(dossier_options* options, size_t bytes);
/* Results end quietly after so many rows. */
DOSSIER_API int dossier_options_set_row_limit(dossier_options* options, uint64_t rows);
/* How many threads may work on a query, the caller's among them; 0: one for each core. */
DOSSIER_API int dossier_options_set_threads(dossier_options* options, size_t threads);
/* The options keep the cancellation's flag: the handle may be freed before them. */
DOSSIER_API int dossier_options_set_cancellation(dossier_options* options,
                                                 const dossier_cancellation* cancellation);
/* Without FROM a query sees the default graph alone (1) or the union of all graphs (0, the
 * default). */
DOSSIER_API int dossier_options_set_strict_default_graph(dossier_options* options, int strict);
DOSSIER_API int dossier_options_set_base(dossier_options* options, const char* iri);
DOSSIER_API int dossier_options_set_prefix(dossier_options* options, const char* name,
                                           const char* iri);
/* LOAD may read files: 1 (the default) or 0. */
DOSSIER_API int dossier_options_allow_files(dossier_options* options, int allow);
/* LOAD may read only files below this folder and the others given so, wherever links and ".." lead.
 * Without a call: any file, if files are allowed. */
DOSSIER_API int dossier_options_allow_folder(dossier_options* options, const char* path);
/* SERVICE and LOAD may reach addresses below `url`; "" is all. None by default. */
DOSSIER_API int dossier_options_allow_web(dossier_options* options, const char* url);
/* The proxies of http and of https addresses, as in "http://user:password@host:3128", and the hosts
 * that are asked without, separated by commas. NULL is none; the library reads no environment. */
DOSSIER_API int dossier_options_set_proxies(dossier_options* options, const char* http,
                                            const char* https, const char* except);
/* A variable bound before the query starts: its name without "?", and a term (convention 8). */
DOSSIER_API int dossier_options_set_parameter(dossier_options* options, const char* name,
                                              const char* term, dossier_error** error);
/* The same for values that need no syntax. */
DOSSIER_API int dossier_options_set_parameter_string(dossier_options* options, const char* name,
                                                     const char* text, size_t length);
DOSSIER_API int dossier_options_set_parameter_iri(dossier_options* options, const char* name,
                                                  const char* iri);
DOSSIER_API int dossier_options_set_parameter_int64(dossier_options* options, const char* name,
                                                    int64_t value);
DOSSIER_API int dossier_options_set_parameter_double(dossier_options* options, const char* name,
                                                     double value);
DOSSIER_API int dossier_options_clear_parameters(dossier_options* options);

/* ---- Queries ---- */

typedef struct dossier_parameter {
  const char* name;
  const char* term;
} dossier_parameter;

/* Starts a SELECT, ASK, CONSTRUCT or DESCRIBE; NULL on failure. ASK gives one row "boolean";
 * CONSTRUCT and DESCRIBE give rows "subject", "predicate", "object". */
DOSSIER_API dossier_result* dossier_query(dossier_kb* kb, const char* text, dossier_error** error);
DOSSIER_API dossier_result* dossier_query_with(dossier_kb* kb, const char* text,
                                               const dossier_parameter* parameters,
                                               size_t parameter_count, dossier_error** error);
/* `options` may be NULL. */
DOSSIER_API dossier_result* dossier_query_options(dossier_kb* kb, const char* text,
                                                  const dossier_options* options,
                                                  dossier_error** error);

/* Parses and plans once, runs often. Parameters are those the options of a run set. */
DOSSIER_API dossier_prepared* dossier_prepare(dossier_kb* kb, const char* text,
                                              const dossier_options* options,
                                              dossier_error** error);
DOSSIER_API dossier_result* dossier_prepared_run(const dossier_prepared* prepared,
                                                 const dossier_options* options,
                                                 dossier_error** error);
DOSSIER_API void dossier_prepared_free(dossier_prepared* prepared);

/* Keeps a query in the knowledge base; `description` may be NULL. 0 done, -1 on failure. */
DOSSIER_API int dossier_save_query(dossier_kb* kb, const char* name, const char* text,
                                   const char* description, dossier_error** error);
/* The text of a saved query, for the caller; NULL when there is none (DOSSIER_USAGE) or on
 * failure. */
DOSSIER_API char* dossier_saved_query(dossier_kb* kb, const char* name, dossier_error** error);
/* Runs a saved query. The values are texts as on the command line: terms, or names of entities; a
 * parameter that the query declares without a default must be there. */
DOSSIER_API dossier_result* dossier_run_saved(dossier_kb* kb, const char* name,
                                              const dossier_parameter* values, size_t value_count,
                                              const dossier_options* options,
                                              dossier_error** error);

/* ---- Rows ---- */

typedef enum dossier_kind {
  DOSSIER_UNBOUND = 0,
  DOSSIER_IRI = 1,
  DOSSIER_BLANK_NODE = 2,
  DOSSIER_LITERAL = 3,
  DOSSIER_TRIPLE = 4
} dossier_kind;

/* Moves to the next row: 1 there is one, 0 at the end, -1 on failure. */
DOSSIER_API int dossier_next(dossier_result* result, dossier_error** error);
DOSSIER_API size_t dossier_column_count(const dossier_result* result);
/* Lives as long as the result; NULL for a column that is not there. */
DOSSIER_API const char* dossier_column_name(const dossier_result* result, size_t column);
/* The column of a variable; -1 when there is none. */
DOSSIER_API int dossier_column_index(const dossier_result* result, const char* name);

/* All of these are about the current row and live until the next dossier_next(). Before the first
 * row and after the last everything is unbound. */
DOSSIER_API dossier_kind dossier_value_kind(const dossier_result* result, size_t column);
/* The term in N-Triples syntax; NULL where it is unbound. */
DOSSIER_API const char* dossier_value(const dossier_result* result, size_t column);
/* Without syntax: the IRI, the lexical form, the blank node's label; NULL where it is unbound. */
DOSSIER_API const char* dossier_text(const dossier_result* result, size_t column);
/* As dossier_text(); `length` gets its bytes, which may contain U+0000. */
DOSSIER_API const char* dossier_text_bytes(const dossier_result* result, size_t column,
                                           size_t* length);
/* The datatype IRI of a literal and its language tag ("" where it has none); NULL for other
 * kinds. */
DOSSIER_API const char* dossier_datatype(const dossier_result* result, size_t column);
DOSSIER_API const char* dossier_language(const dossier_result* result, size_t column);
/* 1 and the value when the literal is an integer that fits, a number, a boolean; else 0. */
DOSSIER_API int dossier_get_int64(const dossier_result* result, size_t column, int64_t* value);
DOSSIER_API int dossier_get_double(const dossier_result* result, size_t column, double* value);
DOSSIER_API int dossier_get_boolean(const dossier_result* result, size_t column, int* value);

/* The rows that are left as one text for the caller: "json", "xml", "csv", "tsv", "ttl", "nt", ...
 * `length` may be NULL. NULL on failure. */
DOSSIER_API char* dossier_result_write(dossier_result* result, const char* format, size_t* length,
                                       dossier_error** error);
DOSSIER_API void dossier_result_free(dossier_result* result);

/* ---- Changes ---- */

/* Runs an update request as one transaction: 0 done, -1 on failure (then nothing is changed). The
 * counts may be NULL. */
DOSSIER_API int dossier_update(dossier_kb* kb, const char* text, uint64_t* inserted,
                               uint64_t* erased, dossier_error** error);
DOSSIER_API int dossier_update_options(dossier_kb* kb, const char* text,
                                       const dossier_options* options, uint64_t* inserted,
                                       uint64_t* erased, dossier_error** error);

/* A write in steps. Waits for another writer within the options' time limit; `options` may be
 * NULL. A second one in the thread that holds one is DOSSIER_USAGE. */
DOSSIER_API dossier_transaction* dossier_begin(dossier_kb* kb, const dossier_options* options,
                                               dossier_error** error);
/* 1 and a transaction, 0 when another writer is there, -1 on failure. */
DOSSIER_API int dossier_try_begin(dossier_kb* kb, dossier_transaction** transaction,
                                  dossier_error** error);
/* Terms as convention 8 says; `graph` NULL: the default graph. 0 done, -1 on failure. */
DOSSIER_API int dossier_insert(dossier_transaction* transaction, const char* subject,
                               const char* predicate, const char* object, const char* graph,
                               dossier_error** error);
DOSSIER_API int dossier_erase(dossier_transaction* transaction, const char* subject,
                              const char* predicate, const char* object, const char* graph,
                              dossier_error** error);
DOSSIER_API int dossier_transaction_update(dossier_transaction* transaction, const char* text,
                                           const dossier_options* options, dossier_error** error);
/* Sees the transaction's own changes. The result must be freed before the transaction ends. */
DOSSIER_API dossier_result* dossier_transaction_query(dossier_transaction* transaction,
                                                      const char* text,
                                                      const dossier_options* options,
                                                      dossier_error** error);
/* On disk when it returns 0; -1 on failure, and nothing is changed. The handle must still be
 * freed. */
DOSSIER_API int dossier_commit(dossier_transaction* transaction, dossier_error** error);
/* Rolls back what is not committed. */
DOSSIER_API void dossier_transaction_free(dossier_transaction* transaction);

/* ---- RDF in and out ---- */

/* Loads a file (.gz, .zst too): all of it or nothing. `format` ("nt", "nq", "ttl", "trig",
 * "rdfxml") NULL: by the file's ending; `base` and `graph` (an IRI) may be NULL; `added` too. 0
 * done, -1 on failure. */
DOSSIER_API int dossier_load(dossier_kb* kb, const char* path, const char* format, const char* base,
                             const char* graph, uint64_t* added, dossier_error** error);
/* The same for a text in memory; `format` is needed. */
DOSSIER_API int dossier_load_text(dossier_kb* kb, const char* text, size_t length,
                                  const char* format, const char* base, const char* graph,
                                  uint64_t* added, dossier_error** error);
/* Called with pieces of the text in order; anything but 0 stops. */
typedef int (*dossier_sink)(const char* bytes, size_t length, void* context);
/* Every quad in "nq", "trig", "nt" or "ttl". 0 done, 1 the sink stopped it, -1 on failure. */
DOSSIER_API int dossier_dump(dossier_kb* kb, const char* format, dossier_sink sink, void* context,
                             dossier_error** error);

#ifdef __cplusplus
}
#endif

#include "dossier/dossier_c_documents.h"
#include "dossier/dossier_c_functions.h"

#endif /* DOSSIER_C_H */
