// SPDX-License-Identifier: Apache-2.0
// Documents in, facts out, over a pair of pipes: what `dossier extract --serve` speaks with its
// parent. The protocol is described in docs/worker.md.
#pragma once

#include "dossier/ingest.h"
#include "repl/process/console.h"

namespace dossier::repl {

/// Of the protocol; a worker and its parent must agree.
inline constexpr int kServiceVersion = 1;

/// Answers requests from the console's input until it ends. `options` are those of each document;
/// a request may ask for less time. A document that can't be read is an answer. Throws Error(input)
/// when the input isn't the protocol, and Error(cancelled).
void serve_extraction(Console& console, const IngestOptions& options);

}  // namespace dossier::repl
