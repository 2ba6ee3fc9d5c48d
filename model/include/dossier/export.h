// SPDX-License-Identifier: Apache-2.0
// DOSSIER_API marks what the shared library exports; all other symbols are hidden.
#pragma once

#if defined(__GNUC__) || defined(__clang__)
#define DOSSIER_API __attribute__((visibility("default")))
#else
#define DOSSIER_API
#endif
