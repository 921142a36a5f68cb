#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

#include "izde/izde.h"
#include "izde/izde.hpp"

struct izde_searcher {
    explicit izde_searcher(const char* directory) : searcher(directory) {}
    izde::Searcher searcher;
};

namespace {

izde_status status_of(izde::ErrorCode code) noexcept {
    switch (code) {
        case izde::ErrorCode::invalid_argument:
            return IZDE_INVALID_ARGUMENT;
        case izde::ErrorCode::query_syntax:
            return IZDE_QUERY_SYNTAX;
        case izde::ErrorCode::index_not_found:
            return IZDE_INDEX_NOT_FOUND;
        case izde::ErrorCode::index_format:
            return IZDE_INDEX_FORMAT;
        case izde::ErrorCode::index_corrupt:
            return IZDE_INDEX_CORRUPT;
        case izde::ErrorCode::index_locked:
            return IZDE_INDEX_LOCKED;
        case izde::ErrorCode::not_found:
            return IZDE_NOT_FOUND;
        case izde::ErrorCode::io:
            return IZDE_IO;
        case izde::ErrorCode::internal:
            return IZDE_INTERNAL;
    }
    return IZDE_INTERNAL;
}

/// A copy that izde_free releases; null where memory is short.
char* copy(const char* text) noexcept {
    const std::size_t size = std::strlen(text) + 1;
    auto* const result = static_cast<char*>(std::malloc(size));
    if (result != nullptr) std::memcpy(result, text, size);
    return result;
}

izde_status fail(izde_status status, const char* message, char** error) noexcept {
    if (error != nullptr) *error = copy(message);
    return status;
}

/// Runs `use` where nothing may be thrown out of it.
template <typename Use>
izde_status guarded(char** error, Use&& use) noexcept {
    if (error != nullptr) *error = nullptr;
    try {
        return use();
    } catch (const izde::Error& failure) {
        const std::string place =
            failure.position() ? " (byte " + std::to_string(*failure.position()) + ")" : "";
        return fail(status_of(failure.code()), (failure.what() + place).c_str(), error);
    } catch (const std::bad_alloc&) {
        return fail(IZDE_OUT_OF_MEMORY, "out of memory", error);
    } catch (const std::exception& failure) {
        return fail(IZDE_INTERNAL, failure.what(), error);
    }
}

izde_status give(const std::string& text, char** result) {
    *result = copy(text.c_str());
    if (*result == nullptr) throw std::bad_alloc();
    return IZDE_OK;
}

}  // namespace

const char* izde_version(void) {
    static const std::string version(izde::version());
    return version.c_str();
}

izde_status izde_open(const char* directory, izde_searcher** searcher, char** error) {
    return guarded(error, [&] {
        if (directory == nullptr || searcher == nullptr)
            return fail(IZDE_INVALID_ARGUMENT, "null argument", error);
        *searcher = nullptr;
        *searcher = new izde_searcher(directory);
        return IZDE_OK;
    });
}

void izde_close(izde_searcher* searcher) {
    delete searcher;
}

izde_status izde_search(const izde_searcher* searcher, const char* query, size_t offset, size_t limit,
                        char** json, char** error) {
    return izde_search_as(searcher, query, offset, limit, 0, json, error);
}

izde_status izde_search_as(const izde_searcher* searcher, const char* query, size_t offset, size_t limit,
                           unsigned how, char** json, char** error) {
    return guarded(error, [&] {
        if (searcher == nullptr || query == nullptr || json == nullptr) {
            return fail(IZDE_INVALID_ARGUMENT, "null argument", error);
        }
        *json = nullptr;
        izde::SearchRequest request;
        request.query = query;
        request.offset = offset;
        request.limit = limit;
        request.operators = (how & IZDE_PLAIN_WORDS) == 0;
        request.facets = (how & IZDE_FACETS) != 0;
        request.group_files = (how & IZDE_GROUP) != 0;
        request.explain = (how & IZDE_EXPLAIN) != 0;
        if ((how & IZDE_NEWEST) != 0) request.order = izde::Order::newest;
        if ((how & IZDE_OLDEST) != 0) request.order = izde::Order::oldest;
        return give(izde::to_json(searcher->searcher.search(request), request.query, request.explain), json);
    });
}

izde_status izde_show(const izde_searcher* searcher, const char* id, const char* query, char** json,
                      char** error) {
    return guarded(error, [&] {
        if (searcher == nullptr || id == nullptr || json == nullptr) {
            return fail(IZDE_INVALID_ARGUMENT, "null argument", error);
        }
        *json = nullptr;
        return give(izde::to_json(searcher->searcher.show(id, "", query == nullptr ? "" : query)), json);
    });
}

void izde_free(char* text) {
    std::free(text);
}
