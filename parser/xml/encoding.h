// SPDX-License-Identifier: Apache-2.0
// Converts documents in other encodings to UTF-8.
#pragma once

#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace dossier::xml {

/// The encoding given by the first bytes of a document (XML 1.0, appendix F): by a byte order
/// mark, by how "<?" is encoded, or by the declaration. "UTF-8" when nothing says otherwise.
std::string encoding_of(std::string_view start);

/// `input` read as UTF-8, whatever its encoding. Throws Error(unsupported) for one the system does
/// not know; the stream throws Error(syntax) at bytes that are invalid in the encoding. UTF-8
/// passes unchanged.
class Utf8Stream {
 public:
  explicit Utf8Stream(std::istream& input);
  ~Utf8Stream();
  std::istream& stream() { return *stream_; }

 private:
  std::unique_ptr<std::streambuf> buffer_;
  std::unique_ptr<std::istream> stream_;
};

}  // namespace dossier::xml
