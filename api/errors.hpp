#pragma once

#include <exception>
#include <utility>

#include "izde/izde.hpp"

namespace izde::api {

/// The exception now being handled as an izde::Error. To be called in a catch block only.
[[noreturn]] void rethrow_as_error();

/// Calls `function`; whatever leaves it is an izde::Error or std::bad_alloc.
template <typename Function>
auto guarded(Function&& function) -> decltype(function()) {
    try {
        return std::forward<Function>(function)();
    } catch (...) {
        rethrow_as_error();
    }
}

}  // namespace izde::api
