// SPDX-License-Identifier: Apache-2.0
// Text from elsewhere, made harmless for a terminal.
#pragma once

#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

namespace dossier::repl {

/// `text` with control characters (U+0000 to U+001F, U+007F to U+009F), marks that turn the
/// direction of writing, and ill-formed bytes as "\\x1B" or "\\u{202E}": whatever it holds, it
/// moves no cursor, sets no colour and hides nothing. Newlines too: one line stays one line.
std::string printable(std::string_view text);

/// The same for a message of several lines: newlines and tabs stay.
std::string printable_lines(std::string_view text);

/// A stream over another one that passes on printable_lines() of whole lines. For results in
/// formats that keep a value's characters, when they go to a terminal.
class PrintableStream : public std::ostream {
 public:
  /// `target` must outlive it, and flush() be called at the end: what is left is written then, and
  /// the exceptions of `target` pass through.
  explicit PrintableStream(std::ostream& target) : std::ostream(&buffer_), buffer_(target) {
    exceptions(std::ios::badbit);
  }

 private:
  class Buffer : public std::streambuf {
   public:
    explicit Buffer(std::ostream& target) : target_(target) {}

   protected:
    int_type overflow(int_type c) override;
    std::streamsize xsputn(const char* text, std::streamsize size) override;
    int sync() override;

   private:
    void write();

    std::ostream& target_;
    std::string line_;
  };

  Buffer buffer_;
};

}  // namespace dossier::repl
