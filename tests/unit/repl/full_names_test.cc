// SPDX-License-Identifier: Apache-2.0
// Names of terms in a query are replaced where they stand as terms.
#include <catch2/catch.hpp>
#include <string>

#include "repl/tasks/full_names.h"
#include "repl/tasks/period_text.h"

namespace dossier::repl {
namespace {

struct Case {
  const char* query;
  const char* with_names;
};

}  // namespace

TEST_CASE("Short names are replaced as whole terms only") {
  const std::map<std::string, std::string> names{{"e:Kim", "<urn:k>"}};
  const Case cases[] = {
      {"{ e:Kim ?p ?o }", "{ <urn:k> ?p ?o }"},
      {"{?s ?p e:Kim.}", "{?s ?p <urn:k>.}"},
      {"e:Kim", "<urn:k>"},
      {"e:Kimberley the:Kim e:Kim-Lee e:Kim.x", "e:Kimberley the:Kim e:Kim-Lee e:Kim.x"},
      {"\"e:Kim\" 'e:Kim' \"\"\"a \" e:Kim\"\"\" e:Kim",
       "\"e:Kim\" 'e:Kim' \"\"\"a \" e:Kim\"\"\" <urn:k>"},
      {"\"a \\\" e:Kim\" e:Kim", "\"a \\\" e:Kim\" <urn:k>"},
      {"# e:Kim\ne:Kim", "# e:Kim\n<urn:k>"},
      {"<http://x/e:Kim> e:Kim", "<http://x/e:Kim> <urn:k>"},
      {"FILTER(?a < e:Kim)", "FILTER(?a < <urn:k>)"},
      {"(e:Kim,e:Kim)", "(<urn:k>,<urn:k>)"},
      {"\"open e:Kim", "\"open e:Kim"},
      {"e:O\\'Brien e:Kim\\'s", "e:O\\'Brien e:Kim\\'s"},
      {"", ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.query);
    CHECK(with_names(each.query, names) == each.with_names);
  }
}

TEST_CASE("Periods are written whole") {
  const auto text = [](const std::string& time, const std::string& from, const std::string& to) {
    Evidence evidence;
    evidence.time = time;
    evidence.time_from = from;
    evidence.time_to = to;
    evidence.time_text = "as written";
    return period_text(evidence);
  };
  CHECK(text("2020-11-11", "2020-11-11", "2020-11-18") == "2020-11-11 to 2020-11-18");
  CHECK(text("2020-11-11", "2020-11-11", "2020-11-11") == "2020-11-11");
  CHECK(text("2018", "2018-01-01", "2018-12-31") == "2018");
  CHECK(text("2018-02", "2018-02-01", "2018-05-31") == "2018-02 to 2018-05");
  CHECK(text("2018", "2018-01-01", "") == "since 2018");
  CHECK(text("", "", "2018-12-31") == "until 2018-12-31");
  CHECK(text("", "2018-01-01", "2018-12-31") == "2018-01-01 to 2018-12-31");
  CHECK(text("", "", "") == "as written");
  CHECK(period_text({}).empty());
}

}  // namespace dossier::repl
