// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <array>
#include <utility>

#include "extract/interruption.h"
#include "extract/reader/unpack.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kTarMarkAt = 257;

/// libarchive converts names to the thread's encoding, and loses those that it cannot write.
class Utf8Locale {
 public:
  Utf8Locale() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_ != nullptr) before_ = uselocale(locale_);
  }
  ~Utf8Locale() {
    if (locale_ == nullptr) return;
    uselocale(before_);
    freelocale(locale_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t locale_;
  locale_t before_ = nullptr;
};

void support_formats(archive* reader) {
  archive_read_support_format_zip(reader);
  archive_read_support_format_tar(reader);
  archive_read_support_filter_gzip(reader);
  archive_read_support_filter_bzip2(reader);
  archive_read_support_filter_xz(reader);
  archive_read_support_filter_zstd(reader);
}

}  // namespace

bool opens_as_zip(std::string_view content) {
  return content.starts_with("PK\x03\x04") || content.starts_with("PK\x05\x06");
}

bool opens_as_tar(std::string_view content) {
  return content.size() > kTarMarkAt && content.substr(kTarMarkAt).starts_with("ustar");
}

Archive::Archive(std::string_view bytes, std::string source)
    : source_(std::move(source)), archive_(archive_read_new(), archive_read_free) {
  support_formats(archive_.get());
  if (archive_read_open_memory(archive_.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    refuse("the archive is damaged");
}

void Archive::refuse(const std::string& what) const {
  const char* const reason = archive_error_string(archive_.get());
  refuse_source(source_, reason == nullptr ? what : fmt::format("{} ({})", what, reason));
}

bool Archive::next() {
  const Utf8Locale utf8;
  for (;;) {
    Interruption::look();
    const int status = archive_read_next_header(archive_.get(), &entry_);
    if (status == ARCHIVE_EOF) return false;
    if (status < ARCHIVE_WARN) refuse("the archive is damaged");
    const char* const path = archive_entry_pathname(entry_);
    if (path == nullptr || archive_entry_filetype(entry_) != AE_IFREG) continue;
    path_ = path;
    return true;
  }
}

bool Archive::is_encrypted() const { return archive_entry_is_data_encrypted(entry_) != 0; }

std::string Archive::read(std::size_t limit) {
  std::string content;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    Interruption::look();
    const la_ssize_t got = archive_read_data(archive_.get(), buffer.data(), buffer.size());
    if (got == 0) return content;
    if (got < 0) refuse(path_ + " is damaged");
    content.append(buffer.data(), static_cast<std::size_t>(got));
    if (content.size() > limit)
      refuse_source(source_,
                    fmt::format("{} is larger than {}; split it", path_, size_text(limit)));
  }
}

}  // namespace dossier::extract
