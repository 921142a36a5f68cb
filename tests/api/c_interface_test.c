/* The C interface from C: izde_c_test DB. Fails with the number of the line. */
#include <stdio.h>
#include <string.h>

#include "izde/izde.h"

#define CHECK(condition) \
    if (!(condition)) return fprintf(stderr, "failed: line %d\n", __LINE__), 1

int main(int argc, char** argv) {
    izde_searcher* searcher = NULL;
    char* json = NULL;
    char* error = NULL;
    CHECK(argc == 2);
    CHECK(strcmp(izde_version(), "0.1.0") == 0);
    CHECK(izde_open("/nonexistent", &searcher, &error) == IZDE_INDEX_NOT_FOUND);
    CHECK(searcher == NULL && error != NULL && strstr(error, "/nonexistent") != NULL);
    izde_free(error);
    CHECK(izde_open(NULL, &searcher, NULL) == IZDE_INVALID_ARGUMENT);
    CHECK(izde_open(argv[1], &searcher, &error) == IZDE_OK && error == NULL);
    CHECK(izde_search(searcher, "правовой мониторинг", 0, 1, &json, &error) == IZDE_OK);
    CHECK(strstr(json, "\"interpreted_as\":\"правовой мониторинг\"") != NULL);
    CHECK(strstr(json, "ПРАВОВОЙ МОНИТОРИНГ") != NULL);
    izde_free(json);
    CHECK(izde_search_as(searcher, "бюджет AND", 0, 1, IZDE_PLAIN_WORDS | IZDE_FACETS | IZDE_EXPLAIN, &json,
                         &error) == IZDE_OK);
    CHECK(strstr(json, "\"facets\":{\"author\"") != NULL && strstr(json, "\"explanation\"") != NULL);
    izde_free(json);
    CHECK(izde_search(searcher, "\"open", 0, 1, &json, &error) == IZDE_QUERY_SYNTAX && json == NULL);
    izde_free(error);
    CHECK(izde_show(searcher, "no such id", NULL, &json, NULL) == IZDE_NOT_FOUND);
    izde_close(searcher);
    izde_close(NULL);
    izde_free(NULL);
    return 0;
}
