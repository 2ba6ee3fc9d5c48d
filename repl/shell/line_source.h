// SPDX-License-Identifier: Apache-2.0
// The source of the REPL's lines.
#pragma once

#include <istream>
#include <memory>
#include <string>

namespace dossier::repl {

class LineSource {
 public:
  enum class Status { line, end, interrupted };
  virtual ~LineSource() = default;
  /// Reads a line without its end into `line`. After `interrupted`, `line` holds what was typed.
  virtual Status next(const std::string& prompt, std::string& line) = 0;
  /// Keeps a statement for recall.
  virtual void remember(const std::string& statement) = 0;
  /// Whether a person types the lines and can be asked.
  virtual bool interactive() const = 0;
};

/// Lines of a stream, which must outlive it: no prompt, no recall.
std::unique_ptr<LineSource> make_stream_lines(std::istream& in);

}  // namespace dossier::repl
