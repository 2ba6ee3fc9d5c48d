// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/pdf/restrict.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dossier::pdf {
namespace {

// The sanitizers need more memory and more system calls than they can be given here.
// Clang says that it uses one by a feature, GCC by a macro.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define DOSSIER_PDF_SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define DOSSIER_PDF_SANITIZED
#endif
#ifdef DOSSIER_PDF_SANITIZED
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

#if defined(__x86_64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kMachine = 0;  ///< not known: no filter
#endif

/// Standard input, output and error; fonts and character maps are read one at a time.
constexpr rlim_t kOpenFiles = 16;

constexpr long kAllowed[] = {
    SYS_read,
    SYS_readv,
    SYS_pread64,
    SYS_write,
    SYS_writev,
    SYS_lseek,
    SYS_close,
    SYS_fstat,
    SYS_newfstatat,
    SYS_statx,
    SYS_faccessat,
    SYS_readlinkat,
    SYS_getdents64,
    SYS_fcntl,
    SYS_mmap,
    SYS_munmap,
    SYS_mprotect,
    SYS_mremap,
    SYS_madvise,
    SYS_brk,
    SYS_futex,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_rt_sigreturn,
    SYS_sigaltstack,
    SYS_getpid,
    SYS_gettid,
    SYS_tgkill,
    SYS_getuid,
    SYS_geteuid,
    SYS_getgid,
    SYS_getegid,
    SYS_uname,
    SYS_sysinfo,
    SYS_getrandom,
    SYS_clock_gettime,
    SYS_gettimeofday,
    SYS_sched_yield,
    SYS_sched_getaffinity,
    SYS_prlimit64,
    SYS_exit,
    SYS_exit_group,
    SYS_restart_syscall,
#if defined(__x86_64__)
    SYS_stat,
    SYS_lstat,
    SYS_access,
    SYS_readlink,
    SYS_getdents,
    SYS_time,
#endif
};

class Filter {
 public:
  Filter() {
    load(offsetof(seccomp_data, arch));
    add(BPF_JMP | BPF_JEQ | BPF_K, kMachine, 1, 0);
    finish(SECCOMP_RET_KILL_PROCESS);
    load(offsetof(seccomp_data, nr));
    for (const long call : kAllowed) allow(call);
    allow_reading(SYS_openat, 2);
#if defined(__x86_64__)
    allow_reading(SYS_open, 1);
#endif
    finish(SECCOMP_RET_ERRNO | EPERM);
  }

  void install() {
    const sock_fprog program{static_cast<unsigned short>(code_.size()), code_.data()};
    // Refused where the system has no seccomp: then the other limits have to do.
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
  }

 private:
  void add(int code, std::uint32_t value, std::uint8_t yes = 0, std::uint8_t no = 0) {
    code_.push_back({static_cast<std::uint16_t>(code), yes, no, value});
  }
  void load(std::size_t offset) {
    add(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
  }
  void finish(std::uint32_t verdict) { add(BPF_RET | BPF_K, verdict); }

  void allow(long call) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1);
    finish(SECCOMP_RET_ALLOW);
  }

  /// Opening without a flag that writes or makes a file; `argument` holds the flags. Their upper
  /// half is no flag of any kind on a machine of either order.
  void allow_reading(long call, std::size_t argument) {
    constexpr std::uint32_t kWrites = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 4);
    load(offsetof(seccomp_data, args) + argument * sizeof(std::uint64_t));
    add(BPF_JMP | BPF_JSET | BPF_K, kWrites, 1, 0);
    finish(SECCOMP_RET_ALLOW);
    finish(SECCOMP_RET_ERRNO | EPERM);
  }

  std::vector<sock_filter> code_;
};

void limit(__rlimit_resource resource, rlim_t most, rlim_t grace = 0) {
  rlimit now{};
  if (getrlimit(resource, &now) != 0) return;
  now.rlim_max = std::min(now.rlim_max, most + grace);
  now.rlim_cur = std::min(now.rlim_max, most);
  setrlimit(resource, &now);
}

}  // namespace

void limit_time(const Limits& limits) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_DUMPABLE, 0);
  limit(RLIMIT_CORE, 0);
  // A second later SIGKILL follows SIGXCPU, which tells the parent what happened.
  limit(RLIMIT_CPU, limits.cpu_seconds, 1);
}

void drop_rights(const Limits& limits, rlim_t size) {
  if (!kSanitized) limit(RLIMIT_AS, (limits.memory_mib << 20) + size);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, kOpenFiles);
  limit(RLIMIT_NPROC, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (!kSanitized && kMachine != 0) Filter().install();
}

}  // namespace dossier::pdf
