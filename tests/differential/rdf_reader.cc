// SPDX-License-Identifier: Apache-2.0
// Reads documents from standard input in every way there is and compares the quads; rdf.py and
// tests/w3c/peers.py talk to it.
//
// A request is a line "FORMAT SIZE BASE COUNT", SIZE bytes of a document, and COUNT times a line
// "NAME SIZE" and SIZE bytes of N-Quads: what NAME says the document means. BASE is an IRI or "-".
// The answer is a line "OUTCOME SIZE" and SIZE bytes:
//   held     the quads as canonical N-Quads: every way of reading and every NAME agrees
//   refused  the message
//   fell     which one does not agree, and both results
#include <iostream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "tests/w3c/readings.h"

namespace {

using namespace dossier;

struct Request {
  std::string text;
  w3c::Document document;
  std::vector<std::pair<std::string, std::string>> references;  ///< name, N-Quads
};

std::string read_bytes(std::istream& in, std::size_t size) {
  std::string bytes(size, '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
    throw std::runtime_error("a request ends too early");
  return bytes;
}

/// A line of words, read whole so that the bytes after it are those that follow.
std::optional<std::istringstream> read_line(std::istream& in) {
  std::string line;
  if (!std::getline(in, line)) return std::nullopt;
  return std::istringstream(line);
}

bool read_request(std::istream& in, Request& request) {
  auto line = read_line(in);
  if (!line) return false;
  std::string format, base;
  std::size_t size = 0, count = 0;
  *line >> format >> size >> base >> count;
  const auto known = rdf_format_of("x." + format);
  if (!*line || !known) throw std::runtime_error("a request of another form");
  request.text = read_bytes(in, size);
  request.document = {request.text, *known, base == "-" ? std::string() : base};
  request.references.clear();
  for (; count > 0; --count) {
    auto reference = read_line(in);
    std::string name;
    if (!reference || !(*reference >> name >> size))
      throw std::runtime_error("a reference of another form");
    request.references.emplace_back(name, read_bytes(in, size));
  }
  return true;
}

void answer(const char* outcome, const std::string& bytes) {
  std::cout << outcome << ' ' << bytes.size() << '\n' << bytes << std::flush;
}

void answer_to(const Request& request) {
  std::vector<Quad> quads;
  try {
    quads = w3c::quads_of(request.document);
  } catch (const Error& error) {
    return answer("refused", error.describe());
  }
  if (const auto difference = w3c::find_other_reading(request.document, quads))
    return answer("fell", *difference);
  for (const auto& [name, nquads] : request.references) {
    const std::vector<Quad> other = w3c::quads_of({nquads, RdfFormat::nquads, {}});
    if (const auto difference = w3c::compare_readings(name, quads, other))
      return answer("fell", *difference);
  }
  answer("held", w3c::canonical(quads));
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  try {
    Request request;
    while (read_request(std::cin, request)) answer_to(request);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 2;
  }
  return 0;
}
