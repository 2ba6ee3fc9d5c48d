// SPDX-License-Identifier: Apache-2.0
#include "repl/process/fd_lines.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "dossier/error.h"

namespace dossier::repl {
namespace {

constexpr int kMillisecondsBetweenLooks = 100;

}  // namespace

std::optional<std::string> FdLines::next() {
  std::string line;
  while (true) {
    const std::size_t end = buffer_.find('\n');
    if (end != buffer_.npos) {
      take(line, end);
      buffer_.erase(0, 1);
      return line;
    }
    take(line, buffer_.size());
    if (fill()) continue;
    if (line.empty() || stopped_()) return std::nullopt;
    return line;
  }
}

void FdLines::take(std::string& line, std::size_t size) {
  const std::size_t room = longest_ + 1 - std::min(line.size(), longest_ + 1);
  line.append(buffer_, 0, std::min(size, room));
  buffer_.erase(0, size);
}

bool FdLines::fill() {
  std::array<char, 65536> bytes;
  while (!ended_ && !stopped_()) {
    pollfd wanted{fd_, POLLIN, 0};
    const int ready = ::poll(&wanted, 1, kMillisecondsBetweenLooks);
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    const ssize_t size = ready < 0 ? -1 : ::read(fd_, bytes.data(), bytes.size());
    if (size < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (size < 0)
      throw Error(ErrorCode::input, std::string("cannot read the input: ") + std::strerror(errno));
    if (size == 0) break;
    buffer_.append(bytes.data(), static_cast<std::size_t>(size));
    return true;
  }
  ended_ = true;
  return false;
}

}  // namespace dossier::repl
