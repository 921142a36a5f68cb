#!/bin/bash
# Seconds and MB/s of an index run over a folder of mixed formats: whole and by format, on two cores and one, beside
# recollindex (recollcmd) and omindex (xapian-omega) over the same folder in the same run. Processor seconds are those
# of all processes of a run: on a machine that does something else, they compare and the clock does not.
#
#     mixed_formats.sh IZDE CORPUS
#
# The folder is CORPUS, and what pandoc makes of its texts and pages as DOCX, ODT, EPUB and RTF. Whoever takes longer
# than LIMIT seconds (600) is stopped; what stands behind is then the time it had.
set -eu
izde=$1
corpus=$2
limit=${LIMIT:-600}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/folder
mkdir "$folder"
export LC_ALL=C.UTF-8

# Each format in a folder of its own, so that it can be measured alone.
find "$corpus" -type f \( -name '*.txt' -o -name '*.html' -o -name '*.md' -o -name '*.pdf' -o -name '*.docx' \
    -o -name '*.epub' -o -name '*.rtf' -o -name '*.fodt' \) | sort | while read -r file; do
    extension=${file##*.}
    mkdir -p "$folder/$extension"
    cp "$file" "$folder/$extension/$(printf %s "$file" | cksum | cut -d' ' -f1).$extension"
done
for extension in docx odt epub rtf; do
    mkdir -p "$folder/$extension"
    for source in md html; do
        [ -d "$folder/$source" ] || continue
        find "$folder/$source" -type f -size -1200k | sort | head -200 | while read -r file; do
            timeout 20 pandoc --quiet -s "$file" \
                -o "$folder/$extension/$source-$(basename "$file" ".$source").$extension" 2>/dev/null || true
        done
    done
done

# measure NAME DIRECTORY COMMAND...: seconds by the clock and of processors, and MB/s of what lies in the directory
measure() {
    name=$1
    bytes=$(find "$2" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum + 0 }')
    files=$(find "$2" -type f | wc -l)
    shift 2
    TIMEFORMAT='%R %U %S'
    { time timeout "$limit" "$@" >"$work/log" 2>&1 || echo "$?" >"$work/status"; } 2>"$work/times"
    # Some files fail, which is no failure of the measurement.
    note=
    [ "$(cat "$work/status" 2>/dev/null || true)" != 124 ] || note="  stopped: it did not end"
    rm -f "$work/status"
    # What it has made documents of; a work that izde finds in a volume is one.
    documents=$(for index in "$work"/db/shard-* "$work/omega" "$work/recoll/xapiandb"; do
        [ -e "$index/iamglass" ] && xapian-delve "$index" || true
    done 2>/dev/null | awk '/^number of documents/ { sum += $5 } END { print sum + 0 }')
    rm -rf "$work/db" "$work/omega" "$work/recoll"
    awk -v name="$name" -v documents="$documents" -v files="$files" -v mb="$((bytes / 1000))" -v note="$note" '{
        printf "%-26s %5d files %6.1f MB %6d documents %8.2f s %8.2f s of processor %7.2f MB/s%s\n",
            name, files, mb / 1000, documents, $1, $2 + $3, mb / 1000 / $1, note }' "$work/times"
}

# What a run of each takes, with the command that comes before it («taskset -c 0»: one core).
all_three() { # CORES DIRECTORY [COMMAND...]
    cores=$1
    directory=$2
    shift 2
    measure "izde:$cores" "$directory" "$@" "$izde" index "$directory" --db "$work/db" --quiet
    if command -v omindex >/dev/null; then
        measure "omindex:$cores" "$directory" "$@" omindex --db "$work/omega" --url / --stemmer russian "$directory"
    fi
    if command -v recollindex >/dev/null; then
        mkdir "$work/recoll"
        printf 'topdirs = %s\nindexstemminglanguages = russian\n' "$directory" >"$work/recoll/recoll.conf"
        measure "recollindex:$cores" "$directory" "$@" recollindex -c "$work/recoll" -z
    fi
}

for format in "$folder"/*; do
    [ -n "$(ls "$format")" ] || continue
    all_three "$(basename "$format")" "$format"
done
all_three two-cores "$folder"
all_three one-core "$folder" taskset -c 0
