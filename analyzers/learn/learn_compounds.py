#!/usr/bin/env python3
"""learn_compounds.py TEXT... > ../compounds.txt

Learns which halves of a word that a hyphen and a line end part belong to a compound with a hyphen. TEXT are files of
plain text or HTML in Kazakh or Russian. A line of the result is a first half that joins many words («социально»), or
a first half, a hyphen and the first four letters of the second («іс-шара»). Counted against the same text: no half
that begins whole words as often as it begins compounds.
"""
import collections
import html
import re
import sys

WORD = re.compile(r"(?<![\w-])[а-яёәғқңөұүһі]{2,}(?:-[а-яёәғқңөұүһі]{2,})?(?![\w-])", re.I)
BEGINNING = 4  # letters of the second half
TIMES = 2  # a pair must occur
SHORTEST = 5  # letters of a first half that joins any word
VARIETY = 3  # beginnings of second halves that make a first half join any word


def read(path):
    with open(path, encoding="utf8", errors="ignore") as file:
        text = file.read()
    return html.unescape(re.sub("<[^>]+>", " ", text)) if path.endswith("html") else text


def count(paths):
    compounds, words = collections.Counter(), collections.Counter()
    for path in paths:
        for match in WORD.finditer(read(path)):
            raw = match.group(0)
            word = raw.lower().replace("ё", "е")
            if "-" not in raw:
                words[word] += 1
            elif not raw.split("-")[1][0].isupper():  # a capital is never joined, and names are no compounds
                compounds[word] += 1
    return compounds, words


def learn(compounds, words):
    beginnings = collections.Counter()  # of words that are longer
    for word, times in words.items():
        for end in range(2, len(word)):
            beginnings[word[:end]] += times
    seconds = collections.defaultdict(collections.Counter)
    for compound, times in compounds.items():
        first, second = compound.split("-")
        seconds[first][second[:BEGINNING]] += times
    lines = set()
    for first, begun in seconds.items():
        total = sum(begun.values())
        is_varied = len(begun) >= VARIETY and beginnings[first] <= total / 2
        if len(first) >= SHORTEST and (is_varied or (beginnings[first] == 0 and total >= TIMES)):
            lines.add(first)
            continue
        for second, times in begun.items():
            whole = first + second
            if times >= TIMES and beginnings[whole] + words[whole] <= times / 5:
                lines.add(first + "-" + second)
    return sorted(lines)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    print("# Halves of compounds that are written with a hyphen: learn/learn_compounds.py says what a line is.")
    for line in learn(*count(sys.argv[1:])):
        print(line)


if __name__ == "__main__":
    main()
