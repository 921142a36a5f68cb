# cmake -DSOURCES=a|b -DDIRECTORY=dir -DOUT=file -P ReadingVersion.cmake: writes the source that knows the hash of SOURCES.
string(REPLACE "|" ";" sources "${SOURCES}")
set(all "")
foreach(source IN LISTS sources)
    file(SHA256 "${DIRECTORY}/${source}" hash)
    string(APPEND all "${source} ${hash}\n")
endforeach()
string(SHA256 version "${all}")
string(SUBSTRING "${version}" 0 15 version)
file(WRITE "${OUT}" "#include \"indexer/reading_version.hpp\"

namespace izde::indexer {

std::uint64_t reading_version() noexcept {
    return 0x${version};
}

}  // namespace izde::indexer
")
