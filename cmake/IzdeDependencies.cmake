# Third-party libraries, each as one imported target.
find_package(PkgConfig REQUIRED)
pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core>=1.4.18)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-uc>=67)
pkg_check_modules(libxml2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
find_package(nlohmann_json REQUIRED)
find_package(Threads REQUIRED)

# libstemmer ships neither a pkg-config nor a CMake file.
find_path(LIBSTEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(LIBSTEMMER_LIBRARY stemmer REQUIRED)
add_library(izde_libstemmer INTERFACE IMPORTED)
target_include_directories(izde_libstemmer INTERFACE "${LIBSTEMMER_INCLUDE_DIR}")
target_link_libraries(izde_libstemmer INTERFACE "${LIBSTEMMER_LIBRARY}")

if(IZDE_BUILD_CLI)
    find_package(CLI11 REQUIRED)
endif()
if(IZDE_BUILD_TESTS)
    find_package(Boost REQUIRED COMPONENTS unit_test_framework)
endif()
