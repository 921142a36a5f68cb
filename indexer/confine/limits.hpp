#pragma once

#include <chrono>
#include <cstdint>

namespace izde::indexer {

/// What reading one file may cost; of an archive, what each file in it may. Far above what the thickest
/// volume takes (a PDF of 2,000 pages: 20 s, 300 MB), far below what stops a machine.
struct ExtractionLimits {
    std::uint64_t memory_bytes = std::uint64_t{2} << 30U;  ///< address space of the worker, all together
    std::uint64_t file_bytes = std::uint64_t{256} << 20U;  ///< a file is held whole; archives are not
    /// What is read piece by piece, archives and JSON Lines: a sparse file of a terabyte takes an hour to
    /// look at.
    std::uint64_t stream_bytes = std::uint64_t{64} << 30U;
    std::uint64_t text_bytes = std::uint64_t{256} << 20U;  ///< text of the works
    std::chrono::seconds processor{60};                    ///< time of the worker's processor
    std::chrono::seconds clock{180};                       ///< by the clock on the wall: for what only waits
    /// What an archive with all that is nested in it may unpack to: so many times its own size, and something
    /// for small ones. Text packs to a tenth, XML to a thirtieth; a bomb of deflate to a thousandth.
    std::uint64_t unpacked_ratio = 100;
    std::uint64_t unpacked_bytes = std::uint64_t{64} << 20U;
    std::uint64_t archive_files = 100'000;
    unsigned nesting = 3;  ///< archives within archives
};

/// Whether this is a sanitizer's build: its shadow memory takes terabytes of address space, and what it
/// prints and probes by pipes is wanted, so that a worker is confined a little less.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif
#else
inline constexpr bool kIsSanitized = false;
#endif

}  // namespace izde::indexer
