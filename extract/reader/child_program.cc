// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/child_program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

#include "dossier/error.h"

namespace dossier::extract {
namespace {

using storage::Descriptor;

constexpr std::chrono::milliseconds kLook{50};  ///< how often a wait looks whether it has to stop

[[noreturn]] void refuse(std::string_view what, int error) {
  throw Error(ErrorCode::limit, fmt::format("cannot {}: {}", what, std::strerror(error)));
}

/// Moves it out of the way of standard input, output and error, which the process may have
/// closed: the child's are put there.
void lift(Descriptor& descriptor) {
  if (descriptor.get() > STDERR_FILENO) return;
  const int lifted = fcntl(descriptor.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (lifted < 0) refuse("open a pipe", errno);
  descriptor.reset(lifted);
}

/// A file in memory that holds `bytes`: a pipe would block, or break, when the program stops
/// reading.
Descriptor file_of(std::string_view bytes) {
  Descriptor file(memfd_create("dossier", MFD_CLOEXEC));
  if (file.get() < 0) refuse("make a file in memory", errno);
  while (!bytes.empty()) {
    const ssize_t written = write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) refuse("make a file in memory", errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (lseek(file.get(), 0, SEEK_SET) != 0) refuse("make a file in memory", errno);
  return file;
}

struct Actions {
  Actions() { posix_spawn_file_actions_init(&value); }
  ~Actions() { posix_spawn_file_actions_destroy(&value); }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  posix_spawn_file_actions_t value;
};

struct Attributes {
  Attributes() {
    posix_spawnattr_init(&value);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&value, &none);
    posix_spawnattr_setsigdefault(&value, &all);
    // A group of its own: Ctrl-C at the terminal is for the program that started it.
    posix_spawnattr_setpgroup(&value, 0);
    posix_spawnattr_setflags(
        &value, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~Attributes() { posix_spawnattr_destroy(&value); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  posix_spawnattr_t value;
};

/// For the system, which takes pointers to characters it does not change; ends with null.
std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  return pointers;
}

pid_t start(const std::string& path, const std::vector<std::string>& arguments,
            const std::vector<std::string>& environment, int input, int output) {
  Actions actions;
  posix_spawn_file_actions_adddup2(&actions.value, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions.value, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions.value, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions.value, STDERR_FILENO + 1);
  const Attributes attributes;
  std::vector<char*> words = pointers_to(arguments);
  words.insert(words.begin(), const_cast<char*>(path.c_str()));
  words.push_back(nullptr);
  // The first of two values of one name is the one that counts.
  std::vector<char*> values = pointers_to(environment);
  for (char** own = environ; own != nullptr && *own != nullptr; ++own) values.push_back(*own);
  values.push_back(nullptr);
  pid_t process = -1;
  const int error = posix_spawn(&process, path.c_str(), &actions.value, &attributes.value,
                                words.data(), values.data());
  if (error != 0) refuse("start " + path, error);
  return process;
}

}  // namespace

ChildProgram::ChildProgram(const std::string& path, const std::vector<std::string>& arguments,
                           std::string_view input, const std::vector<std::string>& environment) {
  Descriptor file = file_of(input);
  lift(file);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) refuse("open a pipe", errno);
  Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  lift(to);
  process_ = start(path, arguments, environment, file.get(), to.get());
  output_ = std::move(from);
}

ChildProgram::~ChildProgram() {
  if (process_ > 0) wait(Clock::time_point::min());
}

std::optional<std::string_view> ChildProgram::read(const Interruption& interruption,
                                                   Clock::time_point deadline) {
  for (;;) {
    interruption.check();
    if (Clock::now() >= deadline) return std::nullopt;
    pollfd look{output_.get(), POLLIN, 0};
    const int ready = poll(&look, 1, static_cast<int>(kLook.count()));
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    const ssize_t got = ::read(output_.get(), buffer_.data(), buffer_.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) refuse("read from a program", errno);
    return std::string_view(buffer_.data(), static_cast<std::size_t>(got));
  }
}

ChildProgram::End ChildProgram::wait(Clock::time_point deadline) {
  End end;
  for (bool killed = false; process_ > 0;) {
    int status = 0;
    const pid_t found = waitpid(process_, &status, killed ? 0 : WNOHANG);
    if (found == process_) {
      end.known = true;
      end.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
      end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
      process_ = -1;
    } else if (found < 0 && errno != EINTR) {
      process_ = -1;
    } else if (!killed && Clock::now() >= deadline) {
      kill(process_, SIGKILL);
      killed = true;
    } else if (!killed) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  return end;
}

}  // namespace dossier::extract
