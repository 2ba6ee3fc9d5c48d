/* SPDX-License-Identifier: Apache-2.0 */
/* Dossier for C and for languages that call C. Installed as <dossier.h>.
 *
 *   dossier_error* error = NULL;
 *   dossier_kb* kb = dossier_open("facts.db", &error);
 *   dossier_result* rows = dossier_query(kb, "SELECT ?who WHERE { ?who r:visit e:Moscow }",
 * &error); while (dossier_next(rows, &error) == 1) puts(dossier_value(rows, 0));
 *   dossier_result_free(rows);
 *   dossier_close(kb);
 *
 * Strings are UTF-8 and end with a NUL byte. A call that fails says so by its result and, when
 * `error` is not NULL, stores an error there that the caller frees with dossier_error_free(). A
 * knowledge base may be shared between threads; a result or an error belongs to one thread at a
 * time.
 */
#ifndef DOSSIER_C_H
#define DOSSIER_C_H

#include <stddef.h>
#include <stdint.h>

#include "dossier/export.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dossier_kb dossier_kb;
typedef struct dossier_result dossier_result;
typedef struct dossier_error dossier_error;

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
DOSSIER_API void dossier_error_free(dossier_error* error);

/* Opens or creates a knowledge base; NULL on failure. */
DOSSIER_API dossier_kb* dossier_open(const char* path, dossier_error** error);
/* Results of the knowledge base must be freed before. NULL is allowed. */
DOSSIER_API void dossier_close(dossier_kb* kb);

/* A variable bound before the query starts: its name without "?", and a term in Turtle syntax with
 * the predeclared prefixes ("e:Moscow", "<http://...>", "\"text\"@en", "42"). */
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
/* Moves to the next row: 1 there is one, 0 at the end, -1 on failure. */
DOSSIER_API int dossier_next(dossier_result* result, dossier_error** error);
DOSSIER_API size_t dossier_column_count(const dossier_result* result);
/* Lives as long as the result; NULL for a column that is not there. */
DOSSIER_API const char* dossier_column_name(const dossier_result* result, size_t column);
/* The current row's term in N-Triples syntax, NULL where it is unbound. Lives until the next
 * dossier_next(). */
DOSSIER_API const char* dossier_value(const dossier_result* result, size_t column);
/* The same without syntax: the IRI, the lexical form, the blank node's label. */
DOSSIER_API const char* dossier_text(const dossier_result* result, size_t column);
DOSSIER_API void dossier_result_free(dossier_result* result);

/* Runs an update request as one transaction: 0 done, -1 on failure (then nothing is changed). The
 * counts may be NULL. */
DOSSIER_API int dossier_update(dossier_kb* kb, const char* text, uint64_t* inserted,
                               uint64_t* erased, dossier_error** error);

#ifdef __cplusplus
}
#endif

#endif /* DOSSIER_C_H */
