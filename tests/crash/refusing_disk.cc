// SPDX-License-Identifier: Apache-2.0
#include "refusing_disk.h"

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "dossier/error.h"
#include "workload.h"

namespace dossier::storage {
namespace {

bool mount_disk(const std::string& directory, const std::string& bytes) {
  const int spaces = geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS;
  if (unshare(spaces) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
      ::mount("none", directory.c_str(), "tmpfs", 0, ("size=" + bytes).c_str()) == 0) {
    return true;
  }
  say(std::string("cannot mount a file system here: ") + std::strerror(errno));
  return false;
}

/// Works until the disk refuses; the content after the last step that was done.
Content work_until_full(const std::string& store_path, const std::string& scratch,
                        std::uint64_t seed) {
  const Workload workload(seed);
  Content content;
  try {
    const auto store = Store::open(store_path, {.memory_bytes = kWorkloadMemory});
    for (std::uint64_t n = 1;; ++n) {
      workload.run(*store, n, scratch);
      workload.apply(content, n);
    }
  } catch (const Error& error) {
    say(std::string("error ") + error.what());
  }
  return content;
}

std::string inspect(const std::string& store_path, const Content& content) {
  const auto store = Store::open(store_path, {.memory_bytes = kWorkloadMemory});
  const auto faults = store->check();
  if (!faults.empty()) return faults[0].where + ": " + faults[0].what;
  return content_of(*store->snapshot()) == content ? "all there" : "other content";
}

}  // namespace

void say(const std::string& text) {
  const std::string line = text + '\n';
  if (write(STDOUT_FILENO, line.data(), line.size()) < 0) _exit(3);
}

int fill_disk(const std::string& directory, std::uint64_t seed, const std::string& bytes) {
  if (!mount_disk(directory, bytes)) return 0;
  const std::string store_path = directory + "/kb";
  const Content content = work_until_full(store_path, directory + ".input", seed);
  if (::mount("none", directory.c_str(), "tmpfs", MS_REMOUNT, "size=400m") != 0) return 4;
  say(inspect(store_path, content));
  return 0;
}

int visit(const std::string& path, const std::string& mode) {
  constexpr uid_t kNobody = 65534;
  if (geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0)) return 4;
  const OpenMode open_mode = mode == "create"     ? OpenMode::create
                             : mode == "existing" ? OpenMode::existing
                                                  : OpenMode::read_only;
  try {
    say(std::to_string(Store::open(path, {.mode = open_mode})->statistics().quads));
  } catch (const Error& error) {
    say(std::string("error ") + error.what());
  }
  return 0;
}

}  // namespace dossier::storage
