// SPDX-License-Identifier: Apache-2.0
// dossier [DB]: the interactive shell, or a script from the standard input.

#include <fmt/format.h>
#include <stdlib.h>

#include <cerrno>
#include <clocale>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "repl/commands/make_commands.h"
#include "repl/format/printable.h"
#include "repl/input/access_arguments.h"
#include "repl/input/option_values.h"
#include "repl/process/colors.h"
#include "repl/process/interrupt.h"
#include "repl/process/version.h"
#include "repl/shell/completer.h"
#include "repl/shell/dot_command.h"
#include "repl/shell/highlight.h"
#include "repl/shell/line_editor.h"
#include "repl/shell/shell.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

/// A folder that is gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    path_ = (std::filesystem::temp_directory_path() / "dossier-XXXXXX").string();
    if (mkdtemp(path_.data()) == nullptr) {
      throw Error(ErrorCode::storage,
                  fmt::format("cannot make a temporary folder: {}", strerror(errno)));
    }
  }
  ~TemporaryFolder() {
    std::error_code ignored;  // nothing can be done about a temporary folder that stays
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path() const { return path_ + "/scratch"; }

 private:
  std::string path_;
};

class ShellCommandLine : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.optional("DB", path_,
                       "the knowledge base; created if it does not exist. Without DB: a new one "
                       "that is deleted at the end");
    arguments.flag("--read-only", read_only_, "open read-only, beside a process that writes");
    access_.declare(arguments);
    arguments.flag("--keep-going", keep_going_, "continue a script after an error");
    arguments.footer("dossier --help lists all commands.");
  }

  ExitStatus run(Console& console) override {
    access_.check();
    std::optional<TemporaryFolder> folder;
    if (path_.empty()) folder.emplace();
    const std::string path = folder ? folder->path() : path_;
    std::error_code unknown;
    const bool is_new = !path_.empty() && !std::filesystem::exists(path_, unknown) && !unknown;
    KnowledgeBase kb = open_database(path, read_only_ ? OpenMode::read_only : OpenMode::create);
    Settings settings;
    settings.mode = parse_output_format(console.out_is_terminal ? "table" : "tsv");
    settings.color = out_in_color(console);
    settings.names = console.out_is_terminal;
    settings.outside = access_.access();
    settings.restricted_by = access_.restricted_by();
    settings.read_only = read_only_;
    settings.keep_going = keep_going_;
    Session session(kb, path, console, settings);
    if (console.in_is_terminal && console.out_is_terminal) return talk(session, console, is_new);
    const std::unique_ptr<LineSource> lines = make_stream_lines(console.in);
    return run_lines(session, *lines);
  }

 private:
  ExitStatus talk(Session& session, Console& console, bool is_new) const {
    // libedit reads wide characters: without a UTF-8 locale it would drop every other letter.
    if (MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
    InterruptGuard::on_second(SecondInterrupt::waits);
    console.out << fmt::format(
        "dossier {}{}. A query ends with \";\" or an empty line; .help lists commands.\n", kVersion,
        path_.empty() ? ", on a knowledge base that is deleted at the end" : "");
    if (is_new) console.out << "created the knowledge base " << printable(path_) << '\n';
    console.out.flush();
    read_start_file(session);
    const std::unique_ptr<LineSource> editor =
        make_line_editor(history_path(), console.cancellation, make_shell_completer(session),
                         out_in_color(console) ? Highlighter(highlighted) : Highlighter());
    return run_lines(session, *editor);
  }

  /// ~/.dossierrc: what is typed at every start. Not where files are forbidden.
  void read_start_file(Session& session) const {
    const char* home = std::getenv("HOME");
    if (home == nullptr || !access_.restricted_by().empty()) return;
    const std::string file = std::string(home) + "/.dossierrc";
    std::error_code absent;
    if (!std::filesystem::exists(file, absent)) return;
    // What is wrong in it is told, and the session begins.
    report_failure(session.console(), [&] {
      run_shell_command(session, ".read \"" + file + "\"");
      return ExitStatus::done;
    });
  }

  std::string path_;
  bool read_only_ = false;
  AccessArguments access_;
  bool keep_going_ = false;
};

}  // namespace

std::unique_ptr<Command> make_shell_command() { return std::make_unique<ShellCommandLine>(); }

}  // namespace dossier::repl
