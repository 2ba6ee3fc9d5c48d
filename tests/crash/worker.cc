// The process the crash tests kill.
//
//   crash_worker work PATH SEED FIRST   does steps FIRST, FIRST + 1, ... and prints each when done
//   crash_worker hold PATH              opens, prints "open", waits for its end
//   crash_worker limit PATH SEED BYTES  as work from step 1, with files limited to BYTES; prints
//                                       the error that comes of it
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <string>

#include "model/error.h"
#include "workload.h"

namespace dossier::storage {
namespace {

void say(const std::string& text) {
  const std::string line = text + '\n';
  if (write(STDOUT_FILENO, line.data(), line.size()) < 0) _exit(3);
}

void work(Store& store, const std::string& path, std::uint64_t seed, std::uint64_t first) {
  const Workload workload(seed);
  for (std::uint64_t n = first;; ++n) {
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
  const auto store = Store::open(path, {.memory_bytes = kWorkloadMemory});
  say("open");
  if (mode == "work") work(*store, path, std::stoull(words[3]), std::stoull(words[4]));
  while (true) pause();
}

}  // namespace
}  // namespace dossier::storage

int main(int count, char** words) { return dossier::storage::run(count, words); }
