// SPDX-License-Identifier: Apache-2.0
#include "process.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace dossier::storage {

int rounds() {
  const char* text = std::getenv("DOSSIER_CRASH_ROUNDS");
  return text == nullptr ? 30 : std::atoi(text);
}

Process::Process(const std::vector<std::string>& command) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  std::vector<char*> arguments;
  for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  id_ = fork();
  if (id_ == 0) {
    dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  ::close(ends[1]);
  output_ = ends[0];
  if (id_ < 0) throw std::runtime_error("no process");
}

Process::~Process() {
  if (id_ > 0) kill();
  ::close(output_);
}

std::optional<std::string> Process::line() {
  while (true) {
    if (const auto end = buffer_.find('\n'); end != std::string::npos) {
      std::string out = buffer_.substr(0, end);
      buffer_.erase(0, end + 1);
      return out;
    }
    std::array<char, 256> piece{};
    const ssize_t size = read(output_, piece.data(), piece.size());
    if (size <= 0) return std::nullopt;
    buffer_.append(piece.data(), static_cast<std::size_t>(size));
  }
}

std::vector<std::string> Process::kill() {
  ::kill(id_, SIGKILL);
  std::vector<std::string> lines;
  while (auto text = line()) lines.push_back(*text);
  wait();
  return lines;
}

int Process::wait() {
  int status = 0;
  waitpid(id_, &status, 0);
  id_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace dossier::storage
