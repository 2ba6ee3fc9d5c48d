// SPDX-License-Identifier: Apache-2.0
// The one exception type of the project.
//
// Every failure that leaves a folder is an Error: a code for programs, a message for people (what
// went wrong, then what to do), and the position in a text where there is one.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "dossier/export.h"

namespace dossier {

/// What kind of failure it is; the command line turns it into an exit status.
enum class ErrorCode : std::uint8_t {
  syntax,  ///< a text does not follow its grammar, or breaks a rule that the grammar cannot express
  unsupported,  ///< well-formed, but this version cannot do it; the message names what
  storage,      ///< the knowledge base cannot be opened, read or written
  limit,        ///< a limit the caller set was reached: memory, rows, nesting
  timeout,      ///< the time limit was reached
  cancelled,    ///< the caller's cancellation token was raised
  usage,        ///< the call itself is wrong: a closed transaction, an unknown parameter
  conflict,     ///< another writer holds the knowledge base or changed it
  input,        ///< a file or document cannot be read: missing, binary, not UTF-8
};

/// A place in a text. Lines and columns count from 1, columns in code points; `offset` counts bytes
/// from 0.
struct DOSSIER_API SourcePosition {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint64_t offset = 0;

  /// The position of byte `offset` in `text`; an offset beyond the end means the end.
  static SourcePosition at(std::string_view text, std::uint64_t offset);
};

/// Thread-compatible value type. what() is the message alone; describe() adds the place.
class DOSSIER_API Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message);
  Error(ErrorCode code, const std::string& message, SourcePosition position,
        std::string source_line);

  /// A failure at byte `offset` of `text`: fills in position and line.
  static Error in_text(ErrorCode code, const std::string& message, std::string_view text,
                       std::uint64_t offset);

  ErrorCode code() const noexcept { return code_; }
  const std::optional<SourcePosition>& position() const noexcept { return position_; }
  /// The line the position points into, without its end; empty if there is no position.
  const std::string& source_line() const noexcept { return source_line_; }
  /// The file the text came from; empty when unknown. Set by whoever knows it.
  const std::string& file() const noexcept { return file_; }
  void set_file(std::string file) { file_ = std::move(file); }

  /// For a person: "FILE:LINE:COLUMN: MESSAGE", then the line and a caret below it. Long lines are
  /// cut around the caret; no trailing newline.
  std::string describe() const;

 private:
  ErrorCode code_;
  std::optional<SourcePosition> position_;
  std::string source_line_;
  std::string file_;
};

}  // namespace dossier
