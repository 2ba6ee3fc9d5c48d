// SPDX-License-Identifier: Apache-2.0
// The process the crash tests kill.
//
//   crash_worker work PATH SEED FIRST [LAST]
//                                       does steps FIRST, FIRST + 1, ... and prints each when done;
//                                       waits for its end after LAST
//   crash_worker hold PATH              opens, prints "open", waits for its end
//   crash_worker limit PATH SEED BYTES  as work from step 1, with files limited to BYTES; prints
//                                       the error that comes of it
//   crash_worker full PATH SEED BYTES   the same on a disk of BYTES at PATH; then gives the disk
//                                       space and prints "all there" when it is
//   crash_worker visit PATH MODE        opens as a user without rights; prints the number of quads
//                                       or the error
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <limits>
#include <string>

#include "dossier/error.h"
#include "refusing_disk.h"
#include "workload.h"

namespace dossier::storage {
namespace {

void work(Store& store, const std::string& path, std::uint64_t seed, std::uint64_t first,
          std::uint64_t last = std::numeric_limits<std::uint64_t>::max()) {
  const Workload workload(seed);
  for (std::uint64_t n = first; n <= last; ++n) {
    workload.run(store, n, path + ".input");
    say(std::to_string(n));
  }
}

int limited(const std::string& path, std::uint64_t seed, rlim_t bytes) {
  signal(SIGXFSZ, SIG_IGN);  // a write beyond the limit then fails with EFBIG
  const rlimit limit{bytes, bytes};
  if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 4;
  try {
    const auto store = Store::open(path, {.memory_bytes = kWorkloadMemory});
    work(*store, path, seed, 1);
  } catch (const Error& error) {
    say(std::string("error ") + error.what());
    return error.code() == ErrorCode::storage ? 0 : 5;
  }
  return 6;
}

int run(int count, char** words) {
  if (count < 3) return 2;
  const std::string mode = words[1];
  const std::string path = words[2];
  if (mode == "limit") return limited(path, std::stoull(words[3]), std::stoull(words[4]));
  if (mode == "full") return fill_disk(path, std::stoull(words[3]), words[4]);
  if (mode == "visit") return visit(path, words[3]);
  const auto store = Store::open(path, {.memory_bytes = kWorkloadMemory});
  say("open");
  if (mode == "work" && count == 5) {
    work(*store, path, std::stoull(words[3]), std::stoull(words[4]));
  } else if (mode == "work") {
    work(*store, path, std::stoull(words[3]), std::stoull(words[4]), std::stoull(words[5]));
  }
  while (true) pause();
}

}  // namespace
}  // namespace dossier::storage

int main(int count, char** words) { return dossier::storage::run(count, words); }
