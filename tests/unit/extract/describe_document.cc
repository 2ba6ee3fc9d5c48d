// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/extract/describe_document.h"

#include <fmt/format.h>
#include <zlib.h>

#include <catch2/catch.hpp>

namespace dossier::test {

using extract::Document;
using extract::Paragraph;
using extract::Turn;

namespace {

const char* name_of(Paragraph::Kind kind) {
  static constexpr const char* kNames[] = {"headline", "dateline", "body", "boilerplate"};
  return kNames[static_cast<std::size_t>(kind)];
}

/// Long texts by their two ends.
std::string shortened(const std::string& text) {
  return text.size() <= 60 ? text : text.substr(0, 28) + " ... " + text.substr(text.size() - 28);
}

std::string speaker_of(const Turn& turn) {
  return turn.voice == Turn::Voice::questioner ? "Question" : turn.speaker;
}

}  // namespace

std::string describe(const Document& document) {
  std::string out =
      fmt::format("headline: {}\ndate: {}\ntime: {}\nplace: {}\nauthor: {}\n", document.headline,
                  document.date.value_or("-"), document.date_time.value_or("-"),
                  document.place.value_or("-"), document.author.value_or("-"));
  for (const Turn& turn : document.turns) {
    out += fmt::format("turn {} [{}]: {}\n", speaker_of(turn), document.utf8(turn.label),
                       shortened(single_line(document, turn.span)));
  }
  for (const Paragraph& paragraph : document.paragraphs) {
    out += fmt::format("{}{}: {}\n", name_of(paragraph.kind),
                       paragraph.turn ? fmt::format(" {}", *paragraph.turn) : std::string(),
                       shortened(single_line(document, paragraph.span)));
  }
  return out;
}

std::string gzipped(const std::string& bytes) {
  std::string out(compressBound(bytes.size()) + 64, '\0');
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace dossier::test
