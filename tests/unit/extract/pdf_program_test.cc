// SPDX-License-Identifier: Apache-2.0
// The program that reads PDFs: what harms it harms nothing else.
#include <sys/wait.h>
#include <zlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "dossier/error.h"
#include "extract/reader/pdf_frames.h"
#include "extract/reader/pdf_pages.h"
#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"
#include "tests/unit/extract/pdf_file.h"

namespace dossier::extract {
namespace {

using test::pdf_column;
using test::pdf_file;
using test::pdf_of_objects;
using test::pdf_settings;
using test::pdf_stream;

const char* const kFont = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const std::string kShow = "BT /F 11 Tf 60 700 Td (Ada Brandt visited Narvik.) Tj ET";

std::string good_pdf() { return pdf_file({pdf_column(60, 700, 11, {"Ada Brandt came."})}); }

/// One page with this content stream; `resources` beside the font, which is object 4.
std::string page_pdf(const std::string& content, const std::string& resources = {},
                     const std::vector<std::string>& more = {}) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << "
      "/F 4 0 R >> " +
          resources + " >> >>",
      kFont, content};
  objects.insert(objects.end(), more.begin(), more.end());
  return pdf_of_objects(objects);
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

/// 30 forms, each of which draws the next one ten times.
std::string form_bomb() {
  std::vector<std::string> forms;
  const std::string kind = "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << ";
  for (int i = 0; i < 29; ++i) {
    forms.push_back(pdf_stream(repeated("/X Do ", 10),
                               kind + "/XObject << /X " + std::to_string(7 + i) + " 0 R >> >>"));
  }
  forms.push_back(pdf_stream(kShow, kind + "/Font << /F 4 0 R >> >>"));
  return page_pdf(pdf_stream(repeated("/X Do ", 10)), "/XObject << /X 6 0 R >>", forms);
}

/// `bytes`, `times` in a row, as zlib packs them.
std::string deflated(std::string bytes, int times = 1) {
  z_stream stream{};
  deflateInit(&stream, Z_BEST_SPEED);
  std::string out;
  std::string buffer(1 << 16, '\0');
  for (int i = 0; i < times; ++i) {
    stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream.avail_out = static_cast<uInt>(buffer.size());
      deflate(&stream, i + 1 == times ? Z_FINISH : Z_NO_FLUSH);
      out.append(buffer, 0, buffer.size() - stream.avail_out);
    } while (stream.avail_out == 0);
  }
  deflateEnd(&stream);
  return out;
}

/// Half a gigabyte of blanks in some kilobytes.
std::string deflate_bomb() {
  const std::string inner = deflated(std::string(std::size_t{1} << 20, ' '), 512);
  return page_pdf(pdf_stream(deflated(inner), "/Filter [/FlateDecode /FlateDecode]"));
}

ReadSettings tight() {
  ReadSettings settings = pdf_settings();
  settings.pdf.processor_time = std::chrono::seconds(1);
  settings.pdf.memory_mib = 256;
  return settings;
}

ErrorCode error_of(const std::string& bytes, const ReadSettings& settings,
                   const std::string& part = {}) {
  try {
    read_document(bytes, "a.pdf", settings);
  } catch (const Error& error) {
    INFO(error.what());
    CHECK(std::string(error.what()).find(part) != std::string::npos);
    CHECK(std::string(error.what()).starts_with("a.pdf: "));
    return error.code();
  }
  FAIL("read without an error");
  return ErrorCode::usage;
}

std::size_t open_descriptors() {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
    count += !entry.path().empty();
  return count;
}

bool has_children() {
  int status = 0;
  return waitpid(-1, &status, WNOHANG) >= 0;
}

}  // namespace

TEST_CASE("a PDF made to take all time or memory is refused", "[pdf]") {
  CHECK(error_of(form_bomb(), tight(), "more time") == ErrorCode::limit);
  CHECK(error_of(page_pdf(pdf_stream(repeated("q ", 1000000) + kShow)), tight(), "more memory") ==
        ErrorCode::limit);
  CHECK(error_of(deflate_bomb(), tight()) == ErrorCode::limit);
  CHECK_FALSE(has_children());
}

TEST_CASE("the time a PDF takes on the clock is limited, too", "[pdf]") {
  ReadSettings settings = pdf_settings();
  settings.pdf.time = std::chrono::milliseconds(0);
  CHECK(error_of(good_pdf(), settings, "more time") == ErrorCode::limit);
  CHECK_FALSE(has_children());
}

TEST_CASE("reading a PDF can be cancelled", "[pdf]") {
  CancellationToken token;
  token.cancel();
  ReadSettings settings = pdf_settings();
  settings.interruption = Interruption(token, {});
  try {
    read_document(form_bomb(), "a.pdf", settings);
    FAIL("it was not cancelled");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::cancelled);
  }
  CHECK_FALSE(has_children());
}

TEST_CASE("a program that is missing or another one is named", "[pdf]") {
  struct Case {
    const char* program;
    const char* says;
  };
  for (const Case& one :
       {Case{"/nowhere/dossier-pdf", "which is not /nowhere/dossier-pdf; build Dossier with"},
        Case{"/bin/cat", "the program /bin/cat"}, Case{"/bin/true", "the program /bin/true"}}) {
    INFO(one.program);
    ReadSettings settings = pdf_settings();
    settings.pdf.program = one.program;
    CHECK(error_of(good_pdf(), settings, one.says) == ErrorCode::unsupported);
  }
}

TEST_CASE("several threads read PDFs at once and leave nothing open", "[pdf]") {
  const std::size_t before = open_descriptors();
  std::vector<std::string> texts(12);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      threads.emplace_back([&texts, i] {
        const std::string line = "Ada Brandt visited harbour " + std::to_string(i) + ".";
        const std::string pdf = pdf_file({pdf_column(60, 700, 11, {line})});
        texts[i] = to_utf8(read_document(pdf, "a.pdf", pdf_settings()).text);
      });
    }
  }
  for (std::size_t i = 0; i < texts.size(); ++i)
    CHECK(texts[i] == "Ada Brandt visited harbour " + std::to_string(i) + ".");
  CHECK(open_descriptors() == before);
  CHECK_FALSE(has_children());
}

TEST_CASE("what the program writes is checked before it is used", "[pdf]") {
  const std::string size("\x02\0\0\0", 4);
  PdfFrames frames;
  frames.add(size.substr(0, 3));
  CHECK_FALSE(frames.next());
  frames.add(size.substr(3) + "I");
  CHECK_FALSE(frames.next());
  frames.add("\x01");
  const auto frame = frames.next();
  REQUIRE(frame);
  CHECK(frame->type == pdf::Frame::info);
  PdfContent content(frame->content);
  CHECK(content.byte() == 1);
  CHECK_THROWS_AS(content.byte(), std::out_of_range);
  CHECK_THROWS_AS(PdfContent("1234567").place(), std::out_of_range);
  CHECK_THROWS_AS(PdfContent(std::string_view("\0\0\0\0\0\0\xF0\x7F", 8)).place(),
                  std::out_of_range);  // infinity
  CHECK_THROWS_AS(PdfContent("a").text(), std::out_of_range);
  CHECK(PdfContent(std::string_view("\x00\xFB"
                                    "a\0"
                                    "\x07\0"
                                    "\x00\xD8",
                                    8))
            .text() == U"ffa\uFFFD");
  for (const std::string& bad : {std::string(4, '\0'), std::string("\xFF\xFF\xFF\xFF", 4)}) {
    PdfFrames others;
    others.add(bad);
    CHECK_THROWS_AS(others.next(), std::out_of_range);
  }
}

}  // namespace dossier::extract
