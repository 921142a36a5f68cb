#!/bin/sh
# What `install` makes is whole: package_test.sh BUILD DIRECTORY COMPILER, in the source directory. The command works
# after the directory was moved, a program of someone else's finds the library, and nothing but what the headers
# mark is exported.
set -eu
build=$1
work=$2
compiler=$3
rm -rf "$work"
mkdir -p "$work"
cmake --install "$build" --prefix "$work/first" >"$work/log"
mv "$work/first" "$work/moved"
"$work/moved/bin/izde" index examples/corpus/articles-ru --db "$work/db" -q >>"$work/log"
cmake -S examples/embed -B "$work/embed" -DCMAKE_PREFIX_PATH="$work/moved" -DCMAKE_CXX_COMPILER="$compiler" \
    >>"$work/log"
cmake --build "$work/embed" >>"$work/log"
"$work/embed/embed" "$work/db" 'местное самоуправление' | head -n 1 | grep -q 'МЕСТНОЕ САМОУПРАВЛЕНИЕ'

library=$(find "$work/moved" -name 'libizde.so' | head -n 1)
# (The types of exceptions that are caught from Xapian are exported by Xapian's own marks.)
foreign=$(nm -D --defined-only -C "$library" | sed 's/^[0-9a-f]* *[A-Za-z] //' |
    grep -vE '^(izde::|izde_|(vtable|typeinfo|typeinfo name) for (izde|std|Xapian)|(non-virtual thunk to )?izde|void std::|std::|nlohmann|__gnu)' || true)
[ -z "$foreign" ] || { echo "exported beside the public face: $foreign"; exit 1; }
rooms=$(nm -D --defined-only -C "$library" | grep -E 'izde::(analyzers|store|indexer|searcher|api)::' || true)
[ -z "$rooms" ] || { echo "a room's symbols are exported: $rooms"; exit 1; }
for function in izde_version izde_open izde_close izde_search izde_show izde_free; do
    nm -D --defined-only "$library" | grep -q " T $function\$" || { echo "$function is not exported"; exit 1; }
done
echo "the package is whole"
