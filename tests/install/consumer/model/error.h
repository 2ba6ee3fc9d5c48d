// SPDX-License-Identifier: Apache-2.0
// The application's own header; Dossier's must not find it.
#pragma once
#define APPLICATION_HEADER 1
