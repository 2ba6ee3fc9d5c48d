// SPDX-License-Identifier: Apache-2.0
#include "extract/tables/table_stream.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include "dossier/error.h"
#include "extract/reader/table_rows.h"
#include "model/utf8.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A first line that has none of these is a table of one column.
char separator_in(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  for (const char mark : {'\t', ';', ','})
    if (line.find(mark) != std::string_view::npos) return mark;
  return ',';
}

std::uint64_t count_lines(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

/// Where the first character stands that is none.
std::size_t first_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && !utf8::starts_code_point(text[end])) ++end;
    if (!utf8::is_valid(text.substr(at, end - at))) return at;
    at = end;
  }
  return text.size();
}

}  // namespace

struct TableStream::Digest {
  Digest() : context(EVP_MD_CTX_new()) { EVP_DigestInit_ex(context, EVP_sha256(), nullptr); }
  ~Digest() { EVP_MD_CTX_free(context); }
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  EVP_MD_CTX* context;
};

TableStream::TableStream(std::istream& stream, std::string file, std::optional<char> separator)
    : stream_(stream),
      file_(std::move(file)),
      separator_(separator),
      digest_(std::make_unique<Digest>()) {
  read_more();
  if (std::string_view(text_).starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  if (!separator_) separator_ = separator_in(text_);
}

TableStream::~TableStream() = default;

// As much again as is waiting, so that a long row is not parsed too often.
bool TableStream::read_more() {
  if (at_end_) return false;
  const std::size_t before = text_.size();
  text_.resize(before + std::max(kPiece, before - at_));
  stream_.read(text_.data() + before, static_cast<std::streamsize>(text_.size() - before));
  const auto got = static_cast<std::size_t>(stream_.gcount());
  text_.resize(before + got);
  EVP_DigestUpdate(digest_->context, text_.data() + before, got);
  at_end_ = !stream_;
  return got > 0;
}

void TableStream::drop_read_part() {
  if (at_ < kPiece) return;
  line_ += count_lines(std::string_view(text_).substr(0, at_));
  dropped_ += at_;
  text_.erase(0, at_);
  at_ = start_ = 0;
}

bool TableStream::next(TableCells& cells) {
  drop_read_part();
  for (;;) {
    const std::string_view rest = std::string_view(text_).substr(at_);
    TableRows rows(rest, *separator_);
    const bool found = rows.next(cells);
    // The row may go on, or its line end be cut in two, in what is not yet read.
    const bool may_go_on = rows.position() >= rest.size() || rows.is_open();
    if (may_go_on && !at_end_) {
      if (rest.size() - std::min(rows.start(), rest.size()) > kLargestRow)
        refuse_size(at_ + rows.start());
      read_more();
      continue;
    }
    start_ = at_ + rows.start();
    if (rows.is_open())
      fail(ErrorCode::input, "the quote that opens here is not closed", at_ + rows.open_quote());
    at_ += rows.position();
    if (at_ - start_ > kLargestRow) refuse_size(start_);
    if (!found) return false;
    break;
  }
  const std::string_view bytes = std::string_view(text_).substr(start_, at_ - start_);
  if (!utf8::is_valid(bytes))
    fail(ErrorCode::input, "the bytes are not UTF-8", start_ + first_bad_byte(bytes));
  if (cells.size() > kMostCells)
    refuse_row(fmt::format("the row has more than {} cells", kMostCells));
  return true;
}

void TableStream::refuse_size(std::size_t at) const {
  fail(ErrorCode::limit, "the row has more than 16 MiB", at);
}

void TableStream::refuse_row(const std::string& message) const {
  fail(ErrorCode::input, message, start_);
}

void TableStream::fail(ErrorCode code, const std::string& message, std::size_t at) const {
  Error error = Error::in_text(code, message, text_, at);
  SourcePosition position = *error.position();
  position.line += static_cast<std::uint32_t>(line_ - 1);
  position.offset += dropped_;
  Error placed(code, message, position, error.source_line());
  placed.set_file(file_);
  throw placed;
}

std::string TableStream::sha256() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_DigestFinal_ex(digest_->context, digest.data(), &size);
  std::string hex;
  for (unsigned i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

}  // namespace dossier::extract
