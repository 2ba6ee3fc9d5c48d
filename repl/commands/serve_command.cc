// SPDX-License-Identifier: Apache-2.0
// dossier serve: pages for people and the SPARQL protocol for programs.
#include <fmt/format.h>
#include <spawn.h>

#include <charconv>
#include <chrono>
#include <thread>

#include "desk/server/server.h"
#include "repl/commands/make_commands.h"
#include "repl/input/option_values.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/text_index.h"

extern char** environ;

namespace dossier::repl {
namespace {

class ServeCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.option("--port", port_, "PORT", "the port to listen at (default: 7780; 0: any)");
    arguments.option("--host", host_, "ADDRESS",
                     "the address to listen at (default: 127.0.0.1, this machine\n"
                     "alone); another one requires a token");
    arguments.flag("--open", open_, "open the page in the browser");
    arguments.flag("--edit", edit_,
                   "allow changes: updates, graphs, merging and splitting of entities;\n"
                   "requires a token. Without it the knowledge base is opened read-only");
    arguments.option("--token", token_, "TOKEN",
                     "ask every request for this token (default where one is required: a\n"
                     "random one, which is printed)");
    arguments.option("--timeout", timeout_, "TIME", "per request (default: 60s)");
    arguments.option("--memory", memory_, "SIZE", "per query (default: 512M)");
    arguments.option("--limit", limit_, "N",
                     "answers of more rows are refused (default: 10000000)");
    arguments.option("--jobs", jobs_, "N", "queries that run at the same time (default: 4)");
    arguments.option("--max-body", body_, "SIZE", "longest request body (default: 64M)");
    arguments.flag("--quiet", quiet_, "do not print the address");
    arguments.footer(
        "http://127.0.0.1:7780/        the page\n"
        "http://127.0.0.1:7780/sparql  SPARQL 1.1 Protocol\n"
        "http://127.0.0.1:7780/graphs  Graph Store Protocol: ?default, ?graph=IRI\n"
        "Programs send the token as \"Authorization: Bearer TOKEN\". Ctrl-C ends the server.\n"
        "Example: dossier serve kb --open");
  }

  ExitStatus run(Console& console) override {
    const server::ServeOptions options = serve_options();
    complete_text_index(console);
    KnowledgeBase kb = open_database(path_, edit_ ? OpenMode::existing : OpenMode::read_only);
    server::Server server(kb, path_, options);
    if (!quiet_) announce(server, console);
    if (open_) open_browser(server.link(), console);
    while (!console.cancellation.cancelled()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    server.stop();
    return ExitStatus::done;
  }

 private:
  static std::uint16_t parse_port(const std::string& text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error == std::errc{} && end == text.data() + text.size()) return port;
    throw Error(ErrorCode::usage, "--port: \"" + text + "\" is no port; give a number up to 65535");
  }

  static std::size_t at_least_one(const char* option, const std::string& text) {
    const std::uint64_t value = parse_count(option, text);
    if (value >= 1 && value <= 1024) return value;
    throw Error(ErrorCode::usage, fmt::format("{}: give a number from 1 to 1024", option));
  }

  server::ServeOptions serve_options() const {
    server::ServeOptions options;
    if (host_) options.host = *host_;
    if (port_) options.port = parse_port(*port_);
    options.edit = edit_;
    if (token_ && token_->find_first_not_of(kTokenCharacters) != std::string::npos) {
      throw Error(ErrorCode::usage, "--token: use letters, digits, \"-\", \"_\" and \".\" only");
    }
    if (token_ && token_->size() < 16) {
      throw Error(ErrorCode::usage,
                  "--token: give 16 characters or more, so that nobody guesses it");
    }
    if (token_) options.token = *token_;
    if (!token_ && (edit_ || !server::is_loopback(options.host))) {
      options.token = server::random_token();
    }
    if (timeout_) options.timeout = parse_duration("--timeout", *timeout_);
    if (memory_) options.memory_bytes = parse_size("--memory", *memory_);
    if (limit_) options.rows = parse_count("--limit", *limit_);
    if (jobs_) options.jobs = at_least_one("--jobs", *jobs_);
    if (body_) options.body_bytes = parse_size("--max-body", *body_);
    return options;
  }

  /// After a large load, the first search would find too little.
  void complete_text_index(Console& console) const {
    if (has_whole_text_index(open_database(path_, OpenMode::read_only))) return;
    KnowledgeBase writable = open_database(path_, OpenMode::existing);
    index_texts(writable, {}, quiet_, console);
  }

  void announce(const server::Server& server, Console& console) const {
    console.err << fmt::format("{} at {}\nSPARQL at {}sparql{}\nCtrl-C ends it.\n",
                               edit_ ? "serving, with changes allowed," : "serving", server.link(),
                               server.address(), edit_ ? ", graphs at /graphs" : "")
                << std::flush;
  }

  static void open_browser(const std::string& link, Console& console) {
    std::string program = "xdg-open", address = link;
    char* const arguments[] = {program.data(), address.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0) {
      console.err << "there is no xdg-open to open a browser with; open the address yourself\n";
    }
  }

  static constexpr const char* kTokenCharacters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

  std::string path_;
  std::optional<std::string> port_, host_, token_, timeout_, memory_, limit_, jobs_, body_;
  bool open_ = false;
  bool edit_ = false;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_serve_command() { return std::make_unique<ServeCommand>(); }

}  // namespace dossier::repl
