// SPDX-License-Identifier: Apache-2.0
// Content negotiation.
#include <array>
#include <catch2/catch.hpp>
#include <string_view>

#include "desk/server/http/accept.h"

using namespace dossier::server;

namespace {

constexpr std::array<std::string_view, 4> kOffers{"application/json", "text/turtle", "text/csv",
                                                  "application/xml"};

std::string_view chosen(std::string_view accept) {
  const auto best = negotiated(accept, kOffers);
  return best ? kOffers[*best] : "none";
}

}  // namespace

TEST_CASE("the highest quality wins, then the order of the offers") {
  CHECK(chosen("") == "application/json");
  CHECK(chosen("*/*") == "application/json");
  CHECK(chosen("text/*") == "text/turtle");
  CHECK(chosen("text/csv, text/turtle") == "text/turtle");
  CHECK(chosen("text/csv;q=0.9, text/turtle;q=0.85") == "text/csv");
  CHECK(chosen("TEXT/CSV") == "text/csv");
  CHECK(chosen("text/html, application/xml;q=0.9, */*;q=0.8") == "application/xml");
}

TEST_CASE("the most exact range gives a type its quality, and zero refuses it") {
  CHECK(chosen("application/json;q=0, */*") == "text/turtle");
  CHECK(chosen("application/json;q=0.1, application/*;q=0.5, */*;q=0.2") == "application/xml");
  CHECK(chosen("image/png") == "none");
  CHECK(chosen("*/*;q=0") == "none");
}

TEST_CASE("headers that are no Accept header decide nothing by accident") {
  CHECK(chosen(",,,") == "none");
  CHECK(chosen(";q=1") == "none");
  CHECK(chosen("text/csv;q=banana") == "text/csv");
  CHECK(chosen("text/csv;q=") == "text/csv");
}

TEST_CASE("parameters of a media type") {
  CHECK(without_parameters(" text/turtle ; charset=utf-8") == "text/turtle");
  CHECK(parameter_of("text/turtle; Charset=\"UTF-16\"", "charset") == "UTF-16");
  CHECK(parameter_of("multipart/form-data; boundary=x; y=z", "boundary") == "x");
  CHECK(parameter_of("text/turtle", "charset").empty());
}
