// SPDX-License-Identifier: Apache-2.0
// Where the rows of a query go.
// Part of <dossier/results.h>.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dossier/export.h"
#include "dossier/term.h"

namespace dossier {

/// A row: one value per variable, none where it is unbound.
using Solution = std::span<const std::optional<Term>>;

/// Receives one result: begin(), row() for each row, end(); or boolean() alone. Writers are sinks,
/// readers feed one. An application may implement its own. One thread at a time.
class DOSSIER_API ResultsSink {
 public:
  virtual ~ResultsSink();
  /// Names without "?".
  virtual void begin(const std::vector<std::string>& variables) = 0;
  /// As many values as there are variables; valid during the call.
  virtual void row(Solution values) = 0;
  virtual void end() = 0;
  virtual void boolean(bool answer) = 0;
};

}  // namespace dossier
