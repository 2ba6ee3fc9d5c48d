// SPDX-License-Identifier: Apache-2.0
#include "desk/server/protocol/formats.h"

#include <vector>

#include "desk/server/http/accept.h"

namespace dossier::server {
namespace {

using Formats = std::vector<const ResultFormat*>;

Formats named(std::initializer_list<std::string_view> names) {
  Formats formats;
  for (const std::string_view name : names) formats.push_back(&result_format(name));
  return formats;
}

std::string sent_type(std::string_view media_type) {
  std::string type(media_type);
  // What begins otherwise is defined as UTF-8.
  if (type.starts_with("text/")) type += "; charset=utf-8";
  return type;
}

[[noreturn]] void nothing_acceptable(const Formats& formats) {
  std::string list;
  for (const ResultFormat* format : formats) {
    list += "\n  " + std::string(format->name) + "  " + std::string(format->media_types.front());
  }
  throw HttpError{406, "the answer has none of the formats that were asked for; there are" + list};
}

ChosenFormat chosen(const Request& request, const Form& form, const Formats& formats) {
  if (const auto name = form.get("format")) {
    const ResultFormat* const wanted = find_result_format(*name);
    for (const ResultFormat* format : formats) {
      if (format == wanted) return {format, sent_type(format->media_types.front())};
    }
    nothing_acceptable(formats);
  }
  std::vector<std::string_view> types;
  std::vector<const ResultFormat*> owners;
  for (const ResultFormat* format : formats) {
    for (const std::string_view type : format->media_types) {
      types.push_back(type);
      owners.push_back(format);
    }
  }
  const auto best = negotiated(request.header("accept"), types);
  if (!best) nothing_acceptable(formats);
  return {owners[*best], sent_type(types[*best])};
}

}  // namespace

ChosenFormat row_format(const Request& request, const Form& form) {
  return chosen(request, form,
                named({"json", "xml", "csv", "tsv", "jsonlines", "ndjson", "markdown"}));
}

ChosenFormat triple_format(const Request& request, const Form& form) {
  return chosen(request, form,
                named({"ttl", "nt", "rdfxml", "jsonld", "nq", "trig", "csv", "tsv", "jsonlines",
                       "markdown"}));
}

ChosenFormat graph_format(const Request& request, const Form& form) {
  return chosen(request, form, named({"ttl", "nt", "rdfxml", "jsonld", "nq", "trig"}));
}

}  // namespace dossier::server
