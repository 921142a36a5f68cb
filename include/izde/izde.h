#ifndef IZDE_IZDE_H
#define IZDE_IZDE_H

/* izde's C interface: searching from languages that call C.
 *
 * All text is UTF-8. Functions that can fail return an izde_status and set *error, if `error` is not null, to
 * a message that izde_free releases; on success *error is null. Nothing throws. An izde_searcher may be used
 * by any number of threads at once. Answers are the JSON that README.md documents. */

/* NOLINTBEGIN(modernize-*): this is C */
#include <stddef.h>

#if defined(__GNUC__)
#define IZDE_C_EXPORT __attribute__((visibility("default")))
#else
#define IZDE_C_EXPORT
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct izde_searcher izde_searcher;

typedef enum izde_status {
    IZDE_OK = 0,
    IZDE_INVALID_ARGUMENT = 1, /* a value is unusable, or a pointer is null */
    IZDE_QUERY_SYNTAX = 2,     /* the message ends in "(byte 11)": the place in the query */
    IZDE_INDEX_NOT_FOUND = 3,
    IZDE_INDEX_FORMAT = 4, /* of another version or another analysis: build it again */
    IZDE_INDEX_CORRUPT = 5,
    IZDE_INDEX_LOCKED = 6,
    IZDE_NOT_FOUND = 7,
    IZDE_IO = 8,
    IZDE_INTERNAL = 9,
    IZDE_OUT_OF_MEMORY = 10
} izde_status;

/* "0.1.0"; never to be released. */
IZDE_C_EXPORT const char* izde_version(void);

/* Opens the index in `directory`. *searcher is released by izde_close. */
IZDE_C_EXPORT izde_status izde_open(const char* directory, izde_searcher** searcher, char** error);

/* Null is allowed. No other thread may still use the searcher. */
IZDE_C_EXPORT void izde_close(izde_searcher* searcher);

/* Answers `query`, hits [offset, offset + limit). *json is released by izde_free. */
IZDE_C_EXPORT izde_status izde_search(const izde_searcher* searcher, const char* query, size_t offset,
                                      size_t limit, char** json, char** error);

/* How izde_search_as answers; joined by |. */
enum {
    IZDE_PLAIN_WORDS = 1, /* no character of the query is an operator */
    IZDE_FACETS = 2,      /* counts the answers by language, kind, year, author, volume, cited act and file */
    IZDE_GROUP = 4,       /* of each volume only its best hit */
    IZDE_EXPLAIN = 8,     /* what earned each hit its score */
    IZDE_NEWEST = 16,     /* the newest works first */
    IZDE_OLDEST = 32
};

/* The same as izde_search, in another way. */
IZDE_C_EXPORT izde_status izde_search_as(const izde_searcher* searcher, const char* query, size_t offset,
                                         size_t limit, unsigned how, char** json, char** error);

/* The text of a work, with the words of `query` marked where it is not null; README.md documents its keys
 * (izde show
 * --json). *json is released by izde_free. */
IZDE_C_EXPORT izde_status izde_show(const izde_searcher* searcher, const char* id, const char* query,
                                    char** json, char** error);

/* Releases a string of this interface; null is allowed. */
IZDE_C_EXPORT void izde_free(char* text);

#ifdef __cplusplus
}
#endif

/* NOLINTEND(modernize-*) */
#endif
