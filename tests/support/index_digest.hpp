#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "store/codec.hpp"
#include "store/index.hpp"
#include "store/terms.hpp"

namespace izde::tests {

/// All that a reader can see of an index, but document numbers: two indexes of one corpus are equal in it,
/// whatever way each came about.
struct IndexDigest {
    /// path, U+001F and id of each work → hash of its terms, positions, values and record
    std::map<std::string, std::uint64_t> works;
    /// best works and weights of some plain queries
    std::vector<std::vector<std::pair<double, std::string>>> answers;
    friend bool operator==(const IndexDigest&, const IndexDigest&) = default;
};

inline std::string name_of_work(const Xapian::Document& document) {
    return document.get_value(store::kPathSlot) + '\x1F' + document.get_value(store::kIdSlot);
}

inline std::uint64_t digest_of(const Xapian::Document& document) {
    store::StableHasher hasher;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        hasher.update(*term);
        hasher.update(std::to_string(term.get_wdf()));
        for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position) {
            hasher.update(" " + std::to_string(*position));
        }
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) hasher.update(*value);
    hasher.update(document.get_data());
    return hasher.finish();
}

inline IndexDigest digest_index(const std::filesystem::path& directory, std::uint64_t fingerprint,
                                const std::vector<std::vector<std::string>>& queries) {
    const Xapian::Database database = store::open_for_reading(directory, fingerprint);
    IndexDigest digest;
    for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
        const Xapian::Document it = database.get_document(*document);
        digest.works.emplace(name_of_work(it), digest_of(it));
    }
    for (const std::vector<std::string>& stems : queries) {
        Xapian::Enquire enquire(database);
        enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, stems.begin(), stems.end()));
        const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
        std::vector<std::pair<double, std::string>> answers;
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            answers.emplace_back(-hit.get_weight(), name_of_work(hit.get_document()));
        }
        std::sort(answers.begin(), answers.end());  // ties by name, not by document number
        digest.answers.push_back(std::move(answers));
    }
    return digest;
}

}  // namespace izde::tests
