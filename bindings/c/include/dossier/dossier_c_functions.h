/* SPDX-License-Identifier: Apache-2.0 */
/* Functions and aggregates that an application adds to SPARQL: a part of <dossier/dossier_c.h>,
 * whose head says what holds for all calls.
 *
 *   static void half(const char* const* arguments, size_t count, dossier_answer* answer,
 *                    void* context) {
 *     char* end;
 *     double number = strtod(arguments[0] + 1, &end);    (arguments[0] is "4"^^<...#integer>)
 *     if (end != arguments[0] + 1) dossier_answer_set_double(answer, number / 2);
 *   }
 *   dossier_register_function(kb, "urn:app:half", 1, 1, half, NULL, NULL, &error);
 */
#ifndef DOSSIER_C_FUNCTIONS_H
#define DOSSIER_C_FUNCTIONS_H

#include "dossier/dossier_c.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a callback answers; lives during the call that gets it. Left as it is, it is an error of the
 * expression: FILTER and HAVING drop the row, BIND and SELECT leave the variable unbound. Setters
 * return 0, or -1 when an argument is wrong; the last one counts. */
typedef struct dossier_answer dossier_answer;
/* A term (convention 8). */
DOSSIER_API int dossier_answer_set_term(dossier_answer* answer, const char* term);
DOSSIER_API int dossier_answer_set_string(dossier_answer* answer, const char* text, size_t length);
DOSSIER_API int dossier_answer_set_iri(dossier_answer* answer, const char* iri);
DOSSIER_API int dossier_answer_set_int64(dossier_answer* answer, int64_t value);
DOSSIER_API int dossier_answer_set_double(dossier_answer* answer, double value);
/* Ends the query: whoever asked for the row gets DOSSIER_USAGE with this message. */
DOSSIER_API int dossier_answer_fail(dossier_answer* answer, const char* message);

/* Callbacks run in the threads that read results, several at a time when several queries do. They
 * must not let C++ exceptions or longjmp() out, write to the knowledge base, or use the result they
 * are called for. `context` is the pointer given at registration; `free_context`, which may be
 * NULL, is called for it once nothing uses the function any more, in any thread. A registration
 * that fails does not call it. */

/* Called once a row; the arguments, in N-Triples syntax, are all bound. */
typedef void (*dossier_function)(const char* const* arguments, size_t count, dossier_answer* answer,
                                 void* context);
/* Adds a function that takes `least` to `most` arguments to the queries and updates that start from
 * now on, or replaces the one of this IRI. 0 done, -1 on failure. */
DOSSIER_API int dossier_register_function(dossier_kb* kb, const char* iri, size_t least,
                                          size_t most, dossier_function function, void* context,
                                          void (*free_context)(void* context),
                                          dossier_error** error);

/* What computes the value of each group of a query. All but `bytes` must be there. The calls for
 * one state come one after the other. */
typedef struct dossier_aggregate {
  /* The state of a group before its first value; NULL ends the query as a failure. */
  void* (*start)(void* context);
  /* One more value, in N-Triples syntax; of DISTINCT each different one once. `answer` is only for
   * dossier_answer_fail(). A group with a value that is unbound or an error is an error itself and
   * gets no more. */
  void (*add)(void* state, const char* value, dossier_answer* answer);
  /* The value of the group, asked at most once; also of a group without values. */
  void (*result)(void* state, dossier_answer* answer);
  /* Frees the state, whether its result was asked for or not. */
  void (*end)(void* state);
  /* What the state keeps, for the memory limit of the query; asked after each add(). */
  size_t (*bytes)(const void* state);
} dossier_aggregate;
/* Adds the aggregate `iri`: texts call it as iri(expression) or iri(DISTINCT expression) wherever
 * COUNT may stand. `aggregate` is copied. Otherwise as dossier_register_function(). */
DOSSIER_API int dossier_register_aggregate(dossier_kb* kb, const char* iri,
                                           const dossier_aggregate* aggregate, void* context,
                                           void (*free_context)(void* context),
                                           dossier_error** error);

#ifdef __cplusplus
}
#endif

#endif /* DOSSIER_C_FUNCTIONS_H */
