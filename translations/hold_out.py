#!/usr/bin/env python3
"""hold_out.py SET... < PAIRS.tsv > LEFT.tsv: the pairs of which neither side stands in a retrieval set, as a query, a title or a
text; compared in lower case, without punctuation. SET is a directory in BEIR layout. What was left out is counted on stderr."""
import json
import re
import sys


def plain(text):
    return re.sub(r"\W+", " ", text.lower()).strip()


held_out = set()
for directory in sys.argv[1:]:
    for name in ("corpus.jsonl", "queries.jsonl"):
        with open(f"{directory}/{name}", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                held_out.update(plain(record.get(key, "")) for key in ("title", "text"))
held_out.discard("")
left_out = 0
for line in sys.stdin:
    if any(plain(side) in held_out for side in line.rstrip("\n").split("\t")):
        left_out += 1
    else:
        sys.stdout.write(line)
print(left_out, "pairs left out", file=sys.stderr)
