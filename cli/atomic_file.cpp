#include "cli/atomic_file.hpp"

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "cli/descriptor_buffer.hpp"
#include "cli/streams.hpp"

namespace stancegraph::cli {
namespace {

namespace filesystem = std::filesystem;

std::string words_of(int error) {
    return std::generic_category().message(error);
}

Diagnostic cannot_write(const filesystem::path& path, int error) {
    const bool is_full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    return plain_error(
        is_full ? "SG4004" : "SG4002", fmt::format("cannot write '{}': {}", path.string(), words_of(error)),
        is_full ? "make room or choose another place, then run the same command again; the file that "
                  "was there before is unchanged"
                : "check that the folder exists and that you may write in it");
}

bool is_same_file(const struct stat& a, const struct stat& b) {
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// The descriptor of the locked, empty file at `path`; -1 with `errno` set otherwise (EWOULDBLOCK: another
/// process holds it).
int open_locked(const filesystem::path& path) {
    for (;;) {
        const int descriptor = ::open(path.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor < 0) {
            return -1;
        }

        struct stat opened {};

        struct stat named {};

        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 || ::fstat(descriptor, &opened) != 0) {
            const int error = errno;
            ::close(descriptor);
            errno = error;
            return -1;
        }
        // Between open and lock, another process may have renamed this very file into its place.
        if (::lstat(path.c_str(), &named) == 0 && is_same_file(opened, named)) {
            if (::ftruncate(descriptor, 0) == 0) {
                return descriptor;
            }
            const int error = errno;
            ::close(descriptor);
            errno = error;
            return -1;
        }
        ::close(descriptor);
    }
}

void sync_folder(const filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

}  // namespace

struct AtomicFile::Implementation {
    filesystem::path path;
    filesystem::path partial;  ///< Empty where `path` is a device or pipe and written directly.
    int descriptor = -1;
    DescriptorBuffer buffer;
    std::ostream stream;

    Implementation(filesystem::path target, filesystem::path beside, int opened)
        : path(std::move(target)),
          partial(std::move(beside)),
          descriptor(opened),
          buffer(opened),
          stream(&buffer) {}

    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;

    ~Implementation() {
        if (descriptor >= 0) {
            if (!partial.empty()) {
                ::unlink(partial.c_str());
            }
            ::close(descriptor);
        }
    }

    /// 0, or why it did not work.
    [[nodiscard]] int finish() {
        stream.flush();
        if (!stream) {
            return buffer.error() == 0 ? EIO : buffer.error();
        }
        if (partial.empty()) {
            return 0;
        }
        if (::fsync(descriptor) != 0 || ::rename(partial.c_str(), path.c_str()) != 0) {
            return errno;
        }
        const filesystem::path folder = path.parent_path();
        sync_folder(folder.empty() ? filesystem::path(".") : folder);
        ::close(std::exchange(descriptor, -1));
        return 0;
    }
};

AtomicFile::AtomicFile(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}

AtomicFile::AtomicFile(AtomicFile&&) noexcept = default;
AtomicFile& AtomicFile::operator=(AtomicFile&&) noexcept = default;
AtomicFile::~AtomicFile() = default;

std::optional<AtomicFile> AtomicFile::open(const filesystem::path& path, Diagnostics& diagnostics) {
    struct stat target {};

    struct stat link {};

    const bool exists = ::stat(path.c_str(), &target) == 0;
    if (exists && S_ISDIR(target.st_mode)) {
        diagnostics.add(cannot_write(path, EISDIR));
        return std::nullopt;
    }
    const bool is_direct = exists && !S_ISREG(target.st_mode);
    if (!is_direct && ::lstat(path.c_str(), &link) == 0 && S_ISLNK(link.st_mode)) {
        diagnostics.add(plain_error("SG4005", fmt::format("'{}' is a symbolic link", path.string()),
                                    "name the file that it points at"));
        return std::nullopt;
    }
    const filesystem::path partial =
        is_direct ? filesystem::path() : path.parent_path() / ("." + path.filename().string() + ".partial");
    const int descriptor = is_direct ? ::open(path.c_str(), O_WRONLY | O_CLOEXEC) : open_locked(partial);
    if (descriptor < 0) {
        diagnostics.add(errno == EWOULDBLOCK
                            ? plain_error("SG5001",
                                          fmt::format("another process is writing '{}'", path.string()),
                                          "wait until it is done, or write to another folder")
                            : cannot_write(path, errno));
        return std::nullopt;
    }
    if (exists &&
        !is_direct) {  // who may read and write it stays; without that right the new file is as usual
        (void)::fchmod(descriptor, target.st_mode & 07777);
    }
    return AtomicFile(std::make_unique<Implementation>(path, partial, descriptor));
}

std::ostream& AtomicFile::stream() {
    return implementation_->stream;
}

bool AtomicFile::commit(Diagnostics& diagnostics) {
    const int error = implementation_->finish();
    if (error != 0) {
        diagnostics.add(cannot_write(implementation_->path, error));
    }
    return error == 0;
}

bool write_whole(const filesystem::path& path, const std::function<void(std::ostream&)>& write,
                 Diagnostics& diagnostics) {
    auto file = AtomicFile::open(path, diagnostics);
    if (!file.has_value()) {
        return false;
    }
    write(file->stream());
    return file->commit(diagnostics);
}

}  // namespace stancegraph::cli
