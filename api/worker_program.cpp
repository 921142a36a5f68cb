#include "api/worker_program.hpp"

#include <dlfcn.h>

#include <string>
#include <system_error>

#include "izde/izde.hpp"

namespace izde::api {

namespace fs = std::filesystem;

fs::path worker_program() {
    // The library may be loaded into any program: what counts is where it lies itself.
    static const char here = 0;
    Dl_info library{};
    std::error_code ignored;
    fs::path directory;
    if (::dladdr(&here, &library) != 0) directory = fs::canonical(library.dli_fname, ignored).parent_path();
    std::string looked;
    for (const fs::path& place : {directory, (directory / IZDE_LIBEXEC_PATH).lexically_normal()}) {
        fs::path program = place / "izde-extract";
        if (fs::is_regular_file(program, ignored)) return program;
        looked += (looked.empty() ? "" : " nor as ") + program.string();
    }
    throw Error(ErrorCode::io, "the program that reads files in confinement is found neither as " + looked);
}

}  // namespace izde::api
