// SPDX-License-Identifier: Apache-2.0
// The tools that the server offers. Private to desk/mcp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "desk/mcp/json.h"
#include "desk/mcp/server.h"

namespace dossier::mcp {

/// One call of a tool. The arguments have passed the tool's schema.
class Call {
 public:
  Call(KnowledgeBase& kb, const Options& options, const Json& arguments,
       CancellationToken cancellation)
      : kb_(kb), options_(options), arguments_(arguments), cancellation_(cancellation) {}

  const KnowledgeBase& kb() const { return kb_; }
  /// After a change by somebody else.
  void refresh() const { kb_.refresh(); }
  const Options& options() const { return options_; }
  /// Limits and cancellation of the call.
  QueryOptions query_options() const;
  const CancellationToken& cancellation() const { return cancellation_; }

  const Json& arguments() const { return arguments_; }
  bool has(const char* name) const { return arguments_.contains(name); }
  std::string text(const char* name) const;  ///< "" when it is not given
  /// Not above the server's limit of rows.
  std::size_t count(const char* name, std::size_t otherwise) const;

  // Things by IRI, term or name; none when it is not given. They throw Error(input) that lists the
  // candidates or similar names.
  std::optional<Term> entity(const char* name) const;
  std::optional<Term> document(const char* name) const;
  /// The relations of a name, an IRI or a family; empty when it is not given or "?".
  std::vector<Term> relations(const char* name) const;

 private:
  KnowledgeBase& kb_;
  const Options& options_;
  const Json& arguments_;
  CancellationToken cancellation_;
};

struct Tool {
  std::string_view name, title, description;
  /// Name of the argument -> its JSON schema; "required" is taken out of it.
  std::string_view arguments;
  bool writes = false;
  Json (*run)(const Call& call) = nullptr;
};

std::span<const Tool> tools();
/// Null when there is none, or when it writes and nothing may be changed.
const Tool* find_tool(std::string_view name, const Options& options);
/// As tools/list gives it.
Json description_of(const Tool& tool);
/// Throws RpcError(invalid_params) that names the argument and says what is expected.
void check_arguments(const Tool& tool, const Json& arguments);

Json run_find(const Call& call);
Json run_ask(const Call& call);
Json run_about(const Call& call);
Json run_facts(const Call& call);
Json run_why(const Call& call);
Json run_query(const Call& call);
Json run_documents(const Call& call);
Json run_ingest(const Call& call);

}  // namespace dossier::mcp
