#!/usr/bin/env python3
"""thesaurus_pairs.py < thesaurus/legal.tsv > PAIRS.tsv: each Kazakh term beside each Russian term of its concept,
a pair a line, for `izde learn`."""
import sys

for line in sys.stdin:
    if line.startswith("#") or not line.strip():
        continue
    kazakh, russian = (column.split(";") for column in line.split("\t")[:2])
    for one in kazakh:
        for other in russian:
            if one.strip() and other.strip():
                print(one.strip(), other.strip(), sep="\t")
