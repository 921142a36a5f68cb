"""Learns rules "longest suffix that matches: cut n letters, add these" from forms and their lemmas.

Shared by russian/learn and kazakh/learn; compile_rules.cpp reads what write_rules writes.
"""
import collections


def read_words(path):
    lines = (line.partition("#")[0].strip() for line in open(path, encoding="utf8"))
    return {line for line in lines if line}


def choose_lemmas(forms, counts, prior, preferred):
    """The likeliest lemma of every form, and each lemma's share of the counts: five rounds of EM.

    forms: form → its lemmas; prior: lemma → count that it has before any text; preferred: lemmas that always win.
    """
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


def write_rules(rules, path):
    """Writes (suffix, (cut, add)) sorted and front-coded."""
    with open(path, "w", encoding="utf8") as out:
        out.write("# Learned by learn/learn_rules.py (README.md says from what): suffix, letters to cut, letters to add.\n")
        out.write("# Lines are front-coded on the suffix read from its end: letters shared with the line before, then the rest.\n")
        before = ""
        for suffix, (cut, add) in sorted((suffix[::-1], rule) for suffix, rule in rules):
            shared = 0
            while shared < min(len(before), len(suffix)) and before[shared] == suffix[shared]:
                shared += 1
            out.write(f"{shared}{suffix[shared:]}\t{cut}{add}\n")
            before = suffix
