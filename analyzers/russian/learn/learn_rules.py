#!/usr/bin/env python3
"""learn_rules.py --att RUS.att --hunspell DIR --preferred PREFERRED --text FILE... --out rules.tsv

Learns the table by which the Russian stemmer takes a word form to its lemma.

RUS.att  what `lt-print` (Debian lttoolbox-dev) prints of the Russian generator of apertium-rus
         (Debian apertium-rus-ukr, ukr-rus.autogen.bin; GPL-3+): paths "lemma<tags>" to form
DIR      ru_RU.aff and ru_RU.dic (Debian hunspell-ru, A. Lebedev): words that apertium-rus lacks
PREFERRED  preferred.txt beside this script
FILE     Russian text (UTF-8); only counts of word forms are taken from it
rules    the longest suffix that matches wins (^ is the word's beginning)

A form with several lemmas gets the one that expectation maximisation over the counts makes likeliest. The rules are
the labels of the trie of reversed forms that cost least: weighted errors plus PRICE for each label.
"""
import argparse
import collections
import math
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "learn"))
from suffix_rules import choose_lemmas, label_trie, read_words, rule_of, write_rules  # noqa: E402

PRICE = 0.9  # of one more label; see README.md for the sizes and scores of other prices
UNSEEN = 0.45  # weight of a form whose lemma the text never has, beside 1 and more for the others
CYRILLIC = re.compile(r"^[а-я]+$")

# Reflexives whose meaning is not that of the verb in the passive or of the verb done to oneself: they stay apart.
# Every other reflexive takes the lemma of its verb (применяется → применять): the passive of legal Russian.
OWN_REFLEXIVES = set("""состояться являться явиться находиться касаться оказаться оказываться обратиться обращаться
пытаться договориться договариваться остаться оставаться добиться добиваться случиться случаться удаться удаваться
относиться отнестись приходиться прийтись заключаться придерживаться пользоваться сдаваться казаться
становиться заняться стремиться считаться сказаться сказываться ругаться разобраться
собраться собираться вестись доводиться довестись распоряжаться расстаться податься обойтись обходиться
состязаться проститься отказаться отказываться согласиться соглашаться сообщаться""".split())


def fold(word):
    return word.lower().replace("ё", "е")


def base_of_reflexive(lemma, verbs):
    if lemma.endswith(("ться", "чься")) or lemma.endswith("тись"):
        base = lemma[:-2]
        if base in verbs and lemma not in OWN_REFLEXIVES:
            return base
    return lemma


def read_apertium(path):
    """form -> {lemma: "verb" | "short" (form of an adjective) | "other"}; the transducer's sections are parted by lines of --."""
    sections, arcs, finals = [], collections.defaultdict(list), set()
    for line in open(path, encoding="utf8"):
        if line.startswith("--"):
            sections.append((arcs, finals))
            arcs, finals = collections.defaultdict(list), set()
            continue
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 4:
            arcs[int(cells[0])].append((int(cells[1]), cells[2].replace("ε", ""), cells[3].replace("ε", "")))
        elif cells[0]:
            finals.add(int(cells[0]))
    sections.append((arcs, finals))
    forms = collections.defaultdict(dict)
    letter = re.compile(r"^(<.*>|[а-яёА-ЯЁ]?)$")
    for arcs, finals in sections:
        on_path = set()

        def walk(state, lemma, form):
            if state in on_path:
                return
            on_path.add(state)
            if state in finals and form:
                word, _, tags = lemma.partition("<")
                word, shown = fold(word), fold(form)
                if CYRILLIC.match(word) and CYRILLIC.match(shown):
                    is_verb = tags.startswith("vb")
                    if is_verb and shown.endswith(("ся", "сь")) and not word.endswith(("ся", "сь")):
                        word += "сь" if word.endswith("и") else "ся"
                    is_short = "<adj" in tags and "<short>" in tags
                    forms[shown][word] = "verb" if is_verb else "short" if is_short else "other"
            for target, upper, lower in arcs[state]:
                if letter.match(upper) and letter.match(lower):
                    walk(target, lemma + upper, form + lower)
            on_path.discard(state)

        walk(0, "", "")
    return forms


def read_hunspell(directory):
    """(base, forms) of every entry."""
    suffixes = collections.defaultdict(list)
    for line in open(directory + "/ru_RU.aff", encoding="utf8"):
        cells = line.split()
        if len(cells) >= 5 and cells[0] == "SFX":
            cut, add = ("" if cell == "0" else cell for cell in cells[2:4])
            suffixes[cells[1]].append((cut, add, re.compile(cells[4] + "$")))
    for line in list(open(directory + "/ru_RU.dic", encoding="utf8"))[1:]:
        word, _, flags = line.strip().partition("/")
        forms = [word]
        for flag in flags:
            for cut, add, condition in suffixes[flag]:
                if word.endswith(cut) and condition.search(word):
                    forms.append(word[: len(word) - len(cut)] + add)
        yield fold(word), [fold(form) for form in forms]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--att", required=True)
    parser.add_argument("--hunspell", required=True)
    parser.add_argument("--text", nargs="+", required=True)
    parser.add_argument("--preferred", required=True)
    parser.add_argument("--price", type=float, default=PRICE)
    parser.add_argument("--unseen", type=float, default=UNSEEN)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    sys.setrecursionlimit(10000)

    counts = collections.Counter()
    for path in arguments.text:
        for line in open(path, encoding="utf8"):
            counts.update(re.findall("[а-я]+", fold(line)))
    forms = read_apertium(arguments.att)
    print(len(forms), "forms of apertium-rus", file=sys.stderr)
    known = {lemma for lemmas in forms.values() for lemma in lemmas}
    verbs = {lemma for lemmas in forms.values() for lemma, kind in lemmas.items() if kind == "verb"}
    entries = list(read_hunspell(arguments.hunspell))
    verbs |= {word for word, entry in entries if word.endswith(("ть", "чь", "ти")) and len(entry) > 8}
    for word, entry in entries:
        # An entry that apertium knows as a form of something («делающий» of делать) adds nothing of its own.
        if word in known or word in forms:
            continue
        for form in entry:
            if CYRILLIC.match(form):
                forms[form].setdefault(word, "other")
    print(len(forms), "forms with hunspell-ru", file=sys.stderr)
    for form, lemmas in forms.items():
        # «налогов» is a noun, though «налоговый» could have such a short form.
        if "other" in lemmas.values():
            lemmas = {lemma: kind for lemma, kind in lemmas.items() if kind != "short"}
        forms[form] = {base_of_reflexive(lemma, verbs): kind for lemma, kind in lemmas.items()}

    # A lemma that hunspell-ru lists too is likelier than one that it lacks («минута» before a noun «минут»).
    bases = {word for word, _ in entries}
    prior = {lemma: 1.0 if lemma in bases else 0.1 for lemmas in forms.values() for lemma in lemmas}
    chosen, share = choose_lemmas(forms, counts, prior, read_words(arguments.preferred))

    def weight(form, lemma):
        # A short form that no text has must not teach that «блокчейна» comes of «блокчейный».
        if forms[form][lemma] == "short" and not counts[form]:
            return 0.1
        return (1.0 if share[lemma] > 0 else arguments.unseen) + math.log2(1 + counts[form])

    rows = sorted(
        (form[::-1] + "^", rule_of(form, lemma), weight(form, lemma)) for form, lemma in chosen.items()
    )
    rules = list(label_trie(rows, arguments.price))
    write_rules(rules, arguments.out)
    nodes = {suffix[index:] for suffix, _ in rules for index in range(len(suffix) + 1)}
    print(len(rules), "rules,", len(nodes), "nodes", file=sys.stderr)


if __name__ == "__main__":
    main()
