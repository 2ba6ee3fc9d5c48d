// SPDX-License-Identifier: Apache-2.0
#include "parser/xml/encoding.h"

#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "dossier/error.h"

namespace dossier::xml {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;
constexpr std::size_t kStart = 256;  ///< an XML declaration is within so many bytes

/// The value of encoding="..." in an XML declaration; empty without one.
std::string_view declared_encoding(std::string_view start) {
  if (!start.starts_with("<?xml")) return {};
  start = start.substr(0, start.find("?>"));
  const std::size_t at = start.find("encoding");
  if (at == std::string_view::npos) return {};
  start.remove_prefix(at);
  const std::size_t open = start.find_first_of("\"'");
  if (open == std::string_view::npos) return {};
  const std::size_t close = start.find(start[open], open + 1);
  if (close == std::string_view::npos) return {};
  return start.substr(open + 1, close - open - 1);
}

bool is_utf8(std::string_view name) {
  std::string upper(name);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return upper == "UTF-8" || upper == "UTF8" || upper == "US-ASCII" || upper == "ASCII";
}

/// EncName of XML 1.0, production 81; iconv takes more than names.
bool is_name(std::string_view text) {
  return text.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") ==
         std::string_view::npos;
}

/// Pulls bytes from a start already read and then a stream, and gives them in UTF-8.
class Converter : public std::streambuf {
 public:
  Converter(std::istream& input, std::string start, const std::string& encoding)
      : input_(input), bytes_(std::move(start)), encoding_(encoding) {
    if (is_utf8(encoding)) return;
    if (is_name(encoding)) converter_ = iconv_open("UTF-8", encoding.c_str());
    if (converter_ == kNone) {
      throw Error(ErrorCode::unsupported, "the encoding \"" + encoding +
                                              "\" is not supported: convert the document to "
                                              "UTF-8");
    }
  }
  ~Converter() override {
    if (converter_ != kNone) iconv_close(converter_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

 protected:
  int_type underflow() override {
    text_.clear();
    while (text_.empty()) {
      if (bytes_.size() < kBlock && input_.good()) read();
      if (bytes_.empty()) return traits_type::eof();
      if (converter_ == kNone) {
        text_.swap(bytes_);
      } else {
        convert();
      }
    }
    setg(text_.data(), text_.data(), text_.data() + text_.size());
    return traits_type::to_int_type(*gptr());
  }

 private:
  void read() {
    const std::size_t held = bytes_.size();
    bytes_.resize(held + kBlock);
    input_.read(bytes_.data() + held, kBlock);
    bytes_.resize(held + static_cast<std::size_t>(input_.gcount()));
    if (input_.bad()) throw Error(ErrorCode::input, "reading failed");
  }

  void convert() {
    text_.resize(4 * bytes_.size());
    char* from = bytes_.data();
    std::size_t left = bytes_.size();
    char* to = text_.data();
    std::size_t room = text_.size();
    if (iconv(converter_, &from, &left, &to, &room) == static_cast<std::size_t>(-1)) {
      const bool cut_short = errno == EINVAL && input_.good();
      if (errno != E2BIG && !cut_short) {
        throw Error(ErrorCode::syntax, "the document is not " + encoding_ + " throughout");
      }
    }
    text_.resize(text_.size() - room);
    bytes_.erase(0, bytes_.size() - left);
  }

  static inline const iconv_t kNone = reinterpret_cast<iconv_t>(-1);
  std::istream& input_;
  std::string bytes_;
  std::string encoding_;
  std::string text_;
  iconv_t converter_ = kNone;
};

}  // namespace

std::string encoding_of(std::string_view start) {
  struct Mark {
    std::string_view bytes;
    const char* encoding;
  };
  using namespace std::string_view_literals;
  static constexpr std::array<Mark, 9> kMarks{{{"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                               {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                               {"\0\0\0<"sv, "UTF-32BE"},
                                               {"<\0\0\0"sv, "UTF-32LE"},
                                               {"\xFE\xFF"sv, "UTF-16BE"},
                                               {"\xFF\xFE"sv, "UTF-16LE"},
                                               {"\0<"sv, "UTF-16BE"},
                                               {"<\0"sv, "UTF-16LE"},
                                               {"\xEF\xBB\xBF"sv, "UTF-8"}}};
  for (const Mark& mark : kMarks) {
    if (start.starts_with(mark.bytes)) return mark.encoding;
  }
  const std::string_view declared = declared_encoding(start);
  return declared.empty() ? "UTF-8" : std::string(declared);
}

Utf8Stream::Utf8Stream(std::istream& input) {
  std::string start(kStart, '\0');
  input.read(start.data(), kStart);
  start.resize(static_cast<std::size_t>(input.gcount()));
  const std::string encoding = encoding_of(start);
  buffer_ = std::make_unique<Converter>(input, std::move(start), encoding);
  stream_ = std::make_unique<std::istream>(buffer_.get());
  stream_->exceptions(std::ios::badbit);  // lets the buffer's own errors through
}

Utf8Stream::~Utf8Stream() = default;

}  // namespace dossier::xml
