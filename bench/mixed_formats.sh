#!/bin/sh
# Seconds and MB/s of an index run over a folder of mixed formats: whole and by format, on two cores and one, beside
# recollindex (recollcmd) and omindex (xapian-omega) over the same folder in the same run.
#
#     mixed_formats.sh IZDE CORPUS
#
# The folder is CORPUS, and what pandoc makes of its plain texts and pages as DOCX, ODT, EPUB and RTF.
set -eu
izde=$1
corpus=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/folder
mkdir "$folder"

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
        find "$folder/$source" -type f -size -300k | sort | head -60 | while read -r file; do
            pandoc --quiet -s "$file" -o "$folder/$extension/$source-$(basename "$file" ".$source").$extension" 2>/dev/null || true
        done
    done
done

# measure NAME DIRECTORY COMMAND...: seconds by the clock and MB/s of what lies in the directory
measure() {
    name=$1
    bytes=$(find "$2" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum + 0 }')
    shift 2
    begin=$(date +%s.%N)
    "$@" >"$work/log" 2>&1 || true # some files fail, which is no failure of the measurement
    end=$(date +%s.%N)
    echo "$name $bytes $begin $end" |
        awk '{ s = $4 - $3; printf "%-28s %7.2f s  %6.1f MB  %6.2f MB/s\n", $1, s, $2 / 1e6, $2 / 1e6 / s }'
}

index() { "$izde" index "$@" --db "$work/db" --rebuild --quiet; }
one_core() { taskset -c 0 "$@"; }

for format in "$folder"/*; do
    [ -n "$(ls "$format")" ] || continue
    measure "izde:$(basename "$format")" "$format" index "$format"
done
measure izde:two-cores "$folder" index "$folder"
measure izde:one-core "$folder" one_core "$izde" index "$folder" --db "$work/db" --rebuild --quiet
if command -v recollindex >/dev/null; then
    mkdir "$work/recoll"
    printf 'topdirs = %s\nindexstemminglanguages = russian\n' "$folder" >"$work/recoll/recoll.conf"
    measure recollindex:two-cores "$folder" recollindex -c "$work/recoll" -z
    measure recollindex:one-core "$folder" one_core recollindex -c "$work/recoll" -z
fi
if command -v omindex >/dev/null; then
    measure omindex:two-cores "$folder" omindex --db "$work/omega" --url / --stemmer russian "$folder"
    rm -rf "$work/omega"
    measure omindex:one-core "$folder" one_core omindex --db "$work/omega" --url / --stemmer russian "$folder"
fi
