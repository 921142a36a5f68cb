# Every target of this tree is made here, so that language level, warnings and sanitizers are said once.

add_library(izde_options INTERFACE)
target_compile_features(izde_options INTERFACE cxx_std_20)
target_compile_options(izde_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                       $<$<BOOL:${IZDE_WARNINGS_AS_ERRORS}>:-Werror>)
# GCC 12 sees overlapping copies in every std::string that is assigned a short literal (GCC bug 105651).
# The second option is for clang-tidy, which reads GCC's command lines and does not know the first.
target_compile_options(izde_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-unknown-warning-option>)
target_include_directories(izde_options INTERFACE "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>"
                           "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>")
if(IZDE_BUILD_FUZZERS)
    # libFuzzer is led by the coverage of the code under test; its own main is linked by the targets alone.
    target_compile_options(izde_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(izde_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(IZDE_SANITIZERS)
    target_compile_options(izde_options INTERFACE -fsanitize=${IZDE_SANITIZERS} -fno-omit-frame-pointer
                           -fno-sanitize-recover=all)
    target_link_options(izde_options INTERFACE -fsanitize=${IZDE_SANITIZERS})
endif()

# izde_add_room(NAME SOURCES... [KNOWS ROOMS...] [USES LIBRARIES...])
# A room is a static library whose symbols stay inside libizde. KNOWS are the rooms it may include
# (ARCHITECTURE.md has the rule who may know whom); USES are third-party libraries.
function(izde_add_room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "" "SOURCES;KNOWS;USES")
    add_library(izde_${name} STATIC ${room_SOURCES})
    set_target_properties(izde_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden
                          VISIBILITY_INLINES_HIDDEN ON CXX_EXTENSIONS OFF)
    list(TRANSFORM room_KNOWS PREPEND izde_)
    target_link_libraries(izde_${name} PUBLIC ${room_KNOWS} PRIVATE izde_options ${room_USES})
endfunction()

# izde_add_test(NAME SOURCES... KNOWS ROOMS... [USES LIBRARIES...])
# One Boost.Test executable, run by CTest in the source directory.
function(izde_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 test "" "" "SOURCES;KNOWS;USES")
    add_executable(test_${name} ${test_SOURCES})
    set_target_properties(test_${name} PROPERTIES CXX_EXTENSIONS OFF)
    target_compile_definitions(test_${name} PRIVATE BOOST_TEST_DYN_LINK)
    list(GET test_SOURCES 0 first_source)  # Boost makes main() where the module is named: in one source only
    set_source_files_properties(${first_source} PROPERTIES COMPILE_DEFINITIONS BOOST_TEST_MODULE=izde_${name})
    list(TRANSFORM test_KNOWS PREPEND izde_)
    target_link_libraries(test_${name} PRIVATE izde_options ${test_KNOWS} ${test_USES} Boost::unit_test_framework)
    target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND test_${name} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
    set_tests_properties(${name} PROPERTIES TIMEOUT 900)
endfunction()
