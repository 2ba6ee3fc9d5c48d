/* SPDX-License-Identifier: Apache-2.0 */
/* The version of these headers, for C and C++. The build reads the project's version from here. */
#pragma once

#define DOSSIER_VERSION_MAJOR 0
#define DOSSIER_VERSION_MINOR 2
#define DOSSIER_VERSION_PATCH 0
/* "MAJOR.MINOR.PATCH" */
#define DOSSIER_VERSION "0.2.0"

/* One number to compare with, as in #if DOSSIER_VERSION_NUMBER >= DOSSIER_MAKE_VERSION(0, 2, 0) */
#define DOSSIER_MAKE_VERSION(major, minor, patch) ((major)*1000000 + (minor)*1000 + (patch))
#define DOSSIER_VERSION_NUMBER \
  DOSSIER_MAKE_VERSION(DOSSIER_VERSION_MAJOR, DOSSIER_VERSION_MINOR, DOSSIER_VERSION_PATCH)
