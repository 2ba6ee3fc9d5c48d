// SPDX-License-Identifier: Apache-2.0
// .edit: the last query in the user's editor.

#include <fmt/format.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "dossier/error.h"
#include "repl/input/statement_buffer.h"
#include "repl/process/text_file.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/statements.h"

namespace dossier::repl {
namespace {

/// A temporary file for the editor; the destructor deletes it.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& text) {
    path_ = (std::filesystem::temp_directory_path() / "dossier-XXXXXX.rq").string();
    const int fd = mkstemps(path_.data(), 3);
    if (fd < 0) {
      throw Error(ErrorCode::input, fmt::format("cannot write {}: {}", path_, strerror(errno)));
    }
    ::close(fd);
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~ScratchFile() {
    std::error_code ignored;  // the system clears its temporary folder
    std::filesystem::remove(path_, ignored);
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string editor() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != 0) return value;
  }
  return "vi";
}

}  // namespace

void shell_edit(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.empty(), ".edit without arguments");
  const ScratchFile file(session.last_text());
  // Through the shell, because $EDITOR may contain options ("code --wait").
  const int status = std::system(fmt::format("{} '{}'", editor(), file.path()).c_str());
  if (status == -1 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw Error(ErrorCode::input, fmt::format("the editor {} failed; nothing was run", editor()));
  }
  const std::string text = read_text(file.path(), session.console());
  if (is_only_comment(text)) return;
  session.out() << text << (text.ends_with('\n') ? "" : "\n");
  if (session.lines != nullptr) session.lines->remember(text);
  run_statement(session, text);
}

}  // namespace dossier::repl
