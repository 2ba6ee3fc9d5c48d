/* SPDX-License-Identifier: Apache-2.0 */
/* An application in C: prints the headlines of a knowledge base. */
#include <dossier/dossier_c.h>
#include <dossier/version.h>
#include <stdio.h>

int main(int argc, char** argv) {
  dossier_error* error = NULL;
  dossier_kb* kb = dossier_open(argv[argc - 1], &error);
  dossier_parameter label = {"class", "k:Document"};
  dossier_result* rows = dossier_query_with(
      kb, "SELECT ?h WHERE { ?d a $class ; schema:headline ?h }", &label, 1, &error);
  while (rows && dossier_next(rows, &error) == 1) puts(dossier_text(rows, 0));
  if (dossier_query(kb, "SELECT * WHERE {", &error) || !error ||
      dossier_error_get_code(error) != DOSSIER_SYNTAX)
    return 1;
  dossier_error_free(error);
  dossier_result_free(rows);
  dossier_close(kb);
  return 0;
}
