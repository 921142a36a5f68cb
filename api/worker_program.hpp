#pragma once

#include <filesystem>

namespace izde::api {

/// The program izde-extract that belongs to this library: beside it, or where `install` puts it. Throws Error
/// (io) that says where it was looked for.
std::filesystem::path worker_program();

}  // namespace izde::api
