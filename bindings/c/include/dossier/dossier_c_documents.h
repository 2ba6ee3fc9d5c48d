/* SPDX-License-Identifier: Apache-2.0 */
/* Documents in, evidence, corrections, search and questions in English: a part of
 * <dossier/dossier_c.h>, whose head says what holds for all calls. */
#ifndef DOSSIER_C_DOCUMENTS_H
#define DOSSIER_C_DOCUMENTS_H

#include "dossier/dossier_c.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Documents and facts ---- */

typedef enum dossier_outcome {
  DOSSIER_ADDED = 0,
  DOSSIER_REPLACED = 1,
  DOSSIER_UNCHANGED = 2,
  DOSSIER_RENAMED = 3 /* a moved file; dossier_ingest_all() only */
} dossier_outcome;

typedef struct dossier_ingest_report {
  dossier_outcome outcome;
  uint64_t sentences;
  uint64_t facts;
  uint64_t entities;
} dossier_ingest_report;

/* Reads a document and writes its facts as one transaction. `options` (time limit, cancellation)
 * and `report` may be NULL. 0 done, -1 on failure. */
DOSSIER_API int dossier_ingest(dossier_kb* kb, const char* path, const dossier_options* options,
                               dossier_ingest_report* report, dossier_error** error);
/* The same for a text in memory; `source_name` stands for the file name and tells the format. */
DOSSIER_API int dossier_ingest_text(dossier_kb* kb, const char* bytes, size_t length,
                                    const char* source_name, const dossier_options* options,
                                    dossier_ingest_report* report, dossier_error** error);
/* What became of one document of many. All strings live during the call that gets it. */
typedef struct dossier_ingest_outcome {
  const char* path;     /* of a part of a file: that of the file, "/", its own name */
  const char* document; /* its IRI; NULL: there is no report */
  const char* error;    /* why it was not read; NULL: it was, or it is a file without text */
  dossier_ingest_report report;
} dossier_ingest_outcome;
/* Called after each document, when it is on disk or has failed; anything but 0 ends the work. */
typedef int (*dossier_ingest_done)(const dossier_ingest_outcome* outcome, void* context);
/* Reads files, folders, and the documents inside files: archives (zip, tar), mailboxes, mails with
 * attachments, tables. Each document is a transaction of its own, and one that cannot be read does
 * not stop the others. `options` and `done` may be NULL. Returns how many failed; -1 when the whole
 * failed. */
DOSSIER_API int64_t dossier_ingest_all(dossier_kb* kb, const char* const* paths, size_t count,
                                       const dossier_options* options, dossier_ingest_done done,
                                       void* context, dossier_error** error);
/* How documents are read, by all ways to ingest. Folders: also those inside them; files that a
 * pattern of the shell fits are left out. */
DOSSIER_API int dossier_options_set_recursive(dossier_options* options, int recursive);
DOSSIER_API int dossier_options_add_exclude(dossier_options* options, const char* pattern);
/* The columns of tables (.csv, .tsv, .jsonl) whose rows are documents; NULL: there is none. Without
 * `text` no table is read. */
DOSSIER_API int dossier_options_set_columns(dossier_options* options, const char* text,
                                            const char* date, const char* author,
                                            const char* title);
/* As "en"; NULL: found out for each document. */
DOSSIER_API int dossier_options_set_document_language(dossier_options* options,
                                                      const char* language);
/* Pages of PDF files that are scans are read by the program tesseract. */
DOSSIER_API int dossier_options_set_ocr(dossier_options* options, int ocr);
/* Threads of dossier_ingest_all(); 0: one per core. */
DOSSIER_API int dossier_options_set_jobs(dossier_options* options, size_t jobs);
/* Removes a document (an IRI): 1 done, 0 there is none, -1 on failure. */
DOSSIER_API int dossier_forget(dossier_kb* kb, const char* document, dossier_error** error);

/* Why a fact is believed: the sentences it was read from. Each of subject, predicate, object is a
 * term or NULL for any. At most `limit` (0: all). */
DOSSIER_API dossier_evidence* dossier_evidence_of(dossier_kb* kb, const char* subject,
                                                  const char* predicate, const char* object,
                                                  uint64_t limit, dossier_error** error);
/* One piece of evidence. Strings are "" where nothing is known; they live as long as the handle. */
typedef struct dossier_evidence_item {
  const char* subject; /* terms in N-Triples syntax */
  const char* predicate;
  const char* object;
  const char* document; /* IRIs */
  const char* sentence;
  const char* headline;
  const char* date;
  const char* speaker;       /* who says the sentence */
  const char* attributed_to; /* who claims the fact */
  const char* text;          /* the sentence */
  const char* polarity;
  const char* modality;
  const char* time;
  double confidence; /* negative: unknown */
  int asserted;      /* the triple itself is in the knowledge base */
} dossier_evidence_item;
DOSSIER_API size_t dossier_evidence_count(const dossier_evidence* evidence);
/* 1 and the item, 0 when there is none of this number. */
DOSSIER_API int dossier_evidence_get(const dossier_evidence* evidence, size_t number,
                                     dossier_evidence_item* item);
DOSSIER_API void dossier_evidence_free(dossier_evidence* evidence);

/* What documents say against each other: pieces 2n and 2n + 1 of the evidence cannot both be so; a
 * denial comes second. NULL on failure. */
DOSSIER_API dossier_evidence* dossier_conflicts(dossier_kb* kb, dossier_error** error);
/* In what the pair of this number differs: "values", "subjects", "times", "amounts", "denied"; NULL
 * when there is no such pair. Lives as long as the handle. */
DOSSIER_API const char* dossier_conflict_kind(const dossier_evidence* conflicts, size_t number);

/* ---- Corrections ---- */

/* The IRIs of the entities with exactly this name, each with a line feed, for the caller. */
DOSSIER_API char* dossier_entities_named(dossier_kb* kb, const char* name, dossier_error** error);
/* All of these write, hold for documents that are read later, too, and return the number of the
 * decision, which dossier_undo_decision() takes back, or -1 on failure. Entities, documents and
 * facts (doc:report#f3) are terms (convention 8).
 * Two entities are one. */
DOSSIER_API int64_t dossier_merge_entities(dossier_kb* kb, const char* kept, const char* gone,
                                           dossier_error** error);
/* The mentions that are written so are another entity. */
DOSSIER_API int64_t dossier_split_name(dossier_kb* kb, const char* entity, const char* name,
                                       dossier_error** error);
/* The mentions of one document are another entity. */
DOSSIER_API int64_t dossier_split_document(dossier_kb* kb, const char* entity, const char* document,
                                           dossier_error** error);
/* It is called so; what it was called becomes another name. */
DOSSIER_API int64_t dossier_rename_entity(dossier_kb* kb, const char* entity, const char* name,
                                          dossier_error** error);
/* The fact was read wrongly: it goes, and stays away when its document is read again. */
DOSSIER_API int64_t dossier_reject_fact(dossier_kb* kb, const char* fact, dossier_error** error);
/* A rejected fact comes back. 0 done, -1 on failure. */
DOSSIER_API int dossier_restore_fact(dossier_kb* kb, const char* fact, dossier_error** error);
/* 0 done, -1 on failure. */
DOSSIER_API int dossier_undo_decision(dossier_kb* kb, uint64_t number, dossier_error** error);

/* ---- Search and questions ---- */

/* Looks for words: "phrases", beginnings*, misspelt~ words, AND, OR, NOT. At most `most` things and
 * `most` sentences (0: 10), the best first; `options` may be NULL. NULL on failure. */
DOSSIER_API dossier_found* dossier_find(dossier_kb* kb, const char* words, uint64_t most,
                                        const dossier_options* options, dossier_error** error);
typedef struct dossier_found_entity { /* strings as those of dossier_evidence_item */
  const char* entity;                 /* an IRI */
  const char* label;
  uint64_t mentions; /* sentences */
} dossier_found_entity;
typedef struct dossier_found_sentence {
  const char* sentence; /* IRIs */
  const char* document;
  const char *headline, *date, *speaker, *text;
  double score; /* comparable within one search */
} dossier_found_sentence;
DOSSIER_API size_t dossier_found_entity_count(const dossier_found* found);
DOSSIER_API size_t dossier_found_sentence_count(const dossier_found* found);
DOSSIER_API int dossier_found_get_entity(const dossier_found* found, size_t number,
                                         dossier_found_entity* item);
DOSSIER_API int dossier_found_get_sentence(const dossier_found* found, size_t number,
                                           dossier_found_sentence* item);
DOSSIER_API void dossier_found_free(dossier_found* found);

/* Answers a question in English as one JSON object for the caller (to_json() in <dossier/ask.h>
 * lists its fields). At most `most` answers (0: 20); `options` may be NULL. NULL on failure. */
DOSSIER_API char* dossier_ask_english(dossier_kb* kb, const char* question, uint64_t most,
                                      const dossier_options* options, dossier_error** error);

#ifdef __cplusplus
}
#endif

#endif /* DOSSIER_C_DOCUMENTS_H */
