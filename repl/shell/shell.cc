// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/shell.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "repl/input/statement_buffer.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/dot_command.h"
#include "repl/shell/english.h"
#include "repl/shell/statements.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/said_news.h"

namespace dossier::repl {
namespace {

class Loop {
 public:
  Loop(Session& session, LineSource& lines)
      : session_(session),
        lines_(lines),
        outer_lines_(std::exchange(session.lines, &lines)),
        outer_person_(session.person) {
    if (lines.interactive()) session.person = &lines;
  }
  ~Loop() {
    session_.lines = outer_lines_;
    session_.person = outer_person_;
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  ExitStatus run() {
    std::string line;
    while (!session_.quit && !stop_) {
      buffer_.set_options(syntax_options(session_.prefixes(), "", session_.parameters()));
      switch (lines_.next(prompt(), line)) {
        case LineSource::Status::line:
          take(line);
          break;
        case LineSource::Status::interrupted:
          interrupted(line);
          break;
        case LineSource::Status::end:
          if (!lines_.interactive()) run_rest();
          return status_;
      }
    }
    return status_;
  }

 private:
  std::string prompt() const {
    std::filesystem::path path(session_.path());
    if (!path.has_filename()) path = path.parent_path();
    std::string name = path.filename().string();
    if (!session_.target().empty()) name += " [" + session_.target() + "]";
    name += "> ";
    return buffer_.empty() ? name : std::string(name.size() - 2, ' ') + "> ";
  }

  void take(const std::string& line) {
    interrupts_ = 0;
    const std::string command = buffer_.empty() ? command_of(line) : std::string();
    if (!command.empty()) {
      remember(line);
      run([&] { run_shell_command(session_, command); });
      return;
    }
    if (buffer_.empty() && is_english(line)) {
      remember(line);
      run([&] { ask_question(session_, line); });
      return;
    }
    if (buffer_.empty() && lines_.interactive()) {
      bool refused = true;
      attempt([&] {
        refuse_lone_word(line);
        refused = false;
      });
      if (refused) return;
    }
    typed_ += typed_.empty() ? line : '\n' + line;
    std::vector<std::string> statements;
    bool added = false;
    attempt([&] {
      statements = buffer_.add(line);
      added = true;
    });
    if (!added) typed_.clear();
    if (buffer_.empty() && typed_.find_first_not_of(" \t\n") == std::string::npos) typed_.clear();
    if (statements.empty()) return;
    remember(std::exchange(typed_, {}));
    run_all(statements);
  }

  void run_rest() { run_all(buffer_.finish()); }

  void run_all(const std::vector<std::string>& statements) {
    for (const std::string& statement : statements) {
      if (!stop_ && !session_.quit) run(statement);
    }
  }

  void run(const std::string& statement) {
    run([&] { run_statement(session_, statement); });
  }

  void run(const std::function<void()>& work) {
    attempt([&] {
      try {
        work();
      } catch (const BrokenPipe&) {
        if (!session_.command_has_left()) throw;
      }
      session_.end_statement();
      const bool changed = std::exchange(seen_changes_, session_.changes) != session_.changes;
      if (changed && !session_.settings().read_only) say_news(session_.kb(), session_.console());
    });
  }

  void remember(const std::string& text) {
    if (!lines_.interactive()) return;
    lines_.remember(text);
    session_.typed().push_back(text);
  }

  void interrupted(const std::string& typed) {
    const bool was_empty = typed.empty() && buffer_.empty();
    buffer_.clear();
    typed_.clear();
    interrupts_ = was_empty ? interrupts_ + 1 : 0;
    if (interrupts_ == 1) session_.console().err << "Ctrl-C again or .quit leaves\n";
    if (interrupts_ > 1) {
      session_.quit = true;
      status_ = ExitStatus::interrupted;
    }
  }

  /// Runs one statement. A failure is reported; without a person at the terminal it ends the loop.
  void attempt(const std::function<void()>& work) {
    const ExitStatus status = report_failure(session_.console(), [&] {
      work();
      return ExitStatus::done;
    });
    session_.console().out.flush();
    if (status == ExitStatus::done) return;
    if (lines_.interactive()) {
      session_.console().cancellation.reset();
      return;
    }
    status_ = status == ExitStatus::interrupted ? status : ExitStatus::failed;
    stop_ = !session_.settings().keep_going || status == ExitStatus::interrupted;
  }

  Session& session_;
  LineSource& lines_;
  LineSource* outer_lines_;
  LineSource* outer_person_;
  StatementBuffer buffer_;
  std::string typed_;
  int interrupts_ = 0;
  ExitStatus status_ = ExitStatus::done;
  bool stop_ = false;
  std::uint64_t seen_changes_ = session_.changes;
};

}  // namespace

ExitStatus run_lines(Session& session, LineSource& lines) { return Loop(session, lines).run(); }

}  // namespace dossier::repl
