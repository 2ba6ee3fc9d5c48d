// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/extract_service.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>

#include "dossier/extract.h"
#include "dossier/rdf.h"

namespace dossier::repl {
namespace {

using Json = nlohmann::ordered_json;

/// A head of JSON and a body of bytes, each behind its length.
struct Frame {
  Json head;
  std::string body;
};

/// What a head may take: names and numbers.
constexpr std::uint32_t kLargestHead = 1U << 20;

std::string length_bytes(std::size_t length) {
  std::string bytes(4, '\0');
  for (std::size_t i = 0; i < 4; ++i)
    bytes[i] = static_cast<char>((length >> (24 - 8 * i)) & 0xFFU);
  return bytes;
}

[[noreturn]] void broken(const std::string& what) {
  throw Error(ErrorCode::input, "extract --serve: " + what + " (see docs/worker.md)");
}

/// False at the end of the input, where a frame may end.
bool read_exactly(std::istream& in, char* bytes, std::size_t count, bool may_end) {
  in.read(bytes, static_cast<std::streamsize>(count));
  const auto got = static_cast<std::size_t>(in.gcount());
  if (got == count) return true;
  if (got == 0 && may_end) return false;
  broken("the input ends within a frame");
}

std::optional<std::uint32_t> read_length(std::istream& in, bool may_end) {
  std::array<char, 4> bytes{};
  if (!read_exactly(in, bytes.data(), bytes.size(), may_end)) return std::nullopt;
  std::uint32_t length = 0;
  for (const char byte : bytes) length = (length << 8) | static_cast<unsigned char>(byte);
  return length;
}

std::string read_bytes(std::istream& in, std::size_t count) {
  std::string bytes(count, '\0');
  if (count > 0) read_exactly(in, bytes.data(), count, false);
  return bytes;
}

void skip_bytes(std::istream& in, std::size_t count) {
  constexpr std::size_t kStep = std::size_t{1} << 16;
  std::string ignored(kStep, '\0');
  for (std::size_t left = count; left > 0;) {
    const std::size_t step = std::min(left, kStep);
    read_exactly(in, ignored.data(), step, false);
    left -= step;
  }
}

void write_frame(std::ostream& out, const Json& head, const std::string& body) {
  const std::string text = head.dump(-1, ' ', false, Json::error_handler_t::replace);
  out << length_bytes(text.size()) << length_bytes(body.size()) << text << body;
  out.flush();
}

constexpr const char* name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::timeout:
      return "timeout";
    case ErrorCode::limit:
      return "limit";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::usage:
      return "usage";
    default:
      return "input";
  }
}

Json failure(const Json& id, const char* code, const std::string& message) {
  return {{"id", id}, {"ok", false}, {"code", code}, {"message", message}};
}

/// What linking needs of the entities of a document's graph.
Json links_of(const std::string& nquads) {
  std::vector<Quad> graph;
  parse_rdf(nquads, {.format = RdfFormat::nquads, .base = ""},
            [&](Quad&& quad) { graph.push_back(std::move(quad)); });
  Json entities = Json::array();
  for (const LinkableEntity& entity : linkable_entities(graph)) {
    Json keys = Json::array();
    for (const auto& [key, weak] : entity.keys) keys.push_back({key, weak});
    Json names = Json::array();
    for (const auto& [name, fullness] : entity.names) names.push_back({name, fullness});
    entities.push_back({{"iri", entity.entity.value()},
                        {"class", entity.entity_class.value()},
                        {"class_rank", entity.class_rank},
                        {"keys", std::move(keys)},
                        {"names", std::move(names)}});
  }
  return entities;
}

/// The head of the answer; `body` receives the facts.
Json answer(const Frame& request, IngestOptions options, std::string& body) {
  const Json& head = request.head;
  const auto name = head.find("name");
  if (name == head.end() || !name->is_string() || name->get<std::string>().empty())
    throw Error(ErrorCode::usage, "the head of a request has no \"name\"");
  const std::string format = head.value("format", "nquads");
  if (format != "nquads" && format != "json")
    throw Error(ErrorCode::usage,
                fmt::format("no such format: {}; there are nquads and json", format));
  if (const auto limit = head.find("timeout_ms"); limit != head.end()) {
    if (!limit->is_number_unsigned())
      throw Error(ErrorCode::usage, "\"timeout_ms\" is no whole number");
    const std::chrono::milliseconds time(limit->get<std::uint32_t>());
    options.timeout = options.timeout ? std::min(*options.timeout, time) : time;
  }
  std::ostringstream out;
  write_named_document_facts(request.body, name->get<std::string>(),
                             format == "json" ? FactFormat::json : FactFormat::nquads, out,
                             options);
  body = std::move(out).str();
  Json result{{"id", head.value("id", Json())}, {"ok", true}};
  if (head.value("links", false) && format == "nquads") result["entities"] = links_of(body);
  return result;
}

void respond(Console& console, const Frame& request, const IngestOptions& options) {
  std::string body;
  Json head;
  const Json id = request.head.value("id", Json());
  try {
    head = answer(request, options, body);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::cancelled) throw;
    head = failure(id, name_of(error.code()), error.describe());
  } catch (const std::bad_alloc&) {
    head = failure(id, "limit", "no memory is left for this document");
  } catch (const Json::exception& error) {
    head = failure(id, "usage", fmt::format("the head of a request is wrong: {}", error.what()));
  }
  if (!head["ok"].get<bool>()) body.clear();
  write_frame(console.out, head, body);
}

/// None at the end of the input. A body that is too long, or a head that is no object, is answered
/// here and left out.
std::optional<Frame> next_request(Console& console) {
  for (;;) {
    const auto head_length = read_length(console.in, true);
    if (!head_length) return std::nullopt;
    const auto body_length = read_length(console.in, false);
    if (*head_length > kLargestHead)
      broken(fmt::format("a head of {} bytes; at most {}", *head_length, kLargestHead));
    const std::string text = read_bytes(console.in, *head_length);
    Frame request{Json::parse(text, nullptr, false), {}};
    if (!request.head.is_object()) {
      skip_bytes(console.in, *body_length);
      write_frame(console.out, failure(Json(), "usage", "the head of a request is no JSON object"),
                  "");
    } else if (*body_length > kLargestDocument) {
      skip_bytes(console.in, *body_length);
      write_frame(console.out,
                  failure(request.head.value("id", Json()), "limit",
                          fmt::format("the document has {} bytes; at most {} are read",
                                      *body_length, kLargestDocument)),
                  "");
    } else {
      request.body = read_bytes(console.in, *body_length);
      return request;
    }
  }
}

}  // namespace

void serve_extraction(Console& console, const IngestOptions& options) {
  write_frame(console.out,
              {{"protocol", "dossier-extract"},
               {"version", kServiceVersion},
               {"formats", {"nquads", "json"}}},
              "");
  while (const auto request = next_request(console)) {
    if (console.cancellation.cancelled()) throw Error(ErrorCode::cancelled, "interrupted");
    respond(console, *request, options);
  }
}

}  // namespace dossier::repl
