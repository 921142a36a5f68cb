#!/bin/sh
# What `install` makes is whole: package_test.sh BUILD DIRECTORY COMPILER, in the source directory. The command works
# after the directory was moved, a program of someone else's finds the library, and nothing but what the headers
# mark is exported.
set -eu
build=$1
work=$2
compiler=$3
export CMAKE_GENERATOR=Ninja  # the only build tool that packages.txt brings: a bare machine has no make
rm -rf "$work"
mkdir -p "$work"
cmake --install "$build" --prefix "$work/first" >"$work/log"
mv "$work/first" "$work/moved"
"$work/moved/bin/izde" index examples/corpus/articles-ru --db "$work/db" -q >>"$work/log"
cmake -S examples/embed -B "$work/embed" -DCMAKE_PREFIX_PATH="$work/moved" -DCMAKE_CXX_COMPILER="$compiler" \
    >>"$work/log"
cmake --build "$work/embed" >>"$work/log"
"$work/embed/embed" "$work/db" 'местное самоуправление' | head -n 1 | grep -q 'МЕСТНОЕ САМОУПРАВЛЕНИЕ'

# Without CMake: C by pkg-config.
cat >"$work/program.c" <<C
#include <izde/izde.h>
#include <stdio.h>
#include <string.h>
int main(int argc, char** argv) {
    izde_searcher* searcher;
    char *json, *error;
    if (argc < 2 || izde_open(argv[1], &searcher, &error) != IZDE_OK) return 1;
    if (izde_search(searcher, "суд AND", 0, 1, &json, &error) != IZDE_QUERY_SYNTAX) return 2;
    if (strstr(error, "(byte 10)") == NULL) return puts(error), 3;
    izde_free(error);
    izde_close(searcher);
    return 0;
}
C
PKG_CONFIG_PATH=$(dirname "$(find "$work/moved" -name izde.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046  # options, not one word
cc "$work/program.c" $(pkg-config --cflags --libs izde) -o "$work/program"
LD_LIBRARY_PATH=$(dirname "$(find "$work/moved" -name 'libizde.so' | head -n 1)") "$work/program" "$work/db"

library=$(find "$work/moved" -name 'libizde.so' | head -n 1)
# (The types of exceptions that are caught from Xapian are exported by Xapian's own marks.)
foreign=$(nm -D --defined-only -C "$library" | sed 's/^[0-9a-f]* *[A-Za-z] //' |
    grep -vE '^(izde::|izde_|(vtable|typeinfo|typeinfo name) for (izde|std|Xapian)|(non-virtual thunk to )?izde|void std::|std::|nlohmann|__gnu)' || true)
[ -z "$foreign" ] || { echo "exported beside the public face: $foreign"; exit 1; }
rooms=$(nm -D --defined-only -C "$library" | grep -E 'izde::(analyzers|store|indexer|searcher|api)::' || true)
[ -z "$rooms" ] || { echo "a room's symbols are exported: $rooms"; exit 1; }
sed -n 's/^IZDE_C_EXPORT.*[ *]\(izde_[a-z]*\)(.*/\1/p' include/izde/izde.h | sort >"$work/declared"
nm -D --defined-only "$library" | sed -n 's/.* T \(izde_[a-z]*\)$/\1/p' | sort >"$work/exported"
[ -s "$work/declared" ] || { echo "no function was found in izde.h"; exit 1; }
diff "$work/declared" "$work/exported" || { echo "izde.h and the library differ"; exit 1; }

# As a part of someone else's project it brings its library, and neither its command nor its tests.
mkdir "$work/parent"
cat >"$work/parent/CMakeLists.txt" <<CMAKE
cmake_minimum_required(VERSION 3.25)
project(parent LANGUAGES C CXX)
add_subdirectory($PWD izde)
if(NOT TARGET izde::izde OR TARGET izde_cli OR IZDE_BUILD_TESTS OR IZDE_INSTALL)
    message(FATAL_ERROR "izde is no good guest")
endif()
CMAKE
cmake -S "$work/parent" -B "$work/guest" -DCMAKE_CXX_COMPILER="$compiler" >>"$work/log"
echo "the package is whole"
