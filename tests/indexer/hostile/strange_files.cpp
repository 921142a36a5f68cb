#include "tests/indexer/hostile/strange_files.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <iostream>
#include <stdexcept>

#include "tests/support/files.hpp"
#include "tests/support/small_corpus.hpp"

namespace izde::tests {
namespace {

namespace fs = std::filesystem;

void make_socket(const fs::path& path) {
    const int made = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = path.string();
    if (name.size() >= sizeof address.sun_path) throw std::runtime_error(name + " is too long for a socket");
    std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
    ::bind(made, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    ::close(made);  // its name stays
}

/// A file of this size that takes no room.
void make_sparse(const fs::path& path, off_t size) {
    write_file(path, "text");
    if (::truncate(path.c_str(), size) != 0) fs::remove(path);  // a file system that has no such sizes
}

/// Directories in each other until their path is longer than the system takes (4,096 bytes), and a file at
/// the end.
void make_deep(const fs::path& directory) {
    int place = ::open(directory.c_str(), O_DIRECTORY | O_CLOEXEC);
    const std::string name(200, 'd');
    for (int level = 0; level < 30 && place >= 0; ++level) {
        ::mkdirat(place, name.c_str(), 0755);
        const int next = ::openat(place, name.c_str(), O_DIRECTORY | O_CLOEXEC);
        ::close(place);
        place = next;
    }
    ::close(::openat(place, "a.txt", O_CREAT | O_WRONLY | O_CLOEXEC, 0644));
    ::close(place);
}

}  // namespace

void make_strange_files(const fs::path& directory) {
    constexpr off_t kTerabyte = off_t{1} << 40U;
    const std::string text = made_up_text(7, 100);
    for (const std::string& name :
         {std::string("\xD0\xD0\xFF.txt"), std::string("a\nb.txt"), std::string("\x1B[31m.txt"),
          std::string(251, 'n') + ".txt", std::string(" .txt"), std::string("-rf.txt"),
          std::string("\u202Etxt.exe.txt"), std::string("a!") + ".zip!.txt"})
        write_file(directory / name, text);
    write_file(directory / "a.jsonl" / "not a line.txt", text);
    fs::create_symlink("b.txt", directory / "a.txt");
    fs::create_symlink("a.txt", directory / "b.txt");
    fs::create_symlink("nowhere", directory / "c.txt");
    fs::create_directory(directory / "inner");
    fs::create_directory_symlink("..", directory / "inner" / "up");
    for (const char* const target :
         {"/dev/zero", "/dev/stdin", "/proc/self/mem", "/proc/kcore", "/proc/self/environ"})
        for (const char* const extension : {".txt", ".jsonl", ".tar", ".pdf"})
            fs::create_symlink(target, directory / (fs::path(target).filename().string() + extension));
    ::mkfifo((directory / "pipe.txt").c_str(), 0644);
    ::mknod((directory / "zero.pdf.txt").c_str(), S_IFCHR | 0644,
            makedev(1, 5));  // refused where the user is not root
    make_socket(directory / "socket.txt");
    for (const char* const name : {"sparse.txt", "sparse.jsonl", "sparse.tar", "sparse.pdf", "sparse.zip"})
        make_sparse(directory / name, kTerabyte);
    make_deep(directory);
    if (::geteuid() == 0) {
        std::cout << "unreadable files: left out, for root may read everything" << std::endl;
    } else {
        write_file(directory / "closed.txt", text);
        write_file(directory / "closed" / "a.txt", text);
        fs::permissions(directory / "closed.txt", fs::perms::none);
        fs::permissions(directory / "closed", fs::perms::none);
    }
}

RestlessFiles::RestlessFiles(fs::path directory, std::vector<std::pair<std::string, std::string>> files,
                             std::uint64_t seed)
    : directory_(std::move(directory)), files_(std::move(files)), random_(seed) {
    for (const auto& [name, bytes] : files_) write_file(directory_ / name, bytes);
    thread_ = std::thread([this] {
        while (!is_over_) disturb();
    });
}

RestlessFiles::~RestlessFiles() {
    is_over_ = true;
    thread_.join();
}

void RestlessFiles::disturb() {
    const auto& [name, bytes] = files_[random_() % files_.size()];
    const fs::path path = directory_ / name;
    std::error_code ignored;
    switch (random_() % 10) {
        case 0:
            fs::remove_all(path, ignored);
            break;
        case 1:
            fs::resize_file(path, random_() % (bytes.size() + 1), ignored);
            break;
        case 2:
            if (!fs::is_directory(path, ignored))
                std::ofstream(path, std::ios::binary | std::ios::app) << bytes;
            break;
        case 3:
            fs::remove_all(path, ignored);
            fs::create_directory(path, ignored);
            break;
        case 4:
            fs::remove_all(path, ignored);
            ::mkfifo(path.c_str(), 0644);
            break;
        default:
            fs::remove_all(path, ignored);
            write_file(path, bytes);
    }
    if (fs::file_size(path, ignored) > (std::uintmax_t{64} << 20U)) fs::remove(path, ignored);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

}  // namespace izde::tests
