// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "dossier/error.h"
#include "engine/saved/parameter_values.h"
#include "repl/shell/child_process.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

/// What .once has in place of a file.
const std::string kSpreadsheet = "-x";

std::string file_for_spreadsheet() {
  std::string path = (std::filesystem::temp_directory_path() / "dossier-rows-XXXXXX.csv").string();
  constexpr int kEnding = 4;
  const int made = mkstemps(path.data(), kEnding);
  if (made < 0) {
    throw Error(ErrorCode::input, fmt::format("cannot write {}: {}", path, strerror(errno)));
  }
  ::close(made);
  return path;
}

/// The file stays: the program that shows it may read it late.
void open_spreadsheet(const std::string& path, Console& console) {
  console.err << "rows in " << path << '\n';
  ChildProcess program("xdg-open '" + path + "' >/dev/null 2>&1");
  if (program.wait() != 0) {
    throw Error(ErrorCode::input,
                "no program here opens a spreadsheet (xdg-open failed); " + path + " has the rows");
  }
}

/// Replaces the console's stream by a pager's during its lifetime.
class PagerInPlace {
 public:
  PagerInPlace(std::ostream*& slot, std::ostream& pager) : slot_(slot) { slot_ = &pager; }
  ~PagerInPlace() { slot_ = nullptr; }
  PagerInPlace(const PagerInPlace&) = delete;
  PagerInPlace& operator=(const PagerInPlace&) = delete;

 private:
  std::ostream*& slot_;
};

/// less exits by itself (-F) if everything fits the screen.
std::string pager_command(Paging paging) {
  const char* pager = std::getenv("PAGER");
  if (pager != nullptr && *pager != 0) return pager;
  return paging == Paging::automatic ? "less -FRSX" : "less -RS";
}

}  // namespace

Session::Session(KnowledgeBase& kb, std::string path, Console& console, Settings settings)
    : kb_(kb), path_(std::move(path)), console_(console), settings_(std::move(settings)) {}

void Session::switch_to(const std::string& path) {
  std::error_code missing;  // open_database() says what is wrong with the path
  if (std::filesystem::equivalent(path, path_, missing))
    throw Error(ErrorCode::usage, fmt::format("{} is the knowledge base that is open", path));
  KnowledgeBase next =
      open_database(path, settings_.read_only ? OpenMode::read_only : OpenMode::existing);
  last_ = {};  // its rows are of the old one
  asked_ = {};
  kb_ = std::move(next);
  path_ = path;
  ++changes;
}

std::ostream& Session::out() {
  if (file_) return *file_;
  if (piped_) {
    if (!command_) {
      console_.out.flush();
      command_ = std::make_unique<ChildProcess>(target_.substr(1));
    }
    return command_->input();
  }
  return pager_ != nullptr ? *pager_ : console_.out;
}

void Session::paged(const std::function<void()>& show) {
  if (settings_.paging == Paging::off || !shows() || pager_ != nullptr) {
    show();
    return;
  }
  console_.out.flush();
  ChildProcess pager(pager_command(settings_.paging));
  const PagerInPlace in_place(pager_, pager.input());
  try {
    show();
    pager.wait();
  } catch (const BrokenPipe&) {
    // The pager was closed before the end of the result.
  }
}

void Session::say_written(const std::string& what) {
  if (!file_ || !console_.out_is_terminal || target_.starts_with(kSpreadsheet)) return;
  console_.err << what << " to " << target_ << '\n';
}

Layout Session::layout() const { return {shows() ? console_.width() : std::nullopt, prefixes()}; }

void Session::set_output(const std::string& wanted, bool once) {
  close_file();
  piped_ = false;
  end_command();
  once_ = once;
  const bool shown = once && wanted == kSpreadsheet;
  const std::string target = shown ? file_for_spreadsheet() : wanted;
  target_ = shown ? kSpreadsheet + target : target;
  if (target.empty()) return;
  if (target.starts_with('|')) {
    piped_ = true;
  } else {
    auto file = std::make_unique<std::ofstream>(target, std::ios::binary);
    if (!*file) {
      throw Error(ErrorCode::input, fmt::format("cannot write {}: {}", target, strerror(errno)));
    }
    file_ = std::move(file);
    const std::size_t dot = target.rfind('.');
    const auto mode =
        dot == target.npos ? std::nullopt : output_format_named(target.substr(dot + 1));
    if (mode) screen_mode_ = std::exchange(settings_.mode, *mode);
  }
  just_set_ = true;
}

void Session::close_file() {
  file_.reset();
  if (screen_mode_) settings_.mode = *std::exchange(screen_mode_, std::nullopt);
}

void Session::end_command() {
  if (!command_) return;
  const std::unique_ptr<ChildProcess> command = std::move(command_);
  int status = 0;
  try {
    status = command->wait();
  } catch (const BrokenPipe&) {
    return;  // it read as much as it wanted
  }
  if (status != 0) {
    throw Error(ErrorCode::input,
                fmt::format("the command {} failed with status {}", target_.substr(1), status));
  }
}

void Session::end_statement() {
  if ((!file_ && !piped_) || std::exchange(just_set_, false)) return;
  if (piped_) {
    if (once_) piped_ = false;
    if (each_result_by_itself()) end_command();
    return;
  }
  file_->flush();
  const bool failed = !*file_;
  if (once_ || failed) close_file();
  if (failed) {
    throw Error(ErrorCode::input, fmt::format("cannot write all of {}", target_));
  }
  if (target_.starts_with(kSpreadsheet)) {
    open_spreadsheet(target_.substr(kSpreadsheet.size()), console_);
  }
}

bool Session::command_has_left() {
  const bool had = command_ != nullptr;
  command_.reset();
  if (once_ || !each_result_by_itself()) piped_ = false;
  return had;
}

Prefixes Session::prefixes() const { return with_predeclared(prefixes_); }

QueryOptions Session::options(const std::string& text) const {
  QueryOptions options;
  for (const auto& [name, term] : parameters_) {
    if (mentions_variable(text, name)) options.parameters.emplace(name, term);
  }
  options.prefixes = prefixes_;
  options.cancellation = console_.cancellation;
  options.outside = settings_.outside;
  return options;
}

}  // namespace dossier::repl
