// SPDX-License-Identifier: Apache-2.0
// Views over documents of a few sentences, as JSON and as CSV.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "desk/server/router.h"
#include "dossier/ingest.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;
using namespace dossier::server;

namespace {

constexpr const char* kTalk =
    "Lake talks begin\n\nBERGEN, 3 May 2024 - Anna Keller met Omar Diallo in Bergen on Thursday. "
    "Anna Keller did not visit Kampala. Keller will visit Oslo in June.\n";
constexpr const char* kHostile =
    "=HYPERLINK(\"x\") <script>alert(1)</script>\n\nBERGEN, 4 May 2024 - Anna Keller met \"<b>Omar "
    "Diallo</b>\", and left.\n";

class Desk {
 public:
  Desk() : knowledge_(*base_, base_.path(), true), router_(knowledge_, options()) {
    ingest_text(*base_, kTalk, "talk.txt");
    ingest_text(*base_, kHostile, "hostile.txt");
  }

  Response get(const std::string& target) { return ask("GET", target, ""); }
  Response ask(const std::string& method, const std::string& target, const std::string& body) {
    Request request;
    request.method = method;
    REQUIRE(set_target(request, target));
    request.body = body;
    request.headers = {{"host", "127.0.0.1:7780"},
                       {"content-type", "application/x-www-form-urlencoded"}};
    return router_.answer(request);
  }
  nlohmann::json json(const std::string& target) {
    const Response response = get(target);
    INFO(target << " " << response.text);
    REQUIRE(response.status == 200);
    return nlohmann::json::parse(response.text);
  }

 private:
  static ServeOptions options() {
    ServeOptions made;
    made.edit = true;
    made.token = "0123456789abcdef";
    return made;
  }

  TemporaryBase base_;
  Knowledge knowledge_;
  Router router_;
};

}  // namespace

TEST_CASE("a document has its sentences, with mentions and facts at their places") {
  Desk desk;
  const auto view = desk.json("/document.json?id=urn:dossier:document:talk");
  CHECK(view["date"] == "2024-05-03");
  bool met = false;
  for (const auto& sentence : view["sentences"]) {
    const std::string text = sentence["text"];
    for (const auto& fact : sentence["facts"]) {
      if (fact["predicate"]["label"] != "meet" && fact["predicate"]["label"] != "met") continue;
      met = true;
      const auto at = fact["marks"]["subject"];
      CHECK(text.substr(at[0], at[1].get<std::size_t>() - at[0].get<std::size_t>()) ==
            "Anna Keller");
    }
    for (const auto& mention : sentence["mentions"]) {
      CHECK(mention["at"][1].get<std::size_t>() <= text.size());
    }
  }
  CHECK(met);
  CHECK(desk.get("/document.json?id=urn:dossier:document:none").status == 400);
  CHECK(desk.get("/document.json").status == 400);
}

TEST_CASE("facts are narrowed by status, and what is denied is told apart") {
  Desk desk;
  const auto all = desk.json("/facts.json");
  const auto denied = desk.json("/facts.json?status=denied");
  CHECK(denied["all"].get<int>() >= 1);
  CHECK(denied["all"].get<int>() < all["all"].get<int>());
  for (const auto& fact : denied["facts"]) CHECK(fact["status"] == "denied");
  CHECK(denied["facets"]["status"].size() == all["facets"]["status"].size());
  for (const char* const field :
       {"about=Anna+Keller", "family=meet", "kind=person", "names=1", "dated=1", "least=50",
        "since=2024-05-01", "until=2024-05-03", "document=urn:dossier:document:talk",
        "subject=Anna+Keller&relation=urn:dossier:relation:meet"}) {
    INFO(field);
    const auto some = desk.json(std::string("/facts.json?") + field);
    CHECK(some["all"].get<int>() >= 1);
    CHECK(some["all"].get<int>() <= all["all"].get<int>());
  }
  CHECK(desk.get("/facts.json?kind=banana").status == 400);
  CHECK(desk.get("/facts.json?least=101").status == 400);
  CHECK(desk.get("/facts.json?about=Nobody+Here").status == 404);
}

TEST_CASE("every view answers in JSON, in CSV and with the page") {
  Desk desk;
  for (const char* const view :
       {"start?", "documents?q=Bergen", "document?id=urn:dossier:document:talk", "entities?q=anna",
        "entity?id=Anna+Keller", "facts?", "graph?id=Anna+Keller",
        "path?from=Anna+Keller&to=Omar+Diallo", "timeline?id=Anna+Keller", "conflicts?",
        "search?q=Bergen", "ask?q=Who+met+Omar+Diallo?",
        "why?subject=urn:dossier:entity:Anna_Keller", "saved?"}) {
    const std::string name(view, std::string_view(view).find('?'));
    const std::string query = view + name.size();
    desk.json("/" + name + ".json" + query);
    const Response csv = desk.get("/" + name + ".csv" + query);
    CHECK(csv.status == 200);
    CHECK(csv.text.find("\r\n") != std::string::npos);
    CHECK(desk.get("/" + name + query).media_type == "text/html; charset=utf-8");
  }
  CHECK(desk.get("/nothing.json").status == 404);
  CHECK(desk.ask("DELETE", "/facts.json", "").status == 405);
}

TEST_CASE("a cell of CSV is no formula") {
  Desk desk;
  const std::string csv = desk.get("/documents.csv").text;
  CHECK(csv.find("\"'=HYPERLINK(\"\"x\"\")") != std::string::npos);
}

TEST_CASE("the way between two names has every step") {
  Desk desk;
  const auto path = desk.json("/path.json?from=Anna+Keller&to=Omar+Diallo");
  REQUIRE(path["edges"].size() == 1);
  CHECK(path["edges"][0]["asserted"] == true);
  CHECK(desk.json("/path.json?from=Omar+Diallo&to=Oslo")["edges"].size() <= 5);
}

TEST_CASE("a question has an answer with its sentence") {
  Desk desk;
  const auto view = desk.json("/ask.json?q=Who+met+Omar+Diallo?");
  REQUIRE(view["answers"].size() >= 1);
  CHECK(view["answers"][0]["value"] == "Anna Keller");
  CHECK(desk.get("/ask.json?q=").status == 400);
}

TEST_CASE("a query from the page: rows with names, or where the mistake is") {
  Desk desk;
  const auto rows =
      desk.json("/query.json?query=SELECT+?who+{+?f+rdf:reifies+<<(+?who+r:meet+?x+)>>+}");
  REQUIRE(rows["rows"].size() >= 1);
  CHECK(rows["rows"][0][0]["label"] == "Anna Keller");
  const auto wrong = desk.json("/query.json?query=SELECT+?who+%7B%0A+banana+%7D");
  CHECK(wrong["line"] == 2);
  const auto capped = desk.json("/query.json?most=2&query=SELECT+*+%7B?s+?p+?o%7D");
  CHECK(capped["rows"].size() == 2);
  CHECK(capped["more"] == true);
}

TEST_CASE("corrections: merge and undo, saved queries with their parameters") {
  Desk desk;
  const Response merged = desk.ask("POST", "/edit/merge", "kept=Anna+Keller&gone=Omar+Diallo");
  REQUIRE(merged.status == 200);
  const auto number = nlohmann::json::parse(merged.text)["number"].get<int>();
  CHECK(desk.json("/entity.json?id=urn:dossier:entity:Omar_Diallo")["sentences"] == 0);
  CHECK(desk.ask("POST", "/edit/undo", "number=" + std::to_string(number)).status == 200);
  CHECK(desk.json("/entity.json?id=urn:dossier:entity:Omar_Diallo")["sentences"] != 0);
  CHECK(desk.ask("POST", "/edit/merge", "kept=Anna+Keller&gone=Nobody").status == 404);
  CHECK(desk.ask("POST", "/edit/nothing", "").status == 404);
  CHECK(desk.ask("GET", "/edit/undo?number=1", "").status == 405);
  const char* const query =
      "name=visits&text=%23+@param+who+entity+Who%0ASELECT+?where+%7B+?f+rdf:reifies+"
      "%3C%3C(+$who+r:visit+?where+)%3E%3E+%7D";
  REQUIRE(desk.ask("POST", "/edit/save", query).status == 200);
  const auto saved = desk.json("/saved.json");
  CHECK(saved["queries"][0]["parameters"][0]["name"] == "who");
  const auto rows = desk.json("/query.json?name=visits&p.who=Anna+Keller");
  CHECK(rows["rows"].size() == 2);
}
