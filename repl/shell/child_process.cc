// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/child_process.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "dossier/error.h"

namespace dossier::repl {

ChildProcess::ChildProcess(const std::string& command) : pipe_(popen(command.c_str(), "w")) {
  if (pipe_ == nullptr) {
    throw Error(ErrorCode::input, fmt::format("cannot run {}: {}", command, strerror(errno)));
  }
  stream_ = std::make_unique<FdStream>(fileno(pipe_));
}

ChildProcess::~ChildProcess() {
  stream_.reset();
  if (pipe_ != nullptr) pclose(pipe_);
}

int ChildProcess::wait() {
  stream_->flush();
  stream_.reset();
  const int status = pclose(std::exchange(pipe_, nullptr));
  return status != -1 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace dossier::repl
