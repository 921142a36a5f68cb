#!/usr/bin/env python3
"""Writes indexer/extract/charset_tables.inc and letter_pair_costs.inc.

    make_tables.py --kazakh TEXT... --russian TEXT... --out DIRECTORY

The charsets come from Python's codecs. The letter pairs are counted on running UTF-8 text of each language: only
the costs (-8·log2 of the mean of both languages' pair probabilities, smoothed by one half) are written, no word
of the texts. The same inputs give the same bytes.
"""
import argparse
import math
import pathlib

CHARSETS = [("windows-1251", "cp1251"), ("KZ-1048", "kz1048"), ("PTCP154", "ptcp154"), ("KOI8-R", "koi8_r"),
            ("IBM866", "cp866"), ("ISO-8859-5", "iso8859_5"), ("x-mac-cyrillic", "mac_cyrillic")]
# Symbol 0 is everything that is no letter of these; the order is that of kAlphabet in letter_pairs.cpp.
ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"


def charset_tables():
    for name, codec in CHARSETS:
        yield f"// {name}"
        points = [ord(bytes([byte]).decode(codec, "replace")) for byte in range(128, 256)]
        for row in range(0, 128, 16):
            yield "".join(f"0x{point:04X}, " for point in points[row:row + 16]).rstrip()


def pair_probabilities(paths):
    index = {letter: number + 1 for number, letter in enumerate(ALPHABET)}
    size = len(ALPHABET) + 1
    counts = [[0.5] * size for _ in range(size)]
    for path in sorted(paths):
        previous = 0
        for character in pathlib.Path(path).read_text(encoding="utf-8", errors="replace").lower():
            symbol = index.get(character, 0)
            if previous or symbol:
                counts[previous][symbol] += 1
            previous = symbol
    return [[count / sum(row) for count in row] for row in counts]


def pair_costs(kazakh, russian):
    for first, second in zip(pair_probabilities(kazakh), pair_probabilities(russian)):
        costs = [round(-8 * math.log2((a + b) / 2)) for a, b in zip(first, second)]
        yield ", ".join(str(min(255, cost)) for cost in costs) + ","


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kazakh", nargs="+", required=True)
    parser.add_argument("--russian", nargs="+", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    header = "// Written by learn/make_tables.py; do not edit.\n"
    for name, lines in [("charset_tables.inc", charset_tables()),
                        ("letter_pair_costs.inc", pair_costs(options.kazakh, options.russian))]:
        (options.out / name).write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
