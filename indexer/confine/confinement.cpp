#include "indexer/confine/confinement.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <string>
#include <system_error>

#include "indexer/confine/limits.hpp"

namespace izde::indexer {
namespace {

[[noreturn]] void fail(const std::string& what, int error) {
    throw ConfinementError("files cannot be read in confinement on this system: " + what + ": " +
                           std::generic_category().message(error));
}

void limit(__rlimit_resource resource, rlim_t value, const char* what) {
    const rlimit both{value, value};
    if (::setrlimit(resource, &both) != 0) fail(what, errno);
}

void set_limits(std::uint64_t memory_bytes) {
    // The limit on processor time is the indexer's: it sets one anew for each file.
    if (!kIsSanitized) limit(RLIMIT_AS, memory_bytes, "limit of memory");
    limit(RLIMIT_FSIZE, 0, "limit of file size");
    limit(RLIMIT_CORE, 0, "limit of core files");
    limit(RLIMIT_NOFILE, 64, "limit of open files");
}

/// Reading is left where libraries keep their data: fonts and their cache, character maps, converters,
/// languages of recognition, and what the run-time itself looks at.
constexpr std::array kReadable = {"/usr",
                                  "/lib",
                                  "/lib64",
                                  "/etc/fonts",
                                  "/etc/ld.so.cache",
                                  "/etc/localtime",
                                  "/var/cache/fontconfig",
                                  "/var/lib/fonts",
                                  "/proc/self",
                                  "/proc/meminfo",
                                  "/proc/cpuinfo",
                                  "/sys/devices/system/cpu",
                                  "/dev/null",
                                  "/dev/urandom"};

/// All that the first version of Landlock knows; what later ones add the system call filter refuses as well.
constexpr std::uint64_t kEveryAccess = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;

/// Without Landlock in the kernel, files stay readable to whom the indexer's user may read.
void close_file_system() {
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = kEveryAccess;
    const auto ruleset =
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (ruleset < 0 && (errno == ENOSYS || errno == EOPNOTSUPP)) return;
    if (ruleset < 0) fail("Landlock", errno);
    for (const char* const path : kReadable) {
        const int place = ::open(path, O_PATH | O_CLOEXEC);
        if (place < 0) continue;  // what is not there need not be read
        landlock_path_beneath_attr beneath{};
        beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
        beneath.parent_fd = place;
        if (::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) != 0) {
            // A file is no directory to be listed.
            beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
            if (::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) != 0)
                fail("Landlock", errno);
        }
        ::close(place);
    }
    if (::syscall(SYS_landlock_restrict_self, ruleset, 0) != 0) fail("Landlock", errno);
    ::close(ruleset);
}

/// Calls that only compute, look at this process, or read what is open.
constexpr std::array kHarmless = {
    SCMP_SYS(access),
    SCMP_SYS(brk),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(close),
    SCMP_SYS(dup),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(fadvise64),
    SCMP_SYS(fstat),
    SCMP_SYS(fstatfs),
    SCMP_SYS(futex),
    SCMP_SYS(getcpu),
    SCMP_SYS(getcwd),
    SCMP_SYS(getdents64),
    SCMP_SYS(getegid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getpid),
    SCMP_SYS(getppid),
    SCMP_SYS(getrandom),
    SCMP_SYS(getrlimit),
    SCMP_SYS(getrusage),
    SCMP_SYS(gettid),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getuid),
    SCMP_SYS(lseek),
    SCMP_SYS(lstat),
    SCMP_SYS(madvise),
    SCMP_SYS(membarrier),
    SCMP_SYS(mincore),
    SCMP_SYS(mmap),
    SCMP_SYS(mprotect),
    SCMP_SYS(mremap),
    SCMP_SYS(munmap),
    SCMP_SYS(nanosleep),
    SCMP_SYS(newfstatat),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(pread64),
    SCMP_SYS(preadv),
    SCMP_SYS(read),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(readv),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(rseq),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_yield),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(stat),
    SCMP_SYS(statfs),
    SCMP_SYS(statx),
    SCMP_SYS(sysinfo),
    SCMP_SYS(time),
    SCMP_SYS(times),
    SCMP_SYS(uname),
};

class Filter {
  public:
    Filter() : context_(::seccomp_init(SCMP_ACT_ERRNO(EPERM)), &::seccomp_release) {
        if (!context_) fail("system call filter", ENOMEM);
        check(::seccomp_attr_set(context_.get(), SCMP_FLTATR_CTL_TSYNC, 1));  // threads of a run-time too
    }
    void allow(int call) { check(::seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, 0)); }
    void allow(int call, const scmp_arg_cmp& condition) {
        check(::seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, 1, condition));
    }
    void deny(int call, int error) {
        check(::seccomp_rule_add(context_.get(), SCMP_ACT_ERRNO(error), call, 0));
    }
    void load() { check(::seccomp_load(context_.get())); }

  private:
    static void check(int status) {
        if (status < 0) fail("system call filter", -status);
    }
    std::unique_ptr<void, decltype(&::seccomp_release)> context_;
};

/// A condition on an argument of a call. The macros of libseccomp are compound literals, which clang refuses
/// in C++.
scmp_arg_cmp argument(unsigned number, scmp_compare compare, scmp_datum_t left, scmp_datum_t right = 0) {
    return {number, compare, left, right};
}

void close_system_calls(int socket) {
    Filter filter;
    for (const int call : kHarmless) filter.allow(call);
    // Opened is for reading only, whichever of the two calls a library uses.
    constexpr scmp_datum_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC;
    filter.allow(SCMP_SYS(openat), argument(2, SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY));
    filter.allow(SCMP_SYS(open), argument(1, SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY));
    const auto talk = argument(0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(socket));
    filter.allow(SCMP_SYS(sendmsg), talk);
    filter.allow(SCMP_SYS(recvmsg), talk);
    const auto complaint = argument(0, SCMP_CMP_EQ, STDERR_FILENO);
    filter.allow(SCMP_SYS(write), complaint);
    filter.allow(SCMP_SYS(writev), complaint);
    filter.allow(SCMP_SYS(tgkill), argument(0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid())));  // abort
    filter.allow(SCMP_SYS(prlimit64), argument(2, SCMP_CMP_EQ, 0));  // asking only
    for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC})
        filter.allow(SCMP_SYS(fcntl), argument(1, SCMP_CMP_EQ, static_cast<scmp_datum_t>(command)));
    // Threads, and no processes. The newer call takes its flags by pointer, which no filter can read; told
    // that there is none, the C library takes the older one.
    filter.allow(SCMP_SYS(clone), argument(0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
    filter.deny(SCMP_SYS(clone3), ENOSYS);
    if (kIsSanitized) {  // UBSan asks whether memory may be read by writing it into a pipe
        filter.allow(SCMP_SYS(pipe));
        filter.allow(SCMP_SYS(pipe2));
        filter.allow(SCMP_SYS(write));
    }
    filter.load();
}

}  // namespace

void confine_process(int socket, std::uint64_t memory_bytes) {
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) fail("end with the indexer", errno);
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("no new privileges", errno);
    close_file_system();
    set_limits(memory_bytes);
    close_system_calls(socket);
}

}  // namespace izde::indexer
