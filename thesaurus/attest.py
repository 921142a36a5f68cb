#!/usr/bin/env python3
"""Count the terms of a concept table in texts, as the index would: by stems, in any inflection.

    attest.py --izde IZDE TABLE --kk FILE… --ru FILE… [--flag]

FILE is plain text, HTML (.html) or a TSV of pairs, Kazakh and Russian (.tsv: each language takes its
own column). Prints, per language, how many terms the texts hold, the terms that stand nowhere, and the
terms of two concepts that the index cannot tell apart because their stems are the same. --flag writes
into the note of each row which of its terms are not attested ("unattested: …"), so that a reviewer
looks at them first; English terms are not counted. Standard library only.
"""

import argparse
import collections
import html
import json
import pathlib
import re
import subprocess

LANGUAGES = ("kk", "ru")
FLAG = "unattested: "


def text_of(path, language):
    text = pathlib.Path(path).read_text(encoding="utf-8", errors="replace")
    if path.endswith(".tsv"):
        column = LANGUAGES.index(language)
        rows = (line.split("\t") for line in text.splitlines())
        return "\n\n".join(row[column] for row in rows if len(row) > column)
    if path.endswith((".html", ".htm")):
        return html.unescape(re.sub(r"<[^>]*>", " ", text))
    return text


def stems_of(izde, text, language):
    """The stems of the text, in order."""
    run = subprocess.run(
        [izde, "analyze", "--lang", language, "--json"], input=text, capture_output=True, text=True, check=True
    )
    return [json.loads(line)["stem"] for line in run.stdout.splitlines()]


def stems_of_terms(izde, terms, language):
    """The stems of each term: one run of the analyzer, a border word between the terms."""
    border = "777777"
    stems, found = stems_of(izde, f"\n\n{border}\n\n".join(terms), language), [[]]
    for stem in stems:
        if stem == border:
            found.append([])
        else:
            found[-1].append(stem)
    if len(found) != len(terms):
        raise SystemExit(f"{language}: {len(terms)} terms, but {len(found)} were analysed")
    return {term: tuple(stem) for term, stem in zip(terms, found)}


def count(stems, wanted):
    """How often each of the wanted sequences of stems stands in the text."""
    by_first = collections.defaultdict(set)
    for sequence in wanted:
        by_first[sequence[0]].add(sequence)
    counts = collections.Counter()
    for place, stem in enumerate(stems):
        for sequence in by_first.get(stem, ()):
            if tuple(stems[place : place + len(sequence)]) == sequence:
                counts[sequence] += 1
    return counts


def rows_of(lines):
    for number, line in enumerate(lines):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            cells += [""] * (6 - len(cells))
            yield number, cells


def terms_of(cell):
    return [term.strip() for term in cell.split(";") if term.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table")
    parser.add_argument("--izde", default="izde", help="the command to analyse with")
    parser.add_argument("--kk", nargs="+", default=[], help="texts in Kazakh")
    parser.add_argument("--ru", nargs="+", default=[], help="texts in Russian")
    parser.add_argument("--counts", help="write term<TAB>language<TAB>count to this file")
    parser.add_argument("--flag", action="store_true", help="write the flags into the table")
    options = parser.parse_args()

    path = pathlib.Path(options.table)
    lines = path.read_text(encoding="utf-8").split("\n")
    unattested, table = collections.defaultdict(list), []
    for column, language in enumerate(LANGUAGES):
        rows_of_term = collections.OrderedDict()
        for number, cells in rows_of(lines):
            for term in terms_of(cells[column]):
                rows_of_term.setdefault(term, []).append(number)
        stems = stems_of_terms(options.izde, list(rows_of_term), language)
        text = []
        for name in getattr(options, language):
            text += stems_of(options.izde, text_of(name, language), language) + [""]
        counts = count(text, set(stems.values()))
        rows_of_stems = collections.defaultdict(set)
        for term, numbers in rows_of_term.items():
            rows_of_stems[stems[term]].update((number, term) for number in numbers)
            table.append(f"{term}\t{language}\t{counts[stems[term]]}")
            if counts[stems[term]] == 0:
                for number in numbers:
                    unattested[number].append(term)
        held = sum(counts[sequence] > 0 for sequence in stems.values())
        print(f"{language}: {held} of {len(stems)} terms stand in {len(text)} words of text")
        for same in rows_of_stems.values():
            if len({number for number, _ in same}) > 1:
                print(f"{language}: alike to the index: " + " | ".join(f"{t} ({n + 1})" for n, t in sorted(same)))
    for number, terms in sorted(unattested.items()):
        print(f"{path}:{number + 1}: {FLAG}{', '.join(terms)}")
    if options.counts:
        pathlib.Path(options.counts).write_text("\n".join(table) + "\n", encoding="utf-8")
    if options.flag:
        for number, cells in rows_of(lines):
            kept = [part for part in cells[5].split(". ") if part and not part.startswith(FLAG)]
            if unattested[number]:
                kept.append(FLAG + ", ".join(unattested[number]))
            cells[5] = ". ".join(kept)
            lines[number] = "\t".join(cells)
        path.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
