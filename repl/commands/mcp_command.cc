// SPDX-License-Identifier: Apache-2.0
// dossier mcp: the desk as tools, by the Model Context Protocol over standard input and output.

#include <unistd.h>

#include <filesystem>

#include "desk/mcp/server.h"
#include "dossier/error.h"
#include "repl/commands/make_sharing_commands.h"
#include "repl/input/option_values.h"
#include "repl/process/fd_lines.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/text_index.h"

namespace dossier::repl {
namespace {

class McpCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.flag("--edit", edit_, "offer the tool ingest, too, which reads documents in");
    arguments.option_list("--allow-files", folders_, "DIR",
                          "ingest may read files below this folder; without it, texts only");
    arguments.option("--timeout", timeout_, "TIME", "of one call (default: 30s)");
    arguments.option("--memory", memory_, "SIZE", "of one query (default: 512M)");
    arguments.option("--limit", limit_, "N", "rows of one answer, at most (default: 1000)");
    arguments.flag("--read-only", read_only_, "never completes the text index");
    arguments.footer(
        "Tools: find, ask, about, facts, why, query, documents; every answer has its citations.\n"
        "A program starts it and speaks JSON-RPC 2.0, a message a line; the end of input ends it.\n"
        "Example, as such programs are configured:\n"
        "  {\"mcpServers\": {\"papers\": {\"command\": \"dossier\", \"args\": [\"mcp\", "
        "\"/data/kb\"]}}}");
  }

  ExitStatus run(Console& console) override {
    const mcp::Options options = server_options(console);
    complete_text_index(console);
    KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    FdLines lines(STDIN_FILENO, mcp::kLongestMessage,
                  [token = console.cancellation] { return token.cancelled(); });
    mcp::serve(
        kb, options, [&] { return lines.next(); }, console.out);
    return console.cancellation.cancelled() ? ExitStatus::interrupted : ExitStatus::done;
  }

 private:
  mcp::Options server_options(const Console& console) const {
    if (edit_ && read_only_)
      throw Error(ErrorCode::usage, "--edit and --read-only exclude each other");
    if (!edit_ && !folders_.empty())
      throw Error(ErrorCode::usage, "--allow-files is for ingest: add --edit");
    mcp::Options options;
    if (edit_) options.writer = [path = path_] { return open_database(path, OpenMode::existing); };
    for (const std::string& folder : folders_) {
      if (!std::filesystem::is_directory(folder))
        throw Error(ErrorCode::usage, "--allow-files: there is no folder " + folder);
      options.folders.push_back(folder);
    }
    if (timeout_) options.timeout = parse_duration("--timeout", *timeout_);
    if (memory_) options.memory_bytes = parse_size("--memory", *memory_);
    if (limit_) options.rows = parse_count("--limit", *limit_);
    options.cancellation = console.cancellation;
    return options;
  }

  /// After a large load, the first search would find too little.
  void complete_text_index(Console& console) const {
    if (read_only_ || has_whole_text_index(open_database(path_, OpenMode::read_only))) return;
    KnowledgeBase writable = open_database(path_, OpenMode::existing);
    index_texts(writable, {}, true, console);
  }

  std::string path_;
  std::vector<std::string> folders_;
  std::optional<std::string> timeout_, memory_, limit_;
  bool edit_ = false;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_mcp_command() { return std::make_unique<McpCommand>(); }

}  // namespace dossier::repl
