// SPDX-License-Identifier: Apache-2.0
#include "desk/server/views/edit.h"

#include <array>
#include <charconv>

#include "desk/server/http/accept.h"
#include "desk/server/views/view.h"
#include "dossier/entities.h"
#include "dossier/fact_corrections.h"
#include "dossier/review.h"

namespace dossier::server {
namespace {

Term entity(const ViewCall& call, const char* field) { return term_of(call, field); }

Json merge(const ViewCall& call, KnowledgeBase& kb) {
  const EntityDecision made =
      merge_entities(kb, entity(call, "kept"), entity(call, "gone"), decision_time());
  return {{"number", made.number}, {"entity", made.entity.value()}};
}

Json split(const ViewCall& call, KnowledgeBase& kb) {
  const Term from = entity(call, "entity");
  const EntityDecision made =
      call.form.text("name").empty()
          ? split_document(kb, from, term_of(call, "document"), decision_time())
          : split_name(kb, from, call.form.text("name"), decision_time());
  return {{"number", made.number}, {"entity", made.other.value()}};
}

Json rename(const ViewCall& call, KnowledgeBase& kb) {
  const EntityDecision made =
      rename_entity(kb, entity(call, "entity"), call.form.text("name"), decision_time());
  return {{"number", made.number}, {"entity", made.entity.value()}};
}

Json reject(const ViewCall& call, KnowledgeBase& kb) {
  return {{"number", reject_fact(kb, term_of(call, "fact"), decision_time()).number}};
}

Json restore(const ViewCall& call, KnowledgeBase& kb) {
  restore_fact(kb, term_of(call, "fact"));
  return Json::object();
}

Proposal proposal_of(const ViewCall& call, KnowledgeBase& kb) {
  std::optional<Proposal> found = find_proposal(kb, call.form.text("id"), {}, call.options);
  if (!found) throw HttpError{404, "the queue has no such proposal; it may be decided already"};
  return *std::move(found);
}

Json accept(const ViewCall& call, KnowledgeBase& kb) {
  const std::size_t side = number(call.form, "side", 0, 1);
  return {{"number", accept_proposal(kb, proposal_of(call, kb), decision_time(), side).number}};
}

Json decline(const ViewCall& call, KnowledgeBase& kb) {
  return {{"number", decline_proposal(kb, proposal_of(call, kb), decision_time()).number}};
}

Json undo(const ViewCall& call, KnowledgeBase& kb) {
  undo_decision(kb, number(call.form, "number", 0, 1'000'000'000));
  return Json::object();
}

Json save(const ViewCall& call, KnowledgeBase& kb) {
  const std::string text = call.form.text("text");
  if (text.empty()) throw HttpError{400, "the field text is missing: the query"};
  declared_parameters(text);
  kb.save_query(
      {.name = call.form.text("name"), .text = text, .description = call.form.text("description")});
  return {{"name", call.form.text("name")}};
}

struct Action {
  std::string_view path;
  Json (*run)(const ViewCall& call, KnowledgeBase& kb);
};
constexpr std::array kActions{Action{"/edit/merge", merge},     Action{"/edit/split", split},
                              Action{"/edit/rename", rename},   Action{"/edit/reject", reject},
                              Action{"/edit/restore", restore}, Action{"/edit/accept", accept},
                              Action{"/edit/decline", decline}, Action{"/edit/undo", undo},
                              Action{"/edit/save", save}};

}  // namespace

Response answer_edit(const Context& context, const Request& request) {
  if (!context.options.edit) {
    throw HttpError{403, "nothing can be changed here: the server runs without --edit"};
  }
  if (request.method != "POST") throw HttpError{405, "changes are sent by POST", "POST"};
  if (without_parameters(request.header("content-type")) != "application/x-www-form-urlencoded") {
    throw HttpError{415, "changes are sent as application/x-www-form-urlencoded"};
  }
  for (const Action& action : kActions) {
    if (action.path != request.path) continue;
    const Form form = Form::parse(request.body);
    KnowledgeBase& kb = context.knowledge.writable();
    Response response;
    response.media_type = "application/json";
    response.text =
        action.run({context, request, form, kb, query_options(context, request)}, kb).dump();
    return response;
  }
  throw HttpError{404, "there is no " + request.path};
}

}  // namespace dossier::server
