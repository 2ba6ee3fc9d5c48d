// SPDX-License-Identifier: Apache-2.0
// Questions in plain English.
#include "desk/server/views/view.h"
#include "dossier/ask.h"

namespace dossier::server {

Json ask_view(const ViewCall& call) {
  AskRequest request{.question = call.form.text("q")};
  // What the question before said: "context" of its answer.
  if (const std::string before = call.form.text("before"); !before.empty())
    request.before = ask_context(before);
  request.most = number(call.form, "most", 20, 1000);
  // A name that several things have comes back with the one that is meant.
  for (const auto& [field, value] : call.form.fields()) {
    constexpr std::string_view kChoice = "choice.";
    if (!field.starts_with(kChoice)) continue;
    request.choices.emplace(field.substr(kChoice.size()), Term::iri(value));
  }
  return Json::parse(to_json(ask(call.kb, request, call.options)));
}

}  // namespace dossier::server
