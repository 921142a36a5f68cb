#include "indexer/file_contents.hpp"

namespace izde::indexer {

std::string path_of_member(const std::string& archive, const std::string& member) {
    return member.empty() ? archive : archive + "!/" + member;
}

}  // namespace izde::indexer
