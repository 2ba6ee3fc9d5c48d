// SPDX-License-Identifier: GPL-2.0-or-later
// dossier-pdf: the words on the pages of a PDF, read with poppler.
//
// The PDF comes on standard input, frames (frames.h) go to standard output. A program of its own,
// because poppler is under the GPL, and because a file made to do harm can then harm nothing else.
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <signal.h>
#include <unistd.h>
#include <algorithm>

#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pdf/frames.h"
#include "extract/pdf/restrict.h"

namespace dossier::pdf {
namespace {

constexpr int kWrongArguments = 2;
constexpr std::size_t kBuffer = 1 << 16;

constexpr const char* kUsage =
    "Usage: dossier-pdf [--cpu SECONDS] [--memory MIB] < FILE.pdf\n"
    "Writes the words on the pages of a PDF in the form that the library of Dossier reads.\n"
    "  --cpu SECONDS  processor time it may use (60)\n"
    "  --memory MIB   memory it may use besides the file (512)\n"
    "  --pictures DPI also draws the pages that have no words, with so many dots an inch\n"
    "Contains poppler; GPL-2.0-or-later.\n";

/// Nobody is left to tell when the reader has gone.
[[noreturn]] void give_up() { _exit(1); }

class Output {
 public:
  void put(Frame type, std::string_view content) {
    if (content.size() + 1 > kLongestFrame) return;
    add(static_cast<std::uint32_t>(content.size() + 1));
    buffer_ += static_cast<char>(type);
    buffer_ += content;
    if (buffer_.size() >= kBuffer) flush();
  }

  void flush() {
    for (std::string_view rest = buffer_; !rest.empty();) {
      const ssize_t written = write(STDOUT_FILENO, rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) give_up();
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
  }

 private:
  void add(std::uint32_t number) {
    buffer_.append(reinterpret_cast<const char*>(&number), sizeof number);
  }

  std::string buffer_;
};

template <typename Value>
void append(std::string& content, Value value) {
  content.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void append(std::string& content, const poppler::ustring& text) {
  for (const std::uint16_t unit : text) append(content, unit);
}

std::string read_input() {
  std::string bytes;
  for (char buffer[kBuffer];;) {
    const ssize_t got = read(STDIN_FILENO, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) give_up();
    if (got == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
}

/// Turned words beside upright ones are notes of the margin and marks across the page; a page of
/// turned words alone is a wide table.
bool has_upright(const std::vector<poppler::text_box>& words) {
  const auto upright = std::count_if(words.begin(), words.end(), [](const poppler::text_box& word) {
    return word.rotation() == 0;
  });
  return static_cast<std::size_t>(upright) * 2 >= words.size();
}

/// As many as were asked for, unless the page is so large that they would be too many pixels.
double dots_for(const poppler::page& page, double wanted) {
  constexpr double kPointsPerInch = 72;
  const poppler::rectf box = page.page_rect();
  const double square_inches = box.width() * box.height() / (kPointsPerInch * kPointsPerInch);
  return std::min(wanted, std::sqrt(kMostPixels / std::max(square_inches, 1e-6)) * 0.99);
}

/// A page that cannot be drawn has no picture.
void write_picture(const poppler::page& page, double wanted, Output& out) {
  const double dots = dots_for(page, wanted);
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const poppler::image image = renderer.render_page(&page, dots, dots);
  if (!image.is_valid() || image.format() != poppler::image::format_gray8) return;
  std::string content;
  append(content, static_cast<std::uint32_t>(image.width()));
  append(content, static_cast<std::uint32_t>(image.height()));
  append(content, dots);
  out.put(Frame::picture, content);
  for (int row = 0; row < image.height(); ++row)
    out.put(Frame::grays, {image.const_data() + std::ptrdiff_t{row} * image.bytes_per_row(),
                           static_cast<std::size_t>(image.width())});
}

void write_page(const poppler::page& page, double dots, Output& out) {
  std::string content;
  append(content, page.page_rect().height());
  out.put(Frame::page, content);
  const std::vector<poppler::text_box> words = page.text_list();
  if (words.empty() && dots > 0) write_picture(page, dots, out);
  const bool only_upright = has_upright(words);
  for (const poppler::text_box& word : words) {
    if (only_upright && word.rotation() != 0) continue;
    const poppler::rectf box = word.bbox();
    content.clear();
    for (const double place : {box.left(), box.top(), box.right(), box.bottom()})
      append(content, place);
    content += word.has_space_after() ? '\1' : '\0';
    append(content, word.text());
    out.put(Frame::word, content);
  }
}

void write_info(const poppler::document& pdf, const char* key, Info kind, Output& out) {
  std::string content(1, static_cast<char>(kind));
  append(content, pdf.info_key(key));
  out.put(Frame::info, content);
}

void refuse(Refusal why, Output& out) {
  out.put(Frame::refused, std::string(1, static_cast<char>(why)));
  out.flush();
}

void write_document(const std::string& bytes, double dots, Output& out) {
  const std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!pdf) return refuse(Refusal::damaged, out);
  if (pdf->is_locked()) return refuse(Refusal::locked, out);
  for (int i = 0; i < pdf->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(pdf->create_page(i));
    // A page that cannot be read is a gap in the document, no reason to refuse the others.
    if (page) write_page(*page, dots, out);
  }
  write_info(*pdf, "Title", Info::title, out);
  write_info(*pdf, "Author", Info::author, out);
  write_info(*pdf, "CreationDate", Info::date, out);
  out.put(Frame::end, {});
  out.flush();
}

/// Poppler's own allocation ends the process when there is no memory left.
void on_abort(int) { _exit(kOutOfMemory); }

int run(const Limits& limits, double dots) {
  limit_time(limits);
  const std::string bytes = read_input();
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  drop_rights(limits, bytes.size());
  signal(SIGABRT, on_abort);
  Output out;
  std::string version;
  append(version, kVersion);
  out.put(Frame::version, version);
  try {
    write_document(bytes, dots, out);
  } catch (const std::bad_alloc&) {
    refuse(Refusal::memory, out);
  } catch (const std::exception&) {
    refuse(Refusal::damaged, out);
  }
  // Nothing is left that would need putting in order.
  _exit(0);
}

bool read_number(const char* text, rlim_t& number) {
  const auto [end, error] = std::from_chars(text, text + std::strlen(text), number);
  return error == std::errc() && *end == '\0' && number > 0 && number < (rlim_t{1} << 32);
}

/// `dots`: an inch, of the pictures of pages without words; 0: none.
bool read_arguments(int count, char** given, Limits& limits, rlim_t& dots) {
  constexpr rlim_t kMostDots = 1200;
  for (int i = 1; i < count; i += 2) {
    const std::string_view option = given[i];
    if (i + 1 == count) return false;
    if (option == "--cpu" && read_number(given[i + 1], limits.cpu_seconds)) continue;
    if (option == "--memory" && read_number(given[i + 1], limits.memory_mib)) continue;
    if (option == "--pictures" && read_number(given[i + 1], dots) && dots <= kMostDots) continue;
    return false;
  }
  return true;
}

}  // namespace
}  // namespace dossier::pdf

int main(int count, char** given) {
  if (count == 2 && std::string_view(given[1]) == "--help") {
    std::fputs(dossier::pdf::kUsage, stdout);
    return 0;
  }
  dossier::pdf::Limits limits;
  rlim_t dots = 0;
  if (!dossier::pdf::read_arguments(count, given, limits, dots)) {
    std::fputs(dossier::pdf::kUsage, stderr);
    return dossier::pdf::kWrongArguments;
  }
  return dossier::pdf::run(limits, static_cast<double>(dots));
}
