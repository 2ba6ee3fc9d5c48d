// SPDX-License-Identifier: Apache-2.0
#include "desk/mcp/server.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <thread>

#include "desk/mcp/inbox.h"
#include "desk/mcp/rpc.h"
#include "desk/mcp/tool.h"
#include "dossier/error.h"
#include "dossier/version.h"

namespace dossier::mcp {
namespace {

/// The newest first; a client that asks for another gets the newest.
constexpr std::array<std::string_view, 2> kVersions{"2025-06-18", "2024-11-05"};

constexpr std::string_view kInstructions =
    "A knowledge base of documents and of the facts that were read from them. Start with ask or "
    "find; about shows one thing; facts and query look closer; why and documents give the "
    "sentences. Every fact carries its citation (document, date, page, sentence): cite it. Facts "
    "with another status than \"asserted\" were denied, planned, alleged, ...: never state them as "
    "facts. Confidence is the estimate of the reader, 0 to 1.";

Json initialize(const Json& params) {
  if (!params.contains("protocolVersion") || !params["protocolVersion"].is_string())
    throw RpcError(RpcCode::invalid_params, "protocolVersion: is missing");
  const std::string wanted = params["protocolVersion"].get<std::string>();
  const bool known = std::find(kVersions.begin(), kVersions.end(), wanted) != kVersions.end();
  return {{"protocolVersion", known ? wanted : std::string(kVersions.front())},
          {"capabilities", {{"tools", {{"listChanged", false}}}}},
          {"serverInfo", {{"name", "dossier"}, {"version", DOSSIER_VERSION}}},
          {"instructions", kInstructions}};
}

Json list_tools(const Json& params, const Options& options) {
  if (params.contains("cursor"))
    throw RpcError(RpcCode::invalid_params, "cursor: the list of tools has one page");
  Json list = Json::array();
  for (const Tool& tool : tools())
    if (find_tool(tool.name, options) != nullptr) list.push_back(description_of(tool));
  return {{"tools", list}};
}

Json tool_result(const Json& answer) {
  return {{"content", Json::array({{{"type", "text"}, {"text", text_of(answer)}}})},
          {"structuredContent", answer},
          {"isError", false}};
}

Json tool_failure(const std::string& message) {
  return {{"content", Json::array({{{"type", "text"}, {"text", message}}})}, {"isError", true}};
}

/// The end of a call's time, and its cancellation.
class Limit {
 public:
  Limit(const Options& options, CancellationToken cancelled)
      : end_(std::chrono::steady_clock::now() + options.timeout),
        token_([cancelled, all = options.cancellation, end = end_] {
          return cancelled.cancelled() || all.cancelled() ||
                 std::chrono::steady_clock::now() >= end;
        }) {}
  const CancellationToken& token() const { return token_; }
  bool is_over() const { return std::chrono::steady_clock::now() >= end_; }

 private:
  std::chrono::steady_clock::time_point end_;
  CancellationToken token_;
};

class Server {
 public:
  Server(KnowledgeBase& kb, const Options& options, Inbox& inbox, std::ostream& out)
      : kb_(kb), options_(options), inbox_(inbox), out_(out) {}

  void run() {
    while (std::optional<Received> received = inbox_.take()) answer(*received);
  }

 private:
  void answer(const Received& received) {
    if (received.fault) {
      say(error_line(received.message.id, received.fault->code(), received.fault->what()));
      return;
    }
    const std::string line = line_of(received);
    // Who cancelled waits for no answer.
    if (!received.cancelled.cancelled()) say(line);
  }

  std::string line_of(const Received& received) {
    const Message& message = received.message;
    try {
      return result_line(message.id, result_of(message, received.cancelled));
    } catch (const RpcError& error) {
      return error_line(message.id, error.code(), error.what());
    } catch (const std::exception& error) {
      return error_line(message.id, RpcCode::internal_error, error.what());
    }
  }

  Json result_of(const Message& message, const CancellationToken& cancelled) {
    if (message.method == "initialize") return initialize(message.params);
    if (message.method == "ping") return Json::object();
    if (message.method == "tools/list") return list_tools(message.params, options_);
    if (message.method == "tools/call") return call(message.params, cancelled);
    throw RpcError(RpcCode::method_not_found,
                   fmt::format("there is no method \"{}\"", message.method));
  }

  Json call(const Json& params, const CancellationToken& cancelled) {
    if (!params.contains("name") || !params["name"].is_string())
      throw RpcError(RpcCode::invalid_params, "name: is missing");
    const std::string name = params["name"].get<std::string>();
    const Tool* tool = find_tool(name, options_);
    if (tool == nullptr)
      throw RpcError(RpcCode::invalid_params, fmt::format("there is no tool \"{}\"", name));
    const Json arguments = params.contains("arguments") ? params["arguments"] : Json::object();
    if (!arguments.is_object())
      throw RpcError(RpcCode::invalid_params, "arguments: must be an object");
    check_arguments(*tool, arguments);
    return run(*tool, arguments, cancelled);
  }

  /// What goes wrong in a tool is an answer, which the caller's model can learn from.
  Json run(const Tool& tool, const Json& arguments, const CancellationToken& cancelled) {
    const Limit limit(options_, cancelled);
    try {
      kb_.refresh();
      return tool_result(tool.run(Call(kb_, options_, arguments, limit.token())));
    } catch (const Error& error) {
      if (error.code() == ErrorCode::cancelled && limit.is_over())
        return tool_failure(fmt::format("timed out after {} s",
                                        static_cast<double>(options_.timeout.count()) / 1000));
      return tool_failure(error.what());
    } catch (const std::bad_alloc&) {
      return tool_failure("not enough memory");
    }
  }

  void say(const std::string& line) { out_ << line << '\n' << std::flush; }

  KnowledgeBase& kb_;
  const Options& options_;
  Inbox& inbox_;
  std::ostream& out_;
};

/// Reads until the input ends or fails.
class Reader {
 public:
  Reader(const NextLine& next, Inbox& inbox)
      : thread_([this, &next, &inbox] { read(next, inbox); }) {}
  ~Reader() {
    if (thread_.joinable()) thread_.join();
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// Throws what reading threw.
  void join() {
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void read(const NextLine& next, Inbox& inbox) {
    try {
      while (const std::optional<std::string> line = next()) inbox.put(*line);
    } catch (...) {
      failure_ = std::current_exception();
    }
    inbox.close();
  }

  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace

void serve(KnowledgeBase& kb, const Options& options, const NextLine& next, std::ostream& out) {
  Inbox inbox;
  Reader reader(next, inbox);
  try {
    Server(kb, options, inbox, out).run();
  } catch (...) {
    // The reader stops when it looks at the token next.
    inbox.stop();
    CancellationToken token = options.cancellation;
    token.cancel();
    throw;
  }
  reader.join();
}

}  // namespace dossier::mcp
