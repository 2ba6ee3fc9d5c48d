// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_pages.h"

#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "dossier/error.h"
#include "extract/reader/child_program.h"
#include "extract/reader/pdf_frames.h"
#include "extract/reader/pdf_program.h"
#include "extract/reader/pdf_raised.h"
#include "extract/reader/recognize.h"
#include "extract/reader/unpack.h"
#include "extract/text/calendar.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostPages = 100'000;
/// What tesseract is made for.
constexpr int kScanDots = 300;

/// "D:20210503114500Z" as an ISO day; empty for anything else.
std::string info_day(std::string text) {
  if (text.starts_with("D:")) text.erase(0, 2);
  if (text.size() < 8) return {};
  const std::string day = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2);
  return parse_iso_day(day) ? day : std::string();
}

bool same_line(const PdfLine& line, const PdfBox& word) {
  const double overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
  const double lower = std::min(line.height(), word.bottom - word.top);
  const double gap = word.left - line.right;
  return overlap > lower / 2 && gap > -line.height() / 2 && gap < line.height() * 4;
}

/// Makes pages of the frames of one document.
class PageReader {
 public:
  using Recognize = std::function<std::vector<RecognizedWord>(const PagePicture&)>;

  /// `recognize` reads the words in pictures of pages; it may be empty if no pictures come.
  PageReader(const std::string& source, const ReadLimits& limits, Recognize recognize)
      : source_(source), limits_(limits), recognize_(std::move(recognize)) {}

  /// False after the last frame.
  bool take(const PdfFrame& frame) {
    PdfContent content(frame.content);
    if (!version_known_ && (frame.type != pdf::Frame::version || content.number() != pdf::kVersion))
      throw std::out_of_range("another version");
    version_known_ = true;
    switch (frame.type) {
      case pdf::Frame::version:
        return true;
      case pdf::Frame::page:
        begin_page(content.place());
        return true;
      case pdf::Frame::word:
        add_word(content);
        return true;
      case pdf::Frame::picture:
        begin_picture(content);
        return true;
      case pdf::Frame::grays:
        add_pixels(frame.content);
        return true;
      case pdf::Frame::info:
        add_info(content);
        return true;
      case pdf::Frame::refused:
        refuse(static_cast<pdf::Refusal>(content.byte()));
      case pdf::Frame::end:
        return false;
    }
    throw std::out_of_range("an unknown frame");
  }

  PdfPages finish() {
    if (characters_ == 0)
      refuse_source(source_, recognize_ ? "no text was recognised in the PDF"
                                        : "the PDF holds no text; --ocr reads scanned pages");
    return std::move(result_);
  }

 private:
  void begin_page(double height) {
    if (result_.pages.size() == kMostPages)
      refuse_source(source_, fmt::format("the PDF has more than {} pages; split it", kMostPages));
    result_.pages.push_back({height, {}});
    space_ = false;
  }

  void add_word(PdfContent& content) {
    PdfBox box;
    for (double* place : {&box.left, &box.top, &box.right, &box.bottom}) *place = content.place();
    const bool space_after = content.byte() != 0;
    place_word(box, space_after, content.text());
  }

  void begin_picture(PdfContent& content) {
    picture_ = PagePicture();
    picture_.width = content.number();
    picture_.height = content.number();
    picture_.dots_per_inch = content.place();
    if (!recognize_ || picture_.size() > pdf::kMostPixels || picture_.dots_per_inch < 1)
      throw std::out_of_range("a picture that was not asked for");
  }

  void add_pixels(std::string_view grays) {
    if (grays.size() > picture_.size() - picture_.pixels.size())
      throw std::out_of_range("more pixels than the picture has");
    picture_.pixels += grays;
    if (picture_.pixels.size() < picture_.size()) return;
    for (const RecognizedWord& word : recognize_(picture_))
      place_word({word.left, word.top, word.right, word.bottom}, true, word.text);
    picture_ = PagePicture();
  }

  void place_word(const PdfBox& box, bool space_after, const std::u32string& text) {
    if (result_.pages.empty()) throw std::out_of_range("a word on no page");
    if (trim(text).empty()) return;
    std::vector<PdfLine>& lines = result_.pages.back().lines;
    const bool raised = !lines.empty() && is_raised(lines.back(), box, text);
    if (lines.empty() || (!raised && !same_line(lines.back(), box))) {
      const double height = box.bottom - box.top;
      lines.push_back({{}, box.left, box.right, box.top, box.bottom, box.right - box.left, height});
      space_ = false;
    }
    PdfLine& line = lines.back();
    if (raised) {
      append_raised(line.text, text);
      line.right = std::max(line.right, box.right);
      space_ = space_after;
      return;
    }
    const bool apart = box.left - line.right > line.height() / 10;
    if (!line.text.empty() && (space_ || apart)) line.text += U' ';
    line.text += text;
    line.right = std::max(line.right, box.right);
    line.top = std::min(line.top, box.top);
    line.bottom = std::max(line.bottom, box.bottom);
    // The number of a note stands a little above it, and its letters are no larger for that.
    line.letters = std::max(line.letters, box.bottom - box.top);
    space_ = space_after;
    characters_ += text.size() + 1;
    refuse_beyond(limits_.text, characters_, source_);
  }

  void add_info(PdfContent& content) {
    const auto kind = static_cast<pdf::Info>(content.byte());
    const std::string text = to_utf8(trim(content.text()));
    if (kind == pdf::Info::title) result_.title = text;
    if (kind == pdf::Info::author) result_.author = text;
    if (kind == pdf::Info::date) result_.date = info_day(text);
  }

  [[noreturn]] void refuse(pdf::Refusal why) const {
    if (why == pdf::Refusal::locked)
      refuse_source(source_, "the PDF is encrypted and needs a password");
    if (why == pdf::Refusal::memory)
      throw Error(ErrorCode::limit, source_ + ": the PDF needs more memory than it is granted");
    refuse_source(source_, "the PDF is damaged");
  }

  const std::string& source_;
  const ReadLimits& limits_;
  Recognize recognize_;
  PdfPages result_;
  PagePicture picture_;  ///< that is coming
  std::size_t characters_ = 0;
  bool version_known_ = false;
  bool space_ = false;
};

[[noreturn]] void refuse_slow(const std::string& source) {
  throw Error(ErrorCode::limit, source + ": the PDF takes more time to read than it is granted");
}

/// The program ended before it had written all.
[[noreturn]] void refuse_end(const ChildProgram::End& end, const std::string& program,
                             const std::string& source, bool began) {
  // Ours begins with its version, whatever the file is.
  const bool another = !began && end.known && end.signal == 0 && end.status != pdf::kOutOfMemory;
  if (another) {
    throw Error(ErrorCode::unsupported,
                fmt::format("{}: the program {}, which reads PDF files, does not run; install it "
                            "again, with the package libpoppler-cpp0v5",
                            source, program));
  }
  if (end.signal == SIGXCPU || end.signal == SIGKILL) refuse_slow(source);
  if (end.status == pdf::kOutOfMemory)
    throw Error(ErrorCode::limit, source + ": the PDF needs more memory than it is granted");
  refuse_source(source, "the PDF is damaged");
}

}  // namespace

PdfPages read_pdf_pages(std::string_view bytes, const std::string& source_name,
                        const ReadSettings& settings) {
  const std::string program = find_pdf_program(settings.pdf.program, source_name);
  const auto deadline = ChildProgram::Clock::now() + settings.pdf.time;
  std::vector<std::string> arguments{"--cpu", std::to_string(settings.pdf.processor_time.count()),
                                     "--memory", std::to_string(settings.pdf.memory_mib)};
  PageReader::Recognize recognize;
  if (settings.pdf.recognize_scans) {
    arguments.insert(arguments.end(), {"--pictures", std::to_string(kScanDots)});
    recognize = [&, tesseract = find_tesseract(source_name)](const PagePicture& picture) {
      return recognize_words(picture, tesseract, source_name, settings.interruption, deadline);
    };
  }
  ChildProgram child(program, arguments, bytes);
  PageReader reader(source_name, settings.limits, std::move(recognize));
  PdfFrames frames;
  try {
    bool began = false;
    for (;;) {
      const auto piece = child.read(settings.interruption, deadline);
      if (!piece) refuse_slow(source_name);
      if (piece->empty()) refuse_end(child.wait(deadline), program, source_name, began);
      began = true;
      frames.add(*piece);
      while (const auto frame = frames.next()) {
        if (!reader.take(*frame)) return reader.finish();
      }
    }
  } catch (const std::out_of_range&) {
    throw Error(
        ErrorCode::unsupported,
        fmt::format("{}: the program {} is not of this version of Dossier; install it again",
                    source_name, program));
  }
}

}  // namespace dossier::extract
