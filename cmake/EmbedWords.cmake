# cmake -DINPUT=words.txt -DOUTPUT=words.cpp -DNAME=kKazakhStopwords -P EmbedWords.cmake
# Turns a word list (one word a line, # begins a comment) into a C++ array, so that nothing is looked for at run time.
file(STRINGS "${INPUT}" lines ENCODING UTF-8)
set(words "")
foreach(line IN LISTS lines)
    string(REGEX REPLACE "#.*$" "" word "${line}")
    string(STRIP "${word}" word)
    if(NOT word STREQUAL "")
        string(APPEND words "    \"${word}\",\n")
    endif()
endforeach()
file(WRITE "${OUTPUT}" "// Generated from a word list by cmake/EmbedWords.cmake.
#include \"analyzers/word_lists.hpp\"

namespace izde::analyzers {
namespace {
constexpr std::string_view kWords[] = {
${words}};
}  // namespace
const std::span<const std::string_view> ${NAME}{kWords};
}  // namespace izde::analyzers
")
