#!/bin/sh
# The command line as its users meet it: cli_test.sh IZDE DIRECTORY, in the source directory. DIRECTORY is made anew;
# DIRECTORY/db is left behind for the test of the C interface. Every failed check is named; the last line sums up.
set -u
izde=$1
work=$2
rm -rf "$work"
mkdir -p "$work"
db=$work/db
unset IZDE_DB
export LC_ALL=C.UTF-8
failed=0
checks=0

fail() {
    failed=$((failed + 1))
    echo "FAILED: $1"
}

# expect STATUS COMMAND...: runs it, keeps its output in $work/out and $work/err
expect() {
    wanted=$1
    shift
    checks=$((checks + 1))
    "$@" >"$work/out" 2>"$work/err"
    status=$?
    [ "$status" = "$wanted" ] || fail "status $status instead of $wanted: $*; $(head -c 300 "$work/err")"
}

# holds FILE TEXT / lacks FILE TEXT
holds() {
    checks=$((checks + 1))
    grep -qF -- "$2" "$work/$1" || fail "«$2» is not in the output ($1)"
}
lacks() {
    checks=$((checks + 1))
    ! grep -qF -- "$2" "$work/$1" || fail "«$2» is in the output ($1)"
}

# --- index
expect 0 "$izde" index examples/corpus --db "$db"
holds out 'added'
expect 0 "$izde" index examples/corpus --db "$db"
holds out '0 added, 0 changed, 0 removed'
expect 2 "$izde" index examples/corpus
holds err 'IZDE_DB'
expect 2 "$izde" index "$work/missing" --db "$work/other"
expect 0 "$izde" index --db "$work/included" -q --include '*/zher*' examples/corpus
expect 2 "$izde" index
expect 0 env IZDE_DB="$work/by_variable" "$izde" index examples/corpus/articles-kk -q
mkdir "$work/broken"
printf '{"_id":"1","text":"Жер"}\n{broken\n' >"$work/broken/a.jsonl"
printf 'Мәтін\n' >"$work/broken/b.txt"
printf '\000\001\002\003\000\001' >"$work/broken/c.txt"
expect 3 "$izde" index "$work/broken" --db "$work/broken_db"
holds err 'a.jsonl:2'
holds err 'c.txt'
expect 0 "$izde" search Мәтін --db "$work/broken_db"
printf 'Басқа мәтін\n' >"$work/broken/d.md"
expect 3 "$izde" index "$work/broken" --db "$work/broken_db" --report "$work/report"
checks=$((checks + 1))
[ "$(wc -l <"$work/report")" = 4 ] || fail "the report has $(wc -l <"$work/report") lines instead of 4"
holds report '/b.txt","action":"unchanged"'
holds report '/d.md","action":"added","cause":null,"format":"markdown","encoding":"UTF-8","pages":1,"works":1,"characters":1'
holds report '/c.txt","action":"failed","cause":"'
rm "$work/broken/d.md"
expect 3 "$izde" index "$work/broken" --db "$work/broken_db" --report "$work/report"
holds report '/d.md","action":"removed"'
expect 2 "$izde" index "$work/broken" --db "$work/broken_db" --report "$work/missing/report"
holds err 'cannot write'

# --- search
expect 0 "$izde" search 'жергілікті өзін-өзі басқару' --db "$db"
holds out 'Сейітқали А.М.'
lacks out "$(printf '\033')"
expect 0 "$izde" search правовой мониторинг --db "$db" --limit 1 --json
holds out '"title":"ПРАВОВОЙ МОНИТОРИНГ КАК ЭЛЕМЕНТ ЗАКОНОДАТЕЛЬНОЙ ПОЛИТИКИ"'
for key in query total total_is_exact interpreted_as suggestion took_ms hits id score title authors year language \
    kind path page page_index snippets text marks begin end by facets; do
    holds out "\"$key\":"
done
holds out '"suggestion":null'
holds out '"by":"typed"'
expect 1 "$izde" search шпинатовый --db "$db"
expect 1 "$izde" search шпинатовый --db "$db" --json
holds out '"total":0'
expect 2 "$izde" search '"незакрытая' --db "$db"
holds err 'closing'
expect 2 "$izde" search 'право AND' --db "$db"
holds err 'expected words'
expect 2 "$izde" search 'year:когда право' --db "$db"
holds err 'year:2016..2021'
expect 2 env LC_ALL=ru_RU.UTF-8 "$izde" search 'суд И право И' --db "$db"
holds err 'ожидались слова после И (знак 14)'
holds err "$(printf '  суд И право И\n               ^')"
expect 2 env LC_ALL=kk_KZ.UTF-8 "$izde" search 'заң (сот' --db "$db"
holds err ') күтілді (9-таңба)'
expect 0 "$izde" search тұрғындар --db "$db" --facets --json
holds out '"volume":{'
holds out '"K950001000_":{"kk":"ҚР Конституциясы (1995)","ru":"Конституция РК (1995)"}'
holds out '"pages":"41–42"'
holds out '"section":'
holds out '"container":"«ҚҰҚЫҚ ЖӘНЕ ҚОҒАМ» ХАЛЫҚАРАЛЫҚ КОНФЕРЕНЦИЯСЫНЫҢ МАТЕРИАЛДАРЫ"'
expect 0 env LC_ALL=ru_RU.UTF-8 "$izde" search тұрғындар --db "$db" --facets
holds out 'цитируемый акт: '
holds out 'Конституция РК (1995) [K950001000_]'
expect 0 "$izde" search '-сот заң' --db "$db" --json
holds out '"interpreted_as":"-сот заң"'
holds out '"query":"-сот заң"'
expect 0 "$izde" search право -налог --db "$db" --json
holds out '"interpreted_as":"право -налог"'
expect 0 "$izde" search --db "$db" --json -- '-сот заң'
holds out '"interpreted_as":"-сот заң"'
expect 2 "$izde" search право --db "$work/missing"
expect 2 "$izde" search право
expect 0 env IZDE_DB="$db" "$izde" search право --explain
holds out 'bm25'
expect 0 "$izde" search 'МЕСТНОЕ САМОУПРАВЛЕНИЕ AND БЮДЖЕТ' --db "$db"
expect 0 env LC_ALL=ru_RU.UTF-8 "$izde" search право --db "$db"
holds out 'Найдено'
expect 0 env LC_ALL=kk_KZ.UTF-8 "$izde" search құқық --db "$db"
holds out 'Табылғаны'
# A reader that goes away early is no error.
checks=$((checks + 1))
{ "$izde" search право --db "$db" --limit 50; echo $? >"$work/status"; } | head -n 1 >/dev/null
[ "$(cat "$work/status")" = 0 ] || fail "a closed pipe gives status $(cat "$work/status")"
# Titles cannot move the cursor.
printf '{"_id":"evil","title":"Заң \\u001b[2Jтуралы\\u0007","text":"Мәтін"}\n' >"$work/evil.jsonl"
expect 0 "$izde" index "$work/evil.jsonl" --db "$work/evil_db" -q
expect 0 "$izde" search заң --db "$work/evil_db"
lacks out "$(printf '\033')"
lacks out "$(printf '\007')"

expect 2 "$izde" search --db "$db"
holds err 'no query given'
expect 2 env LC_ALL=kk_KZ.UTF-8 "$izde" search --db "$db"
holds err 'сұрау берілмеген'

expect 0 "$izde" search --db "$db" --translations translations/kk-ru.tsv --no-thesaurus право --json
holds out '"query":"право"'
expect 2 "$izde" search право --db "$db" --sort upwards
holds err 'izde: --sort: upwards is none of relevance, newest, oldest'
expect 2 env LC_ALL=ru_RU.UTF-8 "$izde" search право --db "$db" --limit -5
holds err 'izde: --limit: -5 — не целое число от 0 до 10000'
expect 2 "$izde" search право --db "$db" --unheard-of
holds err 'izde: --unheard-of was not expected'
expect 2 env LC_ALL=kk_KZ.UTF-8 "$izde" izdeu
holds err 'izde: izdeu деген пәрмен жоқ'
expect 2 "$izde" show
holds err 'izde: ID is missing'
expect 2 "$izde" search 'право colour:red' --db "$db"
holds err 'no field colour:'
expect 0 env LC_ALL=ru_RU.UTF-8 "$izde" search 'право язык:русский вид:статья' --db "$db"
expect 0 "$izde" search право --db "$db" --sort newest

# --- alert
alerts=$work/alerts_db
mkdir "$work/watched"
printf 'Жергілікті бюджет туралы\n\nАуыл бюджеті қалай жасалады?\n' >"$work/watched/a.txt"
expect 0 "$izde" index "$work/watched" --db "$alerts" -q
expect 0 "$izde" alert list --db "$alerts"
holds out 'No saved searches'
expect 0 "$izde" alert add 'ауыл бюджеті' --db "$alerts"
holds out 'Works known: 1'
expect 0 "$izde" alert add '-налог бюджет' --name шетте --db "$alerts"
expect 2 "$izde" alert add 'заң' --name шетте --db "$alerts"
holds err 'шетте'
expect 2 "$izde" alert add 'ауыл AND' --db "$alerts"
holds err '^'
expect 0 "$izde" alert list --db "$alerts"
holds out 'шетте  =  -налог бюджет'
expect 1 "$izde" alert run --db "$alerts"
holds out 'Nothing new'
printf 'Ауыл бюджетінің кірістері\n\nАуыл бюджеті салықтан жиналады.\n' >"$work/watched/b.txt"
expect 0 "$izde" index "$work/watched" --db "$alerts" -q
expect 0 "$izde" alert run --db "$alerts"
holds out '1 new, 0 changed'
holds out 'b.txt'
lacks out 'a.txt'
expect 1 "$izde" alert run --db "$alerts"
# What was told is known after a rebuild too; a changed work is news.
expect 0 "$izde" index "$work/watched" --db "$alerts" -q --rebuild
expect 1 "$izde" alert run --db "$alerts"
printf 'Жергілікті бюджет туралы\n\nАуыл бюджеті енді басқаша жасалады.\n' >"$work/watched/a.txt"
expect 0 "$izde" index "$work/watched" --db "$alerts" -q
expect 0 "$izde" alert run 'ауыл бюджеті' --json --db "$alerts"
holds out '"added":0,"changed":1'
holds out '"change":"changed"'
holds out '"snippets":[{'
# Two runs at once tell a thing once.
printf 'Бюджет ережесі\n\nАуыл бюджеті бекітіледі.\n' >"$work/watched/c.txt"
expect 0 "$izde" index "$work/watched" --db "$alerts" -q
"$izde" alert run 'ауыл бюджеті' --json --db "$alerts" >"$work/run1" &
"$izde" alert run 'ауыл бюджеті' --json --db "$alerts" >"$work/run2"
wait
checks=$((checks + 1))
[ "$(cat "$work/run1" "$work/run2" | grep -c '"added":1')" = 1 ] || fail 'two runs at once do not tell a new work once'
expect 0 "$izde" alert remove шетте --db "$alerts"
expect 2 "$izde" alert remove шетте --db "$alerts"
holds err 'шетте'
expect 2 "$izde" alert run --db "$work/missing"
expect 2 "$izde" alert list --db "$work/missing"
cp "$alerts/alerts.json" "$work/saved_alerts"
printf '{' >"$alerts/alerts.json"
expect 2 "$izde" alert run --db "$alerts"
holds err 'alerts.json'
cp "$work/saved_alerts" "$alerts/alerts.json"
expect 0 "$izde" check --db "$alerts"

# --- show
id=$("$izde" search 'публичные слушания' --db "$db" --limit 1 --json | sed 's/.*"hits":\[{"id":"\([^"]*\)".*/\1/')
expect 0 "$izde" show "$id" --db "$db"
holds out 'ПУБЛИЧНЫЕ СЛУШАНИЯ'
expect 0 "$izde" show "$id" --query малотиражной --json --db "$db"
holds out '"marks":[{'
expect 2 "$izde" show nothing --db "$db"

# --- segment
expect 0 "$izde" segment examples/corpus/volumes/sot-torelgi-2018.txt
holds out 'Байсеитова А.Т.'
holds out 'byline:'
expect 0 "$izde" segment examples/corpus/volumes/sot-torelgi-2018.txt --json
checks=$((checks + 1))
[ "$(wc -l <"$work/out")" = 3 ] || fail "segment --json gives $(wc -l <"$work/out") lines instead of 3"
expect 2 "$izde" segment "$work/missing"

# --- analyze
expect 0 "$izde" analyze --lang kk 'Конституцияның 35-бабы'
holds out '35-бап'
printf 'право\nправами\n' >"$work/words"
expect 0 sh -c "'$izde' analyze --lang ru --stems <'$work/words'"
holds out "$(printf 'право\tправо')"
checks=$((checks + 1))
[ "$(cut -f2 "$work/out" | sort -u | wc -l)" = 1 ] || fail 'право and правами have different stems'

# --- eval
printf '{"_id":"q1","text":"Есенов құқықтық сана AND"}\n' >"$work/queries.jsonl"
expect 0 "$izde" eval --db "$db" --queries "$work/queries.jsonl" --run "$work/run"
holds run 'q1 Q0 kniga-1 1 '
expect 2 "$izde" eval --db "$db" --queries "$work/words" --run "$work/run"

# --- follow
mkdir "$work/followed"
echo 'Правовой мониторинг законодательства' >"$work/followed/a.txt"
"$izde" index "$work/followed" --db "$work/followed-db" --follow --memory 600MB >"$work/out" 2>"$work/err" &
follower=$!
for _ in $(seq 100); do
    grep -q '1 works in the index' "$work/out" && break
    sleep 0.1
done
kill -TERM "$follower"
checks=$((checks + 1))
wait "$follower" || fail '--follow does not end well at SIGTERM'
expect 0 "$izde" search мониторинг --db "$work/followed-db"
expect 2 "$izde" index "$work/followed" --db "$work/followed-db" --memory 10MB
holds err '512 MB'

# --- stats, check, compact
expect 0 "$izde" stats "$db"
holds out 'by language: '
expect 0 "$izde" stats --db "$db" --json
holds out '"works_by_kind":{'
expect 0 "$izde" compact "$db"
expect 0 "$izde" check "$db"
holds out 'The index is sound'
expect 0 "$izde" check --db "$db" --json
holds out '"sound":true'
expect 2 "$izde" check "$work/missing"

expect 0 "$izde" --help
expect 0 "$izde" --version
expect 2 "$izde" --nonsense
echo "$checks checks, $failed failed"
[ "$failed" = 0 ]
