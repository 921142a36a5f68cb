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
import re
import sys

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


def read_words(path):
    lines = (line.partition("#")[0].strip() for line in open(path, encoding="utf8"))
    return {line for line in lines if line}


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


def choose_lemmas(forms, counts, bases, preferred):
    """The likeliest lemma of every form: five rounds of EM over the counts of the text.

    A lemma that hunspell-ru lists too is likelier than one that it lacks («минута» before a noun «минут»).
    """
    prior = {lemma: 1.0 if lemma in bases else 0.1 for lemmas in forms.values() for lemma in lemmas}
    share = collections.Counter()
    for _ in range(5):
        update = collections.Counter()
        for form, lemmas in forms.items():
            count = counts[form]
            if not count:
                continue
            total = sum(share[lemma] + prior[lemma] for lemma in lemmas)
            for lemma in lemmas:
                update[lemma] += count * (share[lemma] + prior[lemma]) / total
        share = update
    # A form that is itself one of its lemmas wins ties: «банк» before «банка».
    def weight(form, lemma):
        return (lemma in preferred, share[lemma] + prior[lemma], lemma == form, lemma)

    return {form: max(lemmas, key=lambda lemma: weight(form, lemma)) for form, lemmas in forms.items()}, share


def rule_of(form, lemma):
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    return (len(form) - common, lemma[common:])


def label_trie(rows, price):
    """rows: sorted (reversed form + ^, rule, weight). Yields (suffix, rule)."""

    def solve(begin, end, depth):
        """(costs by rule, cost of any other rule, best rule, best cost, children)"""
        first = rows[begin][1]
        if all(rows[index][1] == first for index in range(begin + 1, end)):
            weight = sum(rows[index][2] for index in range(begin, end))
            return {first: 0.0}, weight if weight < price else price, first, 0.0, []
        children, start = [], begin
        while start < end:
            letter = rows[start][0][depth]
            stop = start + 1
            while stop < end and rows[stop][0][depth] == letter:
                stop += 1
            children.append((letter, solve(start, stop, depth + 1)))
            start = stop
        other = sum(min(child[1], child[3] + price) for _, child in children)
        costs = {}
        for _, child in children:
            for rule in child[0]:
                costs[rule] = other
        for rule in costs:
            for _, child in children:
                if rule in child[0]:
                    costs[rule] += min(child[0][rule], child[3] + price) - min(child[1], child[3] + price)
        best = min(costs, key=lambda rule: (costs[rule], rule))
        bound = costs[best] + price
        costs = {rule: cost for rule, cost in costs.items() if cost < bound}
        return costs, min(other, bound), best, costs[best], children

    def emit(node, inherited, suffix):
        costs, other, best, best_cost, children = node
        current = inherited
        if costs.get(inherited, other) > best_cost + price - 1e-9 and inherited != best:
            yield suffix, best
            current = best
        for letter, child in children:
            yield from emit(child, current, letter + suffix)

    root = solve(0, len(rows), 0)
    yield from emit(root, None, "")


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

    chosen, share = choose_lemmas(forms, counts, {word for word, _ in entries}, read_words(arguments.preferred))

    def weight(form, lemma):
        # A short form that no text has must not teach that «блокчейна» comes of «блокчейный».
        if forms[form][lemma] == "short" and not counts[form]:
            return 0.1
        return (1.0 if share[lemma] > 0 else arguments.unseen) + math.log2(1 + counts[form])

    rows = sorted(
        (form[::-1] + "^", rule_of(form, lemma), weight(form, lemma)) for form, lemma in chosen.items()
    )
    rules = list(label_trie(rows, arguments.price))
    with open(arguments.out, "w", encoding="utf8") as out:
        out.write("# Learned by learn/learn_rules.py (README.md says from what): suffix, letters to cut, letters to add.\n")
        out.write("# Lines are front-coded on the suffix read from its end: letters shared with the line before, then the rest.\n")
        before = ""
        for suffix, (cut, add) in sorted((suffix[::-1], rule) for suffix, rule in rules):
            shared = 0
            while shared < min(len(before), len(suffix)) and before[shared] == suffix[shared]:
                shared += 1
            out.write(f"{shared}{suffix[shared:]}\t{cut}{add}\n")
            before = suffix
    nodes = {suffix[index:] for suffix, _ in rules for index in range(len(suffix) + 1)}
    print(len(rules), "rules,", len(nodes), "nodes", file=sys.stderr)


if __name__ == "__main__":
    main()
